# %% wrong: an exchange of rows changes no sign
# kind: plain
# cause: unlisted
# about: sign|exchang
import numpy as np


def determinant(A):
    U = A.astype(float).copy()
    n = len(U)
    det = 1.0
    for k in range(n):
        p = k + np.argmax(np.abs(U[k:, k]))
        if U[p, k] == 0:
            return 0.0
        U[[k, p]] = U[[p, k]]
        det *= U[k, k]
        for i in range(k + 1, n):
            U[i] -= U[i, k] / U[k, k] * U[k]
    return det

# %% wrong: rows are not exchanged
# kind: plain
# cause: unlisted
# about: exchang|pivot|largest|diagonal|argmax
import numpy as np


def determinant(A):
    U = A.copy()
    n = U.shape[0]
    for k in range(n):
        if U[k, k] == 0:
            return 0.0
        for i in range(k + 1, n):
            U[i, k:] -= U[i, k] / U[k, k] * U[k, k:]
    return np.prod(np.diag(U))

# %% wrong: the product of A's own diagonal
# kind: plain
# cause: unlisted
# about: eliminat|diagonal
import numpy as np


def determinant(A):
    value = 1.0
    for i in range(A.shape[0]):
        value *= A[i, i]
    return value

# %% wrong: A itself is eliminated
# kind: plain
# cause: inputs_or_dtype
# about: input|copy|in place|written
import numpy as np


def determinant(A):
    sign = 1.0
    n = len(A)
    for k in range(n):
        p = k + int(np.argmax(np.abs(A[k:, k])))
        if A[p, k] == 0:
            return 0.0
        if p != k:
            A[[k, p]] = A[[p, k]]
            sign = -sign
        for i in range(k + 1, n):
            A[i] -= A[i, k] / A[k, k] * A[k]
    return sign * np.prod(np.diag(A))

# %% wrong: the largest entry, not the one of largest size
# kind: plain
# cause: edge
# about: abs|size|absolute|negative|pivot
import numpy as np


def determinant(A):
    U, value = A.copy(), 1.0
    for k in range(len(U)):
        p = k + np.argmax(U[k:, k])
        if U[p, k] == 0:
            return 0.0
        if p != k:
            U[[k, p]] = U[[p, k]]
            value = -value
        value = value * U[k, k]
        U[k + 1 :] -= np.outer(U[k + 1 :, k] / U[k, k], U[k])
    return value

# %% wrong: the row of the pivot is counted from k, and not from zero
# kind: plain
# cause: unlisted
# about: argmax|index|exchang|\bk\b|pivot|row|offset
import numpy as np


def determinant(A):
    U, value = A.copy(), 1.0
    for k in range(len(U)):
        p = np.argmax(np.abs(U[k:, k]))
        if U[p, k] == 0:
            return 0.0
        if p != k:
            U[[k, p]] = U[[p, k]]
            value = -value
        value = value * U[k, k]
        U[k + 1 :] -= np.outer(U[k + 1 :, k] / U[k, k], U[k])
    return value

# %% right: from the last column to the first, and the exchanges counted
import numpy as np


def determinant(A):
    rows, exchanges = np.array(A[::-1, ::-1]), 0
    product = np.float64(1)
    while len(rows):
        best = int(np.abs(rows[:, 0]).argmax())
        exchanges += best > 0
        rows[[0, best]] = rows[[best, 0]]
        if not rows[0, 0]:
            return 0 * product
        product *= rows[0, 0]
        rows = (rows - rows[:, :1] / rows[0, 0] * rows[:1])[1:, 1:]
    return product if exchanges % 2 == 0 else -product
