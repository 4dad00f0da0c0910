# %% wrong: divided by the largest power and not by the sum
# kind: plain
# cause: unlisted
# about: sum|total|denominator|max
import numpy as np


def softmax(z, axis=-1):
    powers = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return powers / np.max(powers, axis=axis, keepdims=True)

# %% wrong: the mean of the powers in the denominator
# kind: plain
# cause: unlisted
# about: sum|mean|average|total
import numpy as np


def softmax(z, axis=-1):
    shifted = z - z.max(axis=axis, keepdims=True)
    e = np.exp(shifted)
    return e / e.mean(axis=axis, keepdims=True)

# %% wrong: the book's version for one vector: global maximum and one sum for all
# kind: public
# cause: several
# about: sum|whole array|one_sum
# about: max|shift|largest|axis
import numpy as np


def softmax(z, axis=-1):
    a = z
    c = np.max(a)
    exp_a = np.exp(a - c)  # 오버플로 대책
    sum_exp_a = np.sum(exp_a)
    y = exp_a / sum_exp_a
    return y

# %% wrong: no shift, and a small number in the denominator
# kind: composed
# cause: several
# about: shift|overflow|max|taken off|taking
# about: eps|small number|denominator|1e-
import numpy as np


def softmax(z, axis=-1):
    e = np.exp(z)
    return e / (e.sum(axis=axis, keepdims=True) + 1e-8)

# %% wrong: axis 1 is written into the lines
# kind: plain
# cause: constant
# about: axis
import numpy as np


def softmax(z, axis=-1):
    if z.ndim == 1:
        e = np.exp(z - z.max())
        return e / e.sum()
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)

# %% wrong: axis 1 in the lines, which arrays of one axis do not have
# kind: public
# cause: breakdown
# about: axis|axes|dimension|vector
import numpy as np


class SoftmaxLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        # x: (batch, classes)
        x = x - np.max(x, axis=1, keepdims=True)
        self.out = np.exp(x) / np.sum(np.exp(x), axis=1, keepdims=True)
        return self.out


def softmax(z, axis=-1):
    layer = SoftmaxLayer()
    return layer.forward(z)

# %% wrong: transposed for tables, so that tables alone are meant, and the axis is not used
# kind: public
# cause: several
# about: axis|axes
# about: max|shift|whole|transpos|dimension|sum|breakdown
import numpy as np


def softmax(z, axis=-1):
    x = z
    if x.ndim == 2:
        x = x.T
        x = x - np.max(x, axis=0)
        y = np.exp(x) / np.sum(np.exp(x), axis=0)
        return y.T
    x = x - np.max(x)
    return np.exp(x) / np.sum(np.exp(x))

# %% wrong: the least score is taken off
# kind: plain
# cause: edge
# about: shifted_by_less|largest|max|least|min
import numpy as np


def softmax(z, axis=-1):
    z = z - np.min(z, axis=axis, keepdims=True)
    e = np.exp(z)
    return e / np.sum(e, axis=axis, keepdims=True)

# %% wrong: probabilities to four digits
# kind: public
# cause: rounding
# about: round|digit|decimal
import numpy as np


def softmax(z, axis=-1):
    """소프트맥스: 합이 1이 되도록 정규화"""
    logits = z
    m = np.amax(logits, axis=axis, keepdims=True)
    num = np.exp(logits - m)
    den = np.sum(num, axis=axis, keepdims=True)
    probs = num / den
    return np.around(probs, decimals=4)

# %% wrong: the maximum of everything, subtracted in the caller's array
# kind: composed
# cause: inputs_or_dtype
# about: largest_of_all|whole array|max|axis
# about: in place|input|caller|changed
import numpy as np


def softmax(z, axis=-1):
    z -= z.max()
    e = np.exp(z)
    return e / e.sum(axis=axis, keepdims=True)

# %% wrong: keepdim, which is the word of another library
# kind: public
# cause: raises
# about: always|raise|argument|keepdim|error
import numpy as np


def softmax(z, axis=-1):
    e_x = np.exp(z - np.max(z, axis=axis, keepdim=True))
    return e_x / e_x.sum(axis=axis, keepdim=True)

# %% wrong: a temperature of two
# kind: public
# cause: foreign_rule
# about: base|exp2|\bexp\b|power|two|temperature|half|factor
import numpy as np

TEMPERATURE = 2.0


def softmax(z, axis=-1):
    scaled = z / TEMPERATURE
    scaled = scaled - np.max(scaled, axis=axis, keepdims=True)
    w = np.exp(scaled)
    return w / np.sum(w, axis=axis, keepdims=True)

# %% wrong: the columns by default, and float64 because of a list of rows
# kind: composed
# cause: several
# about: default|axis|columns
# about: dtype|float64|float32|double|precision
import numpy as np


def softmax(z, axis=0):
    z = np.array(z.tolist())
    p = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return p / np.sum(p, axis=axis, keepdims=True)

# %% wrong: the axis is not used, and there are three digits
# kind: composed
# cause: several
# about: axis
# about: round|digit|decimal
import numpy as np


def softmax(z, axis=-1):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return np.round(e / e.sum(axis=-1, keepdims=True), 3)

# %% right: recursion from axis to axis
import numpy as np


def softmax(z, axis=-1):
    axis = axis % z.ndim
    if axis > 0:
        return np.stack([softmax(part, axis - 1) for part in z])
    weights = np.exp(z - z.max(axis=0))
    return weights / weights.sum(axis=0)

# %% right: Korean names and swapped axes
import numpy as np


def softmax(z, axis=-1):
    점수 = np.swapaxes(z, axis, -1).copy()
    점수 -= 점수.max(-1, keepdims=True)
    지수 = np.exp(점수)
    확률 = 지수 / 지수.sum(-1, keepdims=True)
    return np.swapaxes(확률, axis, -1)

# %% right: the maximum by reduce, the division by the negative power
from functools import reduce

import numpy as np


def softmax(z: np.ndarray, axis: int = -1) -> np.ndarray:
    pieces = np.split(z, z.shape[axis], axis=axis)
    top = reduce(np.maximum, pieces)
    total = sum(np.exp(piece - top) for piece in pieces)
    return np.exp(z - top) * np.power(total, -1)

# %% right: a dataclass, column by column
from dataclasses import dataclass

import numpy as np


@dataclass
class Column:
    scores: np.ndarray

    def probabilities(self):
        powers = np.exp(self.scores - np.max(self.scores))
        return powers / powers.sum()


def softmax(z, axis=-1):
    result = np.empty_like(z)
    rows, out = np.moveaxis(z, axis, -1), np.moveaxis(result, axis, -1)
    for place in np.ndindex(rows.shape[:-1]):
        out[place] = Column(rows[place]).probabilities()
    return result
