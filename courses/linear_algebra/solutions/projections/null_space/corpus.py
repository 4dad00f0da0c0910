# %% wrong: left singular vectors of the transpose: what the rows span
# kind: plain
# cause: listed
# about: sends to zero|row space|another space|rows
import numpy as np


def null_space(A):
    n, d = A.shape
    U, s, Vt = np.linalg.svd(A.T)
    return U[:, : d - n]

# %% wrong: the basis stands in rows
# kind: plain
# cause: listed
# about: rows|columns|transpos
import numpy as np


def null_space(A):
    U, s, Vh = np.linalg.svd(A, full_matrices=True)
    rank = len(s)
    return Vh[rank:, :]

# %% wrong: one vector of the basis alone
# kind: plain
# cause: unlisted
# about: shape|axis|axes|one vector|only|vector_alone
import numpy as np


def null_space(A):
    return np.linalg.svd(A)[2][-1]

# %% wrong: the reduced factorisation has no columns left
# kind: plain
# cause: unlisted
# about: shape|empty|reduced|complete|no column
import numpy as np


def null_space(A):
    Q, R = np.linalg.qr(A.T)
    return Q[:, A.shape[0] :]

# %% wrong: solved for the first unknowns, columns of length one but not orthogonal
# kind: plain
# cause: unlisted
# about: orthonormal|orthogonal
import numpy as np


def null_space(A):
    n, d = A.shape
    B = np.vstack([-np.linalg.solve(A[:, :n], A[:, n:]), np.eye(d - n)])
    return B / np.linalg.norm(B, axis=0)

# %% right: QR of the transpose, all of Q
import numpy as np


def null_space(A):
    Q, _ = np.linalg.qr(A.T, mode="complete")
    return -Q[:, len(A) :][:, ::-1]
