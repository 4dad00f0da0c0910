# %% wrong: no two, and absolute values for the signs
# kind: composed
# cause: several
# about: \b2\b|\btwo\b|factor|half|halv|square
# about: \babs|absolute|sign|slope|differenti
import numpy as np


def penalty_gradient(w, lam, ratio):
    return lam * (ratio * np.abs(w) + (1 - ratio) * w)

# %% wrong: a strength of its own
# kind: public
# cause: constant
# about: lam|strength|0\.01
import numpy as np

reg_lambda = 0.01


class Regularizer:
    def __init__(self, l1_ratio):
        self.l1_ratio = l1_ratio

    def grad(self, w):
        # 미분
        l1 = self.l1_ratio * np.sign(w)
        l2 = (1 - self.l1_ratio) * 2 * w
        return reg_lambda * (l1 + l2)


def penalty_gradient(w, lam, ratio):
    return Regularizer(ratio).grad(w)

# %% wrong: half and half
# kind: plain
# cause: constant
# about: ratio|share|0\.5|mix
import numpy as np


def penalty_gradient(w, lam, ratio=0.5):
    return lam * (0.5 * np.sign(w) + w)

# %% wrong: np.where has no zero, and no two
# kind: public
# cause: several
# about: zero|sign
# about: \b2\b|\btwo\b|factor|half|halv|square
import numpy as np


def penalty_gradient(w, lam, ratio):
    w = np.asarray(w)
    sign = np.where(w > 0, 1, -1).astype(w.dtype)
    l1_grad = ratio * sign
    l2_grad = (1 - ratio) * w
    return lam * (l1_grad + l2_grad)

# %% wrong: an if on an array
# kind: plain
# cause: breakdown
# about: array|raise|ValueError|truth|breakdown|error
def penalty_gradient(w, lam, ratio):
    if w > 0:
        sign = 1
    elif w < 0:
        sign = -1
    else:
        sign = 0
    return lam * (ratio * sign + 2 * (1 - ratio) * w)

# %% wrong: the weights after a step
# kind: composed
# cause: several
# about: step|subtract|update|gradient|minus|weight
# about: \b2\b|\btwo\b|factor|half|halv|square
import numpy as np


def penalty_gradient(w, lam, ratio):
    return w - lam * (ratio * np.sign(w) + (1 - ratio) * w)

# %% wrong: soft thresholding
# kind: public
# cause: foreign_rule
# about: threshold|gradient|sign|step|\bmax|prox|slope
import numpy as np


def soft_threshold(x, t):
    return np.sign(x) * np.maximum(np.abs(x) - t, 0)


def penalty_gradient(w, lam, ratio):
    # proximal operator
    return soft_threshold(w, lam * ratio) / (1 + 2 * lam * (1 - ratio))

# %% wrong: forward differences
# kind: public
# cause: foreign_rule
# about: zero|differen|sign|numerical|step|digit|small number
import numpy as np


def penalty(v, lam, ratio):
    return lam * (ratio * np.abs(v) + (1 - ratio) * np.square(v))


def penalty_gradient(w, lam, ratio):
    h = 1e-4  # 0.0001
    return (penalty(w + h, lam, ratio) - penalty(w, lam, ratio)) / h

# %% wrong: two digits
# kind: plain
# cause: rounding
# about: round|digit
import numpy as np


def penalty_gradient(w, lam, ratio):
    return np.round(lam * (ratio * np.sign(w) + 2 * (1 - ratio) * w), 2)

# %% wrong: no two, and float64
# kind: composed
# cause: inputs_or_dtype
# about: \b2\b|\btwo\b|factor|half|halv|square
# about: dtype|float32|float64|double|precision
import numpy as np


def penalty_gradient(w, lam, ratio):
    w = np.asarray(w, dtype=np.float64)
    return lam * (ratio * np.sign(w) + (1 - ratio) * w)

# %% wrong: the sign of the whole is turned
# kind: plain
# cause: unlisted
# about: sign|minus|negative|against|direction
import numpy as np


def penalty_gradient(w, lam, ratio):
    return -lam * (ratio * np.sign(w) + 2 * (1 - ratio) * w)

# %% wrong: the squares are not differentiated
# kind: plain
# cause: edge
# about: square|deriv|differenti|\b2\b|exponent|power
import numpy as np


def penalty_gradient(w, lam, ratio):
    return lam * (ratio * np.sign(w) + (1 - ratio) * w**2)

# %% wrong: divided by the number of weights, with exchanged shares
# kind: composed
# cause: several
# about: \bmean\b|average|divid|number of|\bsizes?\b
# about: share|swap|exchang|ratio
import numpy as np


def penalty_gradient(w, lam, ratio):
    return lam * ((1 - ratio) * np.sign(w) + 2 * ratio * w) / np.size(w)

# %% wrong: copysign is for single numbers, and zero has a sign there
# kind: public
# cause: several
# about: array|math|raise|TypeError|breakdown|error
# about: \bzero\b|\bsigns?\b
import math


def penalty_gradient(w, lam, ratio):
    return lam * (ratio * math.copysign(1.0, w) + 2 * (1 - ratio) * w)

# %% wrong: the weights are scaled in place, and the two is missing
# kind: composed
# cause: inputs_or_dtype
# about: in place|inputs|chang|copy|copies
# about: \b2\b|\btwo\b|factor|half|halv|square
import numpy as np


def penalty_gradient(w, lam, ratio):
    w = np.asarray(w)
    signs = np.sign(w)
    w *= 1 - ratio
    w += ratio * signs
    w *= lam
    return w

# %% wrong: weight decay of 1e-4
# kind: plain
# cause: constant
# about: lam|strength|1e-4|0\.0001
import numpy as np


def penalty_gradient(w, lam=1e-4, ratio=0.5):
    decay = 1e-4
    return decay * (ratio * np.sign(w) + 2 * (1 - ratio) * w)

# %% right: a clipped quotient for the sign
import numpy as np


def penalty_gradient(w, lam, ratio):
    w = np.asarray(w)
    size = np.abs(w)
    safe = np.where(size > 0, size, np.ones_like(size))
    return 2 * lam * (1 - ratio) * w + lam * ratio * (w / safe)

# %% right: symmetric: one gradient for each sign
import numpy as np


def penalty_gradient(w, lam, ratio):
    기울기 = lam * 2 * (1 - ratio) * np.array(w)
    기울기 = np.add(기울기, lam * ratio, where=np.greater(w, 0), out=np.array(기울기))
    return np.subtract(기울기, lam * ratio, where=np.less(w, 0), out=np.array(기울기))

# %% right: recursion into the axes
import numpy as np


def penalty_gradient(w, lam, ratio):
    if np.ndim(w) == 0:
        x = float(w)
        slope = lam * (ratio * ((x > 0) - (x < 0)) + 2 * (1 - ratio) * x)
        return np.asarray(slope, dtype=np.asarray(w).dtype)
    return np.stack([penalty_gradient(part, lam, ratio) for part in w])

# %% right: a class with a method for each part
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass
class ElasticNetGrad:
    lam: float
    rho: float

    def l1(self, w: Any) -> Any:
        return self.rho * np.sign(w)

    def l2(self, w: Any) -> Any:
        return (1 - self.rho) * (w + w)

    def __call__(self, w: Any) -> Any:
        return (self.l1(w) + self.l2(w)) * self.lam


def penalty_gradient(w, lam, ratio):
    return ElasticNetGrad(lam=lam, rho=ratio)(w)
