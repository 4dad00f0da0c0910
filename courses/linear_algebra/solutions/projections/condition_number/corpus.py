# %% wrong: in the Frobenius norm, and a singular matrix has no inverse
# kind: public
# cause: several
# about: norm|frobenius|largest|singular value
# about: raise|LinAlgError|singular matri|invers
import numpy as np


def condition_number(A):
    return np.linalg.norm(A) * np.linalg.norm(np.linalg.inv(A))

# %% wrong: infinite where the determinant is exactly zero
# kind: plain
# cause: rounding
# about: zero|singular|round|determinant
import numpy as np


def condition_number(A):
    if np.linalg.det(A) == 0:
        return float("inf")
    s = np.linalg.svd(A)[1]
    return s.max() / s.min()

# %% wrong: the number of digits that are lost
# kind: plain
# cause: unlisted
# about: log
import numpy as np


def condition_number(A):
    s = np.linalg.svd(A, compute_uv=False)
    if s[-1] <= len(A) * np.finfo(float).eps * s[0]:
        return np.inf
    return np.log10(s[0] / s[-1])

# %% wrong: the number of rows does not count in what is zero
# kind: plain
# cause: constant
# about: len|rows|\bn\b|factor|epsilon|eps|constant
import numpy as np


def condition_number(A):
    s = np.linalg.svd(A, compute_uv=False)
    if s[-1] <= np.finfo(float).eps * s[0]:
        return np.inf
    return s[0] / s[-1]

# %% wrong: zero for a singular matrix
# kind: plain
# cause: edge
# about: place of infinit|0 comes|returns zero|a constant
import numpy as np


def condition_number(A):
    s = np.linalg.svd(A, compute_uv=False)
    if s[-1] <= len(A) * np.finfo(float).eps * s[0]:
        return 0.0
    return s[0] / s[-1]

# %% wrong: the difference of the two
# kind: plain
# cause: unlisted
# about: differ|minus|subtract|divid|ratio|quotient|-
import numpy as np


def condition_number(A):
    s = np.linalg.svd(A, compute_uv=False)
    if s[-1] <= len(A) * np.finfo(float).eps * s[0]:
        return np.inf
    return s[0] - s[-1]

# %% right: the two norms by svd, in the other order
import numpy as np


def condition_number(A):
    values = sorted(np.linalg.svd(np.array(A))[1].tolist())
    small = values[-1] * A.shape[0] * 2.0**-52
    return float("inf") if not values[0] > small else values[-1] / values[0]
