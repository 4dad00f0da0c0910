# %% wrong: half and half
# kind: public
# cause: constant
# about: ratio|share|0\.5|mix
import numpy as np


class ElasticNet:
    def __init__(self, alpha, l1_ratio=0.5):
        self.alpha = alpha
        self.l1_ratio = l1_ratio

    def __call__(self, w):
        l1 = self.l1_ratio * np.sum(np.abs(w))
        l2 = (1 - self.l1_ratio) * np.sum(np.square(w))
        return self.alpha * (l1 + l2)


def elastic_net_penalty(w, lam, ratio):
    return ElasticNet(lam)(w)

# %% wrong: a strength of its own
# kind: plain
# cause: constant
# about: lam|strength|0\.1
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    strength = 0.1
    return strength * (ratio * np.sum(np.abs(w)) + (1 - ratio) * np.sum(np.square(w)))

# %% wrong: the norm itself, and halved
# kind: composed
# cause: several
# about: root|norm|square
# about: \bhalf\b|0\.5|1/2|\b2\b|factor|twice
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    l1 = np.sum(np.abs(w))
    l2 = np.sqrt(np.sum(np.square(w)))
    return lam * (ratio * l1 + 0.5 * (1 - ratio) * l2)

# %% wrong: scikit-learn's half, and the shares exchanged
# kind: public
# cause: several
# about: \bhalf\b|0\.5|1/2|\b2\b|factor|twice
# about: share|swap|exchang|ratio|l1
import numpy as np


class l1_l2_regularization:
    """Regularization for Elastic Net Regression"""

    def __init__(self, alpha, l1_ratio):
        self.alpha = alpha
        self.l1_ratio = l1_ratio

    def __call__(self, w):
        l2_contr = self.l1_ratio * 0.5 * np.sum(w * w)
        l1_contr = (1 - self.l1_ratio) * np.sum(np.abs(w))
        return self.alpha * (l1_contr + l2_contr)


def elastic_net_penalty(w, lam, ratio):
    return l1_l2_regularization(lam, ratio)(w)

# %% wrong: brackets are missing around the share
# kind: plain
# cause: unlisted
# about: bracket|precedence|share|ratio|l2
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    l1 = np.sum(np.abs(w))
    l2 = np.sum(np.square(w))
    return lam * (ratio * l1 + 1 - ratio * l2)

# %% wrong: the larger share takes all
# kind: public
# cause: foreign_rule
# about: ratio|mix|share|l1|l2
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    # ratio에 따라 L1 또는 L2를 선택
    if ratio >= 0.5:
        return lam * np.sum(np.abs(w))
    else:
        return lam * np.sum(np.square(w))

# %% wrong: three digits
# kind: public
# cause: rounding
# about: round|digit
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    l1_term = ratio * sum(abs(v) for v in np.ravel(w))
    l2_term = (1 - ratio) * sum(v * v for v in np.ravel(w))
    penalty = round(float(lam * (l1_term + l2_term)), 3)
    print(f"penalty: {penalty}")
    return penalty

# %% wrong: the L1 part is a mean, and the L2 part is halved
# kind: composed
# cause: several
# about: \bmean\b|average|divid
# about: half|halv|0\.5|1/2|\b2\b|factor|twice
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    return lam * (ratio * np.mean(np.abs(w)) + (1 - ratio) / 2 * np.sum(np.square(w)))

# %% wrong: NumPy's norms of a matrix
# kind: public
# cause: breakdown
# about: matri|norm|column|singular|largest
# about: number|raise|dimension|breakdown|axes|\bsome\b|error
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    l1 = np.linalg.norm(w, 1)
    l2 = np.linalg.norm(w, 2) ** 2
    return lam * (ratio * l1 + (1 - ratio) * l2)

# %% wrong: the two penalties are multiplied
# kind: plain
# cause: unlisted
# about: multipl|product|\badd|times|\bsum|mix
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    l1 = ratio * np.sum(np.abs(w))
    l2 = (1 - ratio) * np.sum(np.square(w))
    return lam * l1 * l2

# %% wrong: two strengths, and signs in the first part
# kind: composed
# cause: several
# about: strength|share|mix|\btwo\b
# about: sign|\babs|absolute|negative
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    return lam * np.sum(w) + ratio * np.sum(np.square(w))

# %% wrong: squares written into the weights, and the shares exchanged
# kind: composed
# cause: inputs_or_dtype
# about: in place|inputs|chang|copy|copies
# about: share|swap|exchang|ratio|l1
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    w = np.asarray(w)
    l1 = np.sum(np.abs(w))
    w *= w
    return lam * ((1 - ratio) * l1 + ratio * np.sum(w))

# %% wrong: the share of L2 is squared
# kind: plain
# cause: unlisted
# about: square|share|exponent|power|ratio|twice
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    l1 = np.sum(np.abs(w))
    l2 = np.sum(np.square((1 - ratio) * w))
    return lam * (ratio * l1 + l2)

# %% wrong: the default strength of one
# kind: public
# cause: constant
# about: lam|strength|\b1\b|1\.0
import numpy as np


def elastic_net_penalty(w, lam=1.0, ratio=0.5, alpha=1.0):
    w = np.asarray(w)
    l1_part = alpha * ratio * np.abs(w).sum()
    l2_part = alpha * (1 - ratio) * (w**2).sum()
    return l1_part + l2_part

# %% right: both strengths first
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    lam1, lam2 = lam * ratio, lam - lam * ratio
    flat = np.ravel(w)
    return lam1 * np.abs(flat).sum() + lam2 * (flat**2).sum()

# %% right: np.interp between the two penalties
import numpy as np


def elastic_net_penalty(w, lam, ratio):
    ends = [np.square(w).sum(), np.absolute(w).sum()]
    return lam * float(np.interp(ratio, [0, 1], ends))

# %% right: completed squares, in Korean
from functools import reduce

import numpy as np


def elastic_net_penalty(w, lam, ratio):
    def 더하기(합, 무게):
        크기 = abs(무게)
        return 합 + 크기 * (ratio + (1 - ratio) * 크기)

    합계 = reduce(더하기, np.asarray(w, dtype=float).reshape(-1).tolist(), 0.0)
    print(f"합계 {합계:.4f}")
    return lam * 합계

# %% right: a dot product of shares and norms
import numpy as np


class Penalty:
    def __init__(self, lam: float, ratio: float):
        self.coef = np.array([ratio, 1.0 - ratio]) * lam

    def terms(self, w) -> np.ndarray:
        v = np.atleast_1d(np.asarray(w, dtype=np.float64)).flatten()
        return np.array([np.linalg.norm(v, 1), np.dot(v, v)])


def elastic_net_penalty(w, lam, ratio):
    p = Penalty(lam, ratio)
    return p.coef @ p.terms(w)
