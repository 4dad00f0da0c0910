# %% wrong: rows of a matrix, nothing for a number, three digits
# kind: public
# cause: several
# about: \brows?\b|axis|first|\bsum|matri|array for|number
# about: number|float|raise|breakdown|round|digit
# about: round|digit
import numpy as np


def l1_norm(w):
    s = 0
    for i in range(len(w)):
        s += np.abs(w[i])  # 절댓값을 더한다
    return np.round(s, 3)

# %% wrong: an if on an array
# kind: plain
# cause: breakdown
# about: array|raise|ValueError|truth|breakdown|error
# about: array|\babs|absolute|breakdown|\bsum|ValueError
import numpy as np


def l1_norm(w):
    if w < 0:
        w = -w
    return np.sum(w)

# %% wrong: the largest sum of a row
# kind: public
# cause: foreign_rule
# about: matri|\brows?\b|largest|\bmax|norm|axis
# about: empty|raise|error|breakdown|\bmax|vector|number
import numpy as np


class Norms:
    @staticmethod
    def l1(W):
        W = np.atleast_2d(W)
        return np.max(np.sum(np.abs(W), axis=1))


def l1_norm(w):
    return Norms.l1(w)

# %% wrong: two digits
# kind: plain
# cause: rounding
# about: round|digit
import numpy as np


def l1_norm(w):
    return round(float(np.sum(np.abs(w))), 2)

# %% wrong: the mean, which an empty array has not
# kind: plain
# cause: edge
# about: \bmean\b|average|divid
import numpy as np


def l1_norm(w):
    return np.mean(np.abs(w))

# %% wrong: a smooth absolute value
# kind: composed
# cause: several
# about: small number|eps|smooth|root|1e-|added
# about: \brows?\b|axis|number
import numpy as np

EPS = 1e-4


def l1_norm(w):
    return np.sum(np.sqrt(np.square(w) + EPS), axis=0)

# %% wrong: squares, and halved
# kind: composed
# cause: several
# about: square|absolute|L2|root
# about: half|halv|0\.5|\b2\b|factor|twice
import numpy as np


def l1_norm(w):
    return np.sum(np.square(w)) / 2

# %% wrong: only positive weights count
# kind: plain
# cause: unlisted
# about: negative|sign|absolute|positive
import numpy as np


def l1_norm(w):
    return np.sum(np.maximum(w, 0))

# %% wrong: a float has no flatten
# kind: public
# cause: breakdown
# about: number|float|flatten|AttributeError|raise|breakdown|error
import numpy as np


def l1_norm(w):
    # 행렬이면 벡터로 펴서 계산
    vec = w.flatten()
    norm = np.linalg.norm(vec, ord=1)
    print("L1 norm:", norm)
    return norm

# %% wrong: the largest entry, cut to a whole number
# kind: composed
# cause: several
# about: largest|\bmax|\bsum|entry|entries
# about: round|digit|whole|\bint\b|cut
import numpy as np


def l1_norm(w):
    return int(np.max(np.abs(w), initial=0))

# %% wrong: overwritten by its absolute values, and averaged
# kind: composed
# cause: inputs_or_dtype
# about: in place|inputs|chang|copy|copies
# about: \bmean\b|average|divid
import numpy as np


def l1_norm(w):
    w = np.asarray(w)
    np.absolute(w, out=w)
    return np.sum(w) / max(w.size, 1)

# %% wrong: an array that keeps its axes
# kind: plain
# cause: unlisted
# about: keepdims|shape|axis|array|leading|dimension|number
import numpy as np


def l1_norm(w):
    return np.sum(np.abs(w), keepdims=True)

# %% wrong: two weights
# kind: public
# cause: constant
# about: \btwo\b|index|entry|entries|coordinate|raise|breakdown
def l1_norm(w):
    w1, w2 = w[0], w[1]
    return abs(w1) + abs(w2)

# %% right: positive minus negative entries
import numpy as np


def l1_norm(w):
    w = np.asarray(w)
    return w[w > 0].sum() - w[w < 0].sum()

# %% right: recursion into the axes
def l1_norm(w):
    if getattr(w, "ndim", 0) == 0:
        return abs(float(w))
    return sum((l1_norm(part) for part in w), 0.0)

# %% right: the square root of squares, entry by entry
import math

import numpy as np


def l1_norm(w: "np.ndarray | float") -> float:
    가중치들: list[float] = np.ravel(w).tolist()
    return math.fsum(math.sqrt(무게 * 무게) for 무게 in 가중치들)

# %% right: signs times entries
import numpy as np


class Vector:
    def __init__(self, values):
        self.values = np.array(values, dtype=float).reshape(-1)

    @property
    def norm(self):
        return np.dot(np.sign(self.values), self.values)


l1_norm = lambda w: Vector(w).norm
