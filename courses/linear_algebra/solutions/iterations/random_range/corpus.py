# %% wrong: one direction too few
# kind: plain
# cause: unlisted
# about: shape|rank|column|one less|too few
import numpy as np


def random_range(A, rank, seed):
    rng = np.random.default_rng(seed)
    Y = A @ rng.normal(size=(A.shape[1], max(rank - 1, 1)))
    Q, _ = np.linalg.qr(Y)
    return Q

# %% wrong: combinations of the rows
# kind: plain
# cause: unlisted
# about: rows|transpos|shape|another|left out
import numpy as np


def random_range(A, rank, seed):
    rng = np.random.default_rng(seed)
    omega = rng.standard_normal((A.shape[0], rank))
    Q, _ = np.linalg.qr(A.T @ omega)
    return Q

# %% wrong: columns of length one, but not orthogonal
# kind: plain
# cause: unlisted
# about: orthonormal|orthogonal
import numpy as np


def random_range(A, rank, seed):
    rng = np.random.default_rng(seed)
    Y = A @ rng.normal(size=(A.shape[1], rank))
    return Y / np.linalg.norm(Y, axis=0)

# %% wrong: both factors come back
# kind: plain
# cause: inputs_or_dtype
# about: tuple|pair|factor|type|part of it is needed
import numpy as np


def random_range(A, rank, seed):
    rng = np.random.default_rng(seed)
    Omega = rng.normal(size=(A.shape[1], rank))
    return np.linalg.qr(A @ Omega)

# %% wrong: the generator is not given the seed
# kind: plain
# cause: draws
# about: seed|random|draw|differ|again
import numpy as np


def random_range(A, rank, seed):
    rng = np.random.default_rng()
    Omega = rng.normal(size=(A.shape[1], rank))
    return np.linalg.qr(A @ Omega)[0]

# %% right: uniform numbers do as well
import numpy as np


def random_range(A, rank, seed):
    draw = np.random.default_rng(seed).uniform(-1, 1, (A.shape[1], rank))
    basis, triangle = np.linalg.qr(np.matmul(A, draw))
    return basis * np.sign(np.diag(triangle))
