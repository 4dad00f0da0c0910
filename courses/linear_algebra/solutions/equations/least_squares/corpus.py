# %% wrong: the triangular system is not solved
# kind: plain
# cause: unlisted
# about: triang|\bR\b|solve|Q\.T
import numpy as np


def least_squares(A, b):
    Q, R = np.linalg.qr(A)
    return Q.T @ b

# %% wrong: R transposed
# kind: plain
# cause: unlisted
# about: transpos|\bR\b
import numpy as np


def least_squares(A, b):
    Q, R = np.linalg.qr(A)
    y = Q.T @ b
    return np.linalg.solve(R.T, y)

# %% wrong: all of Q, so that R is not square
# kind: plain
# cause: raises
# about: raise|LinAlgError|square|shape|complete
import numpy as np


def least_squares(A, b):
    Q, R = np.linalg.qr(A, mode="complete")
    return np.linalg.solve(R, Q.T @ b)

# %% wrong: the fitted values
# kind: plain
# cause: unlisted
# about: fitted|A ?@|A x|coefficient|projection|shape|length
import numpy as np


def least_squares(A, b):
    Q, R = np.linalg.qr(A)
    x = np.linalg.inv(R) @ Q.T @ b
    return A @ x

# %% wrong: normal equations by an inverse
# kind: plain
# cause: rounding
# about: normal|condition|square|round|digit
import numpy as np


def least_squares(A, b):
    return np.linalg.inv(A.T @ A) @ A.T @ b

# %% wrong: a column of ones is put in front
# kind: public
# cause: foreign_rule
# about: shape|length|ones|intercept|column|one more
import numpy as np


def least_squares(A, b):
    X = np.column_stack([np.ones(len(A)), A])
    Q, R = np.linalg.qr(X)
    return np.linalg.solve(R, Q.T @ b)

# %% wrong: a ridge, for safety
# kind: plain
# cause: constant
# about: ridge|regular|1e-0?6|diagonal|normal|small number|close to
import numpy as np


def least_squares(A, b):
    d = A.shape[1]
    return np.linalg.solve(A.T @ A + 1e-6 * np.eye(d), A.T @ b)

# %% right: singular values by hand
import numpy as np


def least_squares(A, b):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    return Vt.T @ ((U.T @ b) / s)
