# %% wrong: math.sqrt is for single numbers
# kind: public
# cause: breakdown
# about: array|math|sqrt|raise|TypeError|breakdown|error
import math

import numpy as np


def l2_distance(a, b):
    # 유클리드 거리
    diff_sq = (a - b) ** 2
    return math.sqrt(np.sum(diff_sq, axis=-1))

# %% wrong: one norm for all points, with two digits
# kind: public
# cause: several
# about: axis|\ball\b|pair|\bsum
# about: round|digit
import numpy as np


def euclidean(x, y):
    return round(float(np.linalg.norm(x - y)), 2)


def l2_distance(a, b):
    dist = euclidean(a, b)
    print("distance =", dist)
    return dist

# %% wrong: multiplied out, without a floor at zero
# kind: plain
# cause: edge
# about: square|multipl|subtract|digit|close
import numpy as np


def l2_distance(a, b):
    aa = np.sum(a**2, axis=-1)
    bb = np.sum(b**2, axis=-1)
    ab = np.sum(a * b, axis=-1)
    return np.sqrt(aa - 2 * ab + bb)

# %% wrong: 1e-8 under the root
# kind: plain
# cause: edge
# about: small number|1e-8|1e-08|eps|added|root
import numpy as np


def l2_distance(a, b):
    return np.sqrt(np.sum((a - b) ** 2, axis=-1) + 1e-8)

# %% wrong: three digits
# kind: plain
# cause: rounding
# about: round|digit
import numpy as np


def l2_distance(a, b):
    return np.around(np.sqrt(np.sum((a - b) ** 2, axis=-1)), 3)

# %% wrong: the points are added, and the root is not taken
# kind: composed
# cause: several
# about: sign|minus|subtract|plus|\badd
# about: root|sqrt|square
import numpy as np


def l2_distance(a, b):
    return np.sum((a + b) ** 2, axis=-1)

# %% wrong: Minkowski's distance with three
# kind: public
# cause: constant
# about: exponent|power|root|\b3\b|cube
import numpy as np


def minkowski_distance(x, y, p=3):
    return np.sum(np.abs(x - y) ** p, axis=-1) ** (1 / p)


def l2_distance(a, b):
    return minkowski_distance(a, b)

# %% wrong: the power binds more tightly than the slash
# kind: plain
# cause: unlisted
# about: precedence|half|halv|bracket|divid|root|exponent|power|square
import numpy as np


def l2_distance(a, b):
    return np.sum((a - b) ** 2, axis=-1) ** 1 / 2

# %% wrong: a mean, along the first axis
# kind: composed
# cause: several
# about: \bmean\b|average|divid
# about: axis|first
import numpy as np


def l2_distance(a, b):
    return np.sqrt(np.mean((a - b) ** 2, axis=0))

# %% wrong: two loops over all pairs, into zeros of float64
# kind: public
# cause: several
# about: pair|every|shape|axis|broadcast|leading|dimension
# about: dtype|float32|float64|double|precision|pair|shape|raise
import numpy as np


class KNN:
    def compute_distances_two_loops(self, X, X_train):
        num_test = X.shape[0]
        num_train = X_train.shape[0]
        dists = np.zeros((num_test, num_train))
        for i in range(num_test):
            for j in range(num_train):
                dists[i, j] = np.sqrt(np.sum((X[i] - X_train[j]) ** 2))
        return dists


def l2_distance(a, b):
    if a.ndim == 1:
        a = a[None]
    if b.ndim == 1:
        b = b[None]
    return KNN().compute_distances_two_loops(a, b)

# %% wrong: the root is missing, and a is overwritten
# kind: composed
# cause: inputs_or_dtype
# about: root|sqrt|square
# about: in place|inputs|chang|copy|copies
import numpy as np


def l2_distance(a, b):
    a -= b
    a **= 2
    return a.sum(axis=-1)

# %% wrong: the squares are subtracted
# kind: plain
# cause: unlisted
# about: square|before|order|subtract|difference|\babs|absolute
import numpy as np


def l2_distance(a, b):
    return np.sqrt(np.abs(np.sum(a**2 - b**2, axis=-1)))

# %% wrong: a similarity
# kind: public
# cause: several
# about: invers|divid|similar|reciproc|denominator
# about: axis|\ball\b|pair|\bsum
import numpy as np


def l2_distance(a, b):
    # 거리가 가까울수록 1
    d = np.sqrt(((a - b) ** 2).sum())
    return 1 / (1 + d)

# %% right: the modulus of one complex number after another
import functools

import numpy as np


def l2_distance(a, b):
    difference = np.moveaxis(b - a, -1, 0)
    return functools.reduce(np.hypot, difference[1:], np.abs(difference[0]))

# %% right: a matrix product of each difference with itself
import numpy as np


def l2_distance(a, b):
    d = (a - b)[..., None, :]
    return np.sqrt(d @ np.swapaxes(d, -1, -2))[..., 0, 0]

# %% right: in Korean, with an early return for two points
import math

import numpy as np


class 점:
    def __init__(self, 좌표):
        self.좌표 = 좌표

    def 거리(self, 다른점):
        차이 = self.좌표 - 다른점.좌표
        if 차이.ndim == 1:
            return math.sqrt(sum(float(c) ** 2 for c in 차이))
        return np.power(np.power(차이, 2).sum(axis=차이.ndim - 1), 0.5)


def l2_distance(a, b):
    return 점(a).거리(점(b))

# %% right: scaled by the largest difference
import numpy as np


def l2_distance(a, b):
    d = np.abs(a - b)
    top = d.max(axis=-1, keepdims=True)
    safe = np.where(top > 0, top, np.ones_like(top))
    return np.sqrt(((d / safe) ** 2).sum(axis=-1)) * top[..., 0]
