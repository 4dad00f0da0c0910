# %% wrong: Q is square and R has rows of zeros
# kind: public
# cause: inputs_or_dtype
# about: shape|square|axis|axes|rows|columns|part of it is needed
import numpy as np


def qr_factors(A):
    m, n = A.shape
    Q = np.eye(m)
    R = A.copy()
    for j in range(n):
        normx = np.linalg.norm(R[j:, j])
        s = -1.0 if R[j, j] >= 0 else 1.0
        u1 = R[j, j] - s * normx
        w = R[j:, j].reshape((-1, 1)) / u1
        w[0] = 1
        tau = -s * u1 / normx
        R[j:, :] = R[j:, :] - (tau * w) * np.dot(w.reshape((1, -1)), R[j:, :])
        Q[:, j:] = Q[:, j:] - (Q[:, j:].dot(w)).dot(tau * w.transpose())
    return Q, R

# %% wrong: the column before is not subtracted
# kind: plain
# cause: unlisted
# about: orthogonal|subtract|earlier|loop|before
import numpy as np


def qr_factors(A):
    n, d = A.shape
    Q = np.zeros((n, d))
    R = np.zeros((d, d))
    for j in range(d):
        v = A[:, j].copy()
        for i in range(j - 1):
            R[i, j] = Q[:, i] @ v
            v -= R[i, j] * Q[:, i]
        R[j, j] = np.linalg.norm(v)
        Q[:, j] = v / R[j, j]
    return Q, R

# %% wrong: nothing on the diagonal of R
# kind: plain
# cause: unlisted
# about: diagonal|length|norm
import numpy as np


def qr_factors(A):
    n, d = A.shape
    Q = np.zeros((n, d))
    R = np.zeros((d, d))
    for j in range(d):
        v = A[:, j].copy()
        for i in range(j):
            R[i, j] = np.dot(Q[:, i], v)
            v = v - R[i, j] * Q[:, i]
        Q[:, j] = v / np.linalg.norm(v)
    return Q, R

# %% wrong: A is written into
# kind: plain
# cause: inputs_or_dtype
# about: input|copy|in place|written|another matrix than before
import numpy as np


def qr_factors(A):
    n, d = A.shape
    Q, R = np.zeros((n, d)), np.zeros((d, d))
    for j in range(d):
        v = A[:, j]
        for i in range(j):
            R[i, j] = Q[:, i] @ v
            v -= R[i, j] * Q[:, i]
        R[j, j] = np.sqrt(np.sum(v**2))
        Q[:, j] = v / R[j, j]
    return Q, R

# %% wrong: R first, then Q
# kind: plain
# cause: unlisted
# about: order|swap|exchang|first|other way
import numpy as np


def qr_factors(A):
    n, d = A.shape
    Q, R = np.zeros((n, d)), np.zeros((d, d))
    for j in range(d):
        v = A[:, j].copy()
        for i in range(j):
            R[i, j] = Q[:, i] @ v
            v = v - R[i, j] * Q[:, i]
        R[j, j] = np.linalg.norm(v)
        Q[:, j] = v / R[j, j]
    return R, Q

# %% right: Givens' rotations
import numpy as np


def qr_factors(A):
    R, rows = np.array(A, dtype=float), A.shape[0]
    G = np.eye(rows)
    for j in range(A.shape[1]):
        for i in range(rows - 1, j, -1):
            if R[i, j] != 0:
                h = np.hypot(R[i - 1, j], R[i, j])
                c, s = R[i - 1, j] / h, R[i, j] / h
                turn = np.array([[c, s], [-s, c]])
                R[[i - 1, i]] = turn @ R[[i - 1, i]]
                G[[i - 1, i]] = turn @ G[[i - 1, i]]
    d = A.shape[1]
    return G.T[:, :d], np.triu(R[:d])
