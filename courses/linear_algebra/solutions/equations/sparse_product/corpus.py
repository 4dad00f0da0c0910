# %% wrong: the first row is left out
# kind: plain
# cause: unlisted
# about: first|row 0|loop|range|position 0|begin|skip
import numpy as np


def sparse_product(values, columns, starts, x):
    n = len(starts) - 1
    y = np.zeros(n)
    for i in range(1, n):
        for k in range(starts[i], starts[i + 1]):
            y[i] += values[k] * x[columns[k]]
    return y

# %% wrong: whole numbers
# kind: plain
# cause: inputs_or_dtype
# about: int|dtype|whole|truncat
import numpy as np


def sparse_product(values, columns, starts, x):
    y = np.zeros_like(starts[:-1])
    for i in range(len(starts) - 1):
        s, e = starts[i], starts[i + 1]
        y[i] = np.dot(values[s:e], x[columns[s:e]])
    return y

# %% wrong: as many columns as are used
# kind: plain
# cause: edge
# about: column|shape|raise|ValueError|breakdown
import numpy as np


def sparse_product(values, columns, starts, x):
    rows = len(starts) - 1
    dense = np.zeros((rows, columns.max() + 1))
    for i in range(rows):
        for k in range(starts[i], starts[i + 1]):
            dense[i, columns[k]] += values[k]
    return dense @ x

# %% wrong: columns are counted from one
# kind: plain
# cause: unlisted
# about: index|column|one|shift|- ?1
import numpy as np


def sparse_product(values, columns, starts, x):
    result = []
    for i in range(len(starts) - 1):
        total = 0.0
        for k in range(starts[i], starts[i + 1]):
            total += values[k] * x[columns[k] - 1]
        result.append(total)
    return np.array(result)

# %% wrong: products are not summed
# kind: plain
# cause: raises
# about: sum|raise|ValueError|shape|inhomogeneous
import numpy as np


def sparse_product(values, columns, starts, x):
    y = []
    for a, b in zip(starts, starts[1:]):
        y.append(values[a:b] * x[columns[a:b]])
    return np.array(y)

# %% wrong: a list, and the entry behind the end of a row counts too
# kind: composed
# cause: several
# about: list
# about: \bends?\b|next|one more|last|\+ ?1|too far|behind
import numpy as np


def sparse_product(values, columns, starts, x):
    y = []
    for i in range(len(starts) - 1):
        rows = slice(starts[i], starts[i + 1] + 1)
        y.append(float(np.sum(values[rows] * x[columns[rows]])))
    return y

# %% right: bincount
import numpy as np


def sparse_product(values, columns, starts, x):
    rows = np.repeat(np.arange(starts.size - 1), np.diff(starts))
    return np.bincount(rows, weights=values * x.take(columns), minlength=starts.size - 1)
