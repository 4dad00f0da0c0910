# %% wrong: a loop with zip goes along the first axis, and rounds
# kind: public
# cause: several
# about: axis|first|loop|broadcast|points|mix|shape
# about: round|digit
import numpy as np


def l1_distance(a, b):
    # 맨해튼 거리
    dist = 0
    for x, y in zip(a, b):
        dist += abs(x - y)
    return np.round(dist, 3)

# %% wrong: NumPy's norm without an axis
# kind: public
# cause: several
# about: matri|norm|column|largest|\bsum|axis|\ball\b
# about: raise|dimension|matri|breakdown|error|\bsome\b
import numpy as np


class Distance:
    def __init__(self, p):
        self.p = p

    def __call__(self, x1, x2):
        return np.linalg.norm(x1 - x2, self.p)


def l1_distance(a, b):
    return Distance(1)(a, b)

# %% wrong: every point against every point
# kind: plain
# cause: foreign_rule
# about: pair|every|against|shape|axis|broadcast|leading|dimension
import numpy as np


def l1_distance(a, b):
    a, b = np.atleast_2d(a), np.atleast_2d(b)
    return np.sum(np.abs(a[:, None] - b[None]), axis=-1)

# %% wrong: four digits
# kind: public
# cause: rounding
# about: round|digit
import numpy as np


def manhattan(p, q):
    return np.sum(np.abs(p - q), axis=-1)


def l1_distance(a, b):
    d = manhattan(a, b)
    return np.round(d, 4)  # 소수점 넷째 자리까지

# %% wrong: axis 1 is not there for a single point
# kind: plain
# cause: breakdown
# about: axis|AxisError|raise|breakdown|vector|dimension|error
# about: axis
import numpy as np


def l1_distance(a, b):
    return np.abs(a - b).sum(axis=1)

# %% wrong: the summed axis stays
# kind: plain
# cause: unlisted
# about: keepdims|shape|axis|leading|dimension
import numpy as np


def l1_distance(a, b):
    return np.sum(np.abs(a - b), axis=-1, keepdims=True)

# %% wrong: the mean of the axes, in float64
# kind: composed
# cause: inputs_or_dtype
# about: \bmean\b|average|divid|number of dim
# about: dtype|float32|float64|double|precision
import numpy as np


def l1_distance(a, b):
    return np.mean(np.abs(np.asarray(a, float) - np.asarray(b, float)), axis=-1)

# %% wrong: half of the sum
# kind: composed
# cause: foreign_rule
# about: half|halv|0\.5|\b2\b|factor|divid|twice
import numpy as np


def total_variation(p, q):
    return 0.5 * np.sum(np.abs(p - q), axis=-1)


def l1_distance(a, b):
    return total_variation(a, b)

# %% wrong: divided by the sizes of the coordinates
# kind: plain
# cause: foreign_rule
# about: divid|\bsizes?\b|relative|ratio|normal|denominator
import numpy as np


def l1_distance(a, b):
    size = np.abs(a) + np.abs(b)
    return np.sum(np.abs(a - b) / np.where(size == 0, 1, size), axis=-1)

# %% wrong: a root on top, and all pairs in one number
# kind: composed
# cause: several
# about: root|sqrt|exponent|power
# about: axis|\ball\b|pair|\bsum
import numpy as np


def l1_distance(a, b):
    return np.sqrt(np.sum(np.abs(a - b)))

# %% wrong: b is added, and the difference stands in a
# kind: composed
# cause: several
# about: \bsign\b|minus|subtract|\badd|plus
# about: in place|inputs|chang|copy|copies
import numpy as np


def l1_distance(a, b):
    a += b
    return np.sum(np.abs(a), axis=-1)

# %% wrong: two coordinates only
# kind: public
# cause: constant
# about: coordinate|axis|axes|\btwo\b|index|raise|\bsome\b|entry|entries
def l1_distance(a, b):
    """택시 거리: |x1 - x2| + |y1 - y2|"""
    x1, y1 = a[..., 0], a[..., 1]
    x2, y2 = b[..., 0], b[..., 1]
    return abs(x1 - x2) + abs(y1 - y2)

# %% wrong: math.fabs takes single numbers
# kind: public
# cause: raises
# about: array|math|fabs|raise|always|TypeError|breakdown|error
import math


def l1_distance(a, b):
    total = 0.0
    for i in range(len(a)):
        total += math.fabs(a[i] - b[i])
    return total

# %% right: reversed operands and Einstein's sum
import numpy as np


def l1_distance(a, b):
    return np.einsum("...i->...", np.abs(np.subtract(b, a)))

# %% right: the sign of the difference times the difference
from typing import Union

import numpy as np

Number = Union[float, np.ndarray]


def l1_distance(a: np.ndarray, b: np.ndarray) -> Number:
    차이 = a - b
    부호 = np.sign(차이)
    거리 = (차이 * 부호).sum(-1)
    print(f"거리의 모양: {np.shape(거리)}")
    return 거리

# %% right: the coordinates first, then Python's own sum
import numpy as np

l1_distance = lambda a, b: sum(abs(np.moveaxis(a - b, -1, 0)))

# %% right: np.where for the absolute value, and a product with ones
import numpy as np


def l1_distance(a, b):
    d = a - b
    d = np.where(d < 0, -d, d)
    return d @ np.ones(d.shape[-1], dtype=d.dtype)
