# %% wrong: the eigenvalue belongs to the vector before the last step
# kind: plain
# cause: unlisted
# about: value|before|earlier|last step|step
import numpy as np


def power_iteration(A, start, steps):
    v = start / np.linalg.norm(start)
    for _ in range(steps):
        w = A @ v
        value = v @ w
        v = w / np.linalg.norm(w)
    return value, v

# %% wrong: the largest entry is one, and not the length
# kind: plain
# cause: unlisted
# about: length|norm
import numpy as np


def power_iteration(A, start, steps):
    v = start
    for _ in range(steps):
        v = A @ v
        v = v / np.max(np.abs(v))
    return (v @ A @ v) / (v @ v), v

# %% wrong: the vector first
# kind: plain
# cause: unlisted
# about: order|swap|exchang|first|other way
import numpy as np


def power_iteration(A, start, steps):
    v = start.copy()
    for k in range(steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    eigenvalue = v @ (A @ v)
    return v, eigenvalue

# %% wrong: the length of A v is the size of the eigenvalue alone
# kind: public
# cause: listed
# about: sign|length|negative
import numpy as np


def power_iteration(A, start, steps):
    b_k = start
    for _ in range(steps):
        b_k1 = np.dot(A, b_k)
        b_k1_norm = np.linalg.norm(b_k1)
        b_k = b_k1 / b_k1_norm
    return np.linalg.norm(A @ b_k), b_k

# %% wrong: the number of steps is always a hundred
# kind: plain
# cause: constant
# about: steps
import numpy as np


def power_iteration(A, start, steps):
    v = start
    for _ in range(100):
        v = A @ v
        v /= np.linalg.norm(v)
    return v @ A @ v, v

# %% right: while, and a quotient that needs no length
import numpy as np


def power_iteration(A, start, steps):
    v, n = np.array(start), 0
    while n < steps:
        v = v @ A
        v = v / (v @ v) ** 0.5
        n += 1
    return (v @ A @ v) / (v @ v), -v
