# %% wrong: V^T transposed once more
# kind: plain
# cause: raises
# about: raise|ValueError|transpos
import numpy as np


def low_rank(A, rank):
    U, S, V = np.linalg.svd(A, full_matrices=False)
    A_k = U[:, :rank] @ np.diag(S[:rank]) @ V[:rank].T
    return A_k, np.linalg.norm(A - A_k)

# %% wrong: no root of the sum of squares
# kind: plain
# cause: unlisted
# about: sqrt|root|square
import numpy as np


def low_rank(A, rank):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    Ak = U[:, :rank] @ np.diag(s[:rank]) @ Vt[:rank, :]
    return Ak, np.sum(s[rank:] ** 2)

# %% wrong: the distance as a share of the norm of A
# kind: plain
# cause: unlisted
# about: factor|relative|divid|norm of|share
import numpy as np


def low_rank(A, rank):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    Ak = U[:, :rank] @ np.diag(s[:rank]) @ Vt[:rank, :]
    return Ak, np.linalg.norm(A - Ak) / np.linalg.norm(A)

# %% wrong: one term too few
# kind: plain
# cause: unlisted
# about: term|rank|one less|one short|too few|range
import numpy as np


def low_rank(A, rank):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    Ak = np.zeros(A.shape)
    for i in range(rank - 1):
        Ak += s[i] * np.outer(U[:, i], Vt[i])
    return Ak, np.linalg.norm(A - Ak)

# %% wrong: the matrix alone
# kind: plain
# cause: inputs_or_dtype
# about: tuple|pair|two|part|distance
import numpy as np


def low_rank(A, rank):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    s[rank:] = 0
    return U @ np.diag(s) @ Vt

# %% wrong: the norm of the matrix that is kept, and it is rounded
# kind: composed
# cause: several
# about: kept|A_k|left out|distance|difference|term with `A`
# about: round|digit
import numpy as np


def low_rank(A, rank):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    Ak = (U[:, :rank] * s[:rank]) @ Vt[:rank]
    return np.round(Ak, 3), round(float(np.linalg.norm(Ak)), 3)

# %% right: eigenvectors of A^T A
import numpy as np


def low_rank(A, rank):
    values, V = np.linalg.eigh(A.T @ A)
    V = V[:, ::-1][:, :rank]
    kept = A @ V @ V.T
    return kept, ((A - kept) ** 2).sum() ** 0.5
