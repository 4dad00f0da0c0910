# %% wrong: each entry of A^T A is turned into its reciprocal, which is not the inverse
# kind: plain
# cause: unlisted
# about: invers|reciprocal|entry by entry|element
import numpy as np


def project_onto_columns(A, b):
    return A @ (1 / (A.T @ A)) @ A.T @ b

# %% wrong: the whole orthogonal matrix, so that everything is projected onto everything
# kind: plain
# cause: unlisted
# about: returns? `?b\b|comes back|unchanged|input|complete|whole space|all directions
import numpy as np


def project_onto_columns(A, b):
    Q, _ = np.linalg.qr(A, mode="complete")
    return Q @ Q.T @ b

# %% wrong: * in the place of @, a matrix comes out
# kind: plain
# cause: unlisted
# about: shape|matrix|axes|axis|broadcast|element|entry by entry|summed
import numpy as np


def project_onto_columns(A, b):
    Q = np.linalg.qr(A)[0]
    P = Q @ Q.T
    return P * b

# %% wrong: the first column alone
# kind: plain
# cause: unlisted
# about: first column|only one|one column|each column|all columns|only the first
import numpy as np


def project_onto_columns(A, b):
    a = A[:, 0]
    return a * np.dot(a, b) / np.dot(a, a)

# %% wrong: what is left of b, and three digits
# kind: composed
# cause: several
# about: left of|left over|remain|residual
# about: round|digit
import numpy as np


def project_onto_columns(A, b):
    c = np.linalg.solve(A.T @ A, A.T @ b)
    return np.round(b - A @ c, 3)

# %% wrong: onto each column, by its length in the place of the square
# kind: composed
# cause: several
# about: each column|columns are not orthogonal|sum of projections|orthonormal
# about: length|norm|square
import numpy as np


def project_onto_columns(A, b):
    out = np.zeros(len(b))
    for k in range(A.shape[1]):
        a = A[:, k]
        out += (a @ b) / np.linalg.norm(a) * a
    return out

# %% wrong: a column with one entry in each row comes back
# kind: plain
# cause: inputs_or_dtype
# about: shape|axis|axes|column
import numpy as np


def project_onto_columns(A, b):
    b = b.reshape(-1, 1)
    coefficients = np.linalg.inv(A.T @ A) @ A.T @ b
    return A @ coefficients

# %% right: lstsq, as residuals of residuals
import numpy as np


def project_onto_columns(A, b):
    nothing_left = b - A @ np.linalg.lstsq(A, b, rcond=None)[0]
    return b - nothing_left

# %% right: Gram and Schmidt by hand, in lists
def project_onto_columns(A, b):
    import numpy as np
    rest, basis = np.array(b), []
    for a in np.array(A).T:
        for q in basis:
            a = a - (q @ a) * q
        for q in basis:
            a = a - (q @ a) * q
        basis += [a / (a @ a) ** .5]
    for q in basis:
        rest = rest - (q @ rest) * q
    return b - rest
