# %% wrong: a strength of its own
# kind: public
# cause: constant
# about: lam|0\.01
import numpy as np

LAMBDA = 0.01


class L1Regularizer:
    def __init__(self, alpha=LAMBDA):
        self.alpha = alpha

    def __call__(self, W):
        return self.alpha * np.sum(np.abs(W))

    def grad(self, W):
        return self.alpha * np.sign(W)


def l1_penalty(w, lam=LAMBDA):
    reg = L1Regularizer()
    return reg(w)

# %% wrong: half of the strength, for the mean weight
# kind: composed
# cause: several
# about: half|halv|0\.5|\b2\b|factor|twice
# about: \bmean\b|average|divid
import numpy as np


def l1_penalty(w, lam):
    return lam / 2 * np.mean(np.abs(w))

# %% wrong: the Euclidean norm
# kind: public
# cause: unlisted
# about: root|square|L2|straight|absolute|norm
import numpy as np


def l1_penalty(w, lam):
    # L1 규제
    return lam * np.linalg.norm(w)

# %% wrong: Python's sum, by the number of weights
# kind: public
# cause: several
# about: \brows?\b|axis|number|float|raise|breakdown|\bsum|iter|TypeError|array
# about: divid|\bmean\b|average|number of
def l1_penalty(w, lam):
    m = len(w)
    reg_term = (lam / m) * sum(abs(w))
    return reg_term

# %% wrong: the strength is multiplied into w, and the signs stay
# kind: composed
# cause: inputs_or_dtype
# about: in place|inputs|chang|copy|copies
# about: sign|absolute|negative|cancel
import numpy as np


def l1_penalty(w, lam):
    w = np.asarray(w)
    w *= lam
    return np.sum(w)

# %% wrong: one digit
# kind: plain
# cause: rounding
# about: round|digit
import numpy as np


def l1_penalty(w, lam):
    return round(lam * float(np.sum(np.abs(w))), 1)

# %% wrong: the largest weight, at half the strength
# kind: composed
# cause: several
# about: largest|\bmax|\bsum
# about: half|halv|0\.5|\b2\b|factor|twice
import numpy as np


def l1_penalty(w, lam):
    return 0.5 * lam * np.max(np.abs(w))

# %% wrong: an if on an array of weights
# kind: plain
# cause: breakdown
# about: array|raise|ValueError|truth|breakdown|error
import numpy as np


def l1_penalty(w, lam):
    if w >= 0:
        return lam * np.sum(w)
    return lam * np.sum(-w)

# %% wrong: the strength is added
# kind: plain
# cause: unlisted
# about: \badd|multipl|product|times|lam|plus
import numpy as np


def l1_penalty(w, lam):
    return lam + np.sum(np.abs(w))

# %% wrong: the last entry is an intercept here
# kind: plain
# cause: edge
# about: \blast\b|left out|entry|bias|slice|intercept|weight
import numpy as np


def l1_penalty(w, lam):
    return lam * np.sum(np.abs(np.ravel(w)[:-1]))

# %% wrong: the strength as scikit-learn's C
# kind: public
# cause: several
# about: divid|lam|inverse|strength|denominator
# about: zero|raise|divid|\bsome\b|breakdown|lam|\b0\b
import numpy as np


def l1_penalty(w, lam):
    """C가 작을수록 규제가 강하다."""
    C = float(lam)
    return 1 / C * np.sum(np.abs(w))

# %% wrong: a rounded root for the absolute value
# kind: composed
# cause: several
# about: small number|eps|smooth|root|1e-|added
# about: \bmean\b|average|divid
import numpy as np


def l1_penalty(w, lam):
    smooth = np.sqrt(np.square(w) + 1e-3)
    return lam * np.mean(smooth)

# %% wrong: the strength is cut to a whole number
# kind: public
# cause: rounding
# about: \bint\b|lam|cut|whole|round|digit
import numpy as np


def l1_penalty(w, lam):
    lam = int(lam)
    penalty = 0
    for v in np.ravel(w):
        penalty += lam * abs(v)
    print("penalty", penalty)
    return penalty

# %% wrong: the default strength of Keras
# kind: plain
# cause: constant
# about: lam|0\.01
import numpy as np


def l1_penalty(w, lam=0.01):
    lam = 0.01
    return lam * np.sum(np.abs(w))

# %% right: reversed product and np.fabs
import numpy as np


def l1_penalty(w, lam):
    return np.fabs(w).sum() * lam

# %% right: a map over a flat list
import math

import numpy as np


def l1_penalty(w, lam):
    return math.fsum(map(lambda v: lam * math.fabs(v), np.ravel(w).tolist()))

# %% right: a product of the signs and the weights
from dataclasses import dataclass

import numpy as np


@dataclass
class 패널티:
    세기: float

    def 값(self, w) -> float:
        벡터 = np.ravel(w)
        return float(self.세기 * (np.sign(벡터) @ 벡터))


def l1_penalty(w, lam):
    p = 패널티(세기=lam)
    print(f"{p}")
    return p.값(w)

# %% right: recursion on halves
import numpy as np


def l1_penalty(w, lam):
    v = np.ravel(w)
    if v.size == 1:
        return lam * max(v[0], -v[0])
    half = v.size // 2
    return l1_penalty(v[:half], lam) + l1_penalty(v[half:], lam)
