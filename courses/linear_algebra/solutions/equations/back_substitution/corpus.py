# %% wrong: from the first unknown to the last
# kind: plain
# cause: unlisted
# about: order|forward|direction|first|last|revers|backward|up or down
import numpy as np


def back_substitution(U, b):
    n = len(b)
    x = np.zeros(n)
    for i in range(n):
        x[i] = (b[i] - U[i, i + 1 :] @ x[i + 1 :]) / U[i, i]
    return x

# %% wrong: not divided by the diagonal
# kind: plain
# cause: unlisted
# about: divid|diagonal|division|/
import numpy as np


def back_substitution(U, b):
    n = len(b)
    x = np.zeros(n)
    for i in reversed(range(n)):
        x[i] = b[i] - np.dot(U[i, i + 1 :], x[i + 1 :])
    return x

# %% wrong: plus in the place of minus
# kind: plain
# cause: unlisted
# about: sign|plus|minus|subtract|\+|known_part_added
import numpy as np


def back_substitution(U, b):
    n = len(b)
    x = np.zeros(n)
    for i in range(n - 1, -1, -1):
        s = 0
        for j in range(i + 1, n):
            s += U[i, j] * x[j]
        x[i] = (b[i] + s) / U[i, i]
    return x

# %% wrong: b is used up
# kind: plain
# cause: inputs_or_dtype
# about: input|in place|copy|written
import numpy as np


def back_substitution(U, b):
    n = b.size
    for i in range(n - 1, -1, -1):
        b[i] /= U[i, i]
        b[:i] -= U[:i, i] * b[i]
    return b

# %% wrong: the first row is never reached
# kind: plain
# cause: unlisted
# about: first|row 0|loop|range|one turn|short|position 0|too few
import numpy as np


def back_substitution(U, b):
    n = len(b)
    x = np.zeros(n)
    for i in range(n - 1, 0, -1):
        x[i] = (b[i] - np.sum(U[i, i + 1 :] * x[i + 1 :])) / U[i, i]
    return x

# %% wrong: the division is for the right side alone, whole numbers come back
# kind: composed
# cause: several
# about: bracket|divid|parenthes|diagonal|/
# about: int|dtype|whole|truncat
import numpy as np


def back_substitution(U, b):
    n = len(b)
    x = np.zeros(n, dtype=int)
    for i in range(n - 1, -1, -1):
        x[i] = b[i] / U[i, i] - U[i, i + 1 :] @ x[i + 1 :]
    return x

# %% right: the diagonal stands in the sum, where x is still zero
import numpy as np


def back_substitution(U, b):
    x = 0 * b
    for i in np.arange(len(b))[::-1]:
        x[i] = (b[i] - (U[i] * x).sum()) / U[i, i]
    return x

# %% right: column by column, in a copy
import numpy as np


def back_substitution(U, b):
    rest = np.array(b)
    for i in reversed(range(rest.size)):
        rest[i] = rest[i] / U[i, i]
        rest[:i] = rest[:i] - U[:i, i] * rest[i]
    return rest
