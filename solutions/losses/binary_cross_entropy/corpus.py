# %% wrong: the two terms are subtracted from each other
# kind: plain
# cause: unlisted
# about: sign|minus|plus|added|subtract|term
import numpy as np


def binary_cross_entropy(logits, targets):
    yes = np.logaddexp(0, -np.asarray(logits))
    no = np.logaddexp(0, logits)
    return np.mean(targets * yes - (1 - targets) * no)

# %% wrong: the logarithm of the bend is left out: only max(x, 0) - x*y
# kind: plain
# cause: unlisted
# about: log|exp|term|left out|dropped|missing
import numpy as np


def binary_cross_entropy(logits, targets):
    return np.mean(np.maximum(logits, 0) - logits * targets)

# %% wrong: no absolute value inside the exponential
# kind: plain
# cause: unlisted
# about: abs|size|sign|overflow
import numpy as np


def binary_cross_entropy(logits, targets):
    loss = np.maximum(logits, 0) - logits * targets + np.log(1 + np.exp(-logits))
    return np.mean(loss)

# %% wrong: 1e-7 added inside both logarithms and summed, after the best-known book
# kind: public
# cause: several
# about: eps|inside|small number|1e-
# about: sum|mean|average
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def binary_cross_entropy(logits, targets):
    delta = 1e-7  # log(0) 방지
    y = sigmoid(logits)
    return -np.sum(targets * np.log(y + delta) + (1 - targets) * np.log(1 - y + delta))

# %% wrong: clipped at 1e-15 and divided by the first axis
# kind: public
# cause: several
# about: clip|bound|probabilit
# about: rows|divided|mean|len|shape
import numpy as np


def binary_cross_entropy(logits, targets):
    """Binary log-loss for logistic regression (vectorised)."""
    A = 1.0 / (1.0 + np.exp(-logits))
    A = np.clip(A, 1e-15, 1 - 1e-15)
    m = targets.shape[0] if np.ndim(targets) > 0 else 1
    cost = -(1.0 / m) * np.sum(targets * np.log(A) + (1 - targets) * np.log(1 - A))
    return np.squeeze(cost)

# %% wrong: clipped at 1e-15 alone
# kind: plain
# cause: edge
# about: probabilities_clipped|clip|bound
import numpy as np


def binary_cross_entropy(logits, targets):
    p = 1 / (1 + np.exp(-np.clip(logits, -700, 700)))
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))

# %% wrong: math.log1p of arrays
# kind: public
# cause: breakdown
# about: array|entr|element|math|breakdown
import math


def softplus(t):
    return max(t, 0) + math.log1p(math.exp(-abs(t)))


def binary_cross_entropy(logits, targets):
    # 숫자 하나에 대한 손실
    return targets * softplus(-logits) + (1 - targets) * softplus(logits)

# %% wrong: the loss is rounded to four digits
# kind: composed
# cause: rounding
# about: round|digit|decimal
import numpy as np


def binary_cross_entropy(logits, targets):
    t = np.logaddexp(0, logits) - np.multiply(logits, targets)
    return round(float(np.mean(t)), 4)

# %% wrong: targets rounded and base-2 logarithm
# kind: composed
# cause: several
# about: round|0\.5|threshold|targets
# about: base|log2|bits|factor|two
import numpy as np


def binary_cross_entropy(logits, targets):
    targets = np.where(np.asarray(targets) > 0.5, 1.0, 0.0)
    loss = np.logaddexp2(0, logits / np.log(2)) - targets * logits / np.log(2)
    return loss.mean()

# %% wrong: 1 - targets written into the caller's array while there is no loss for target zero
# kind: composed
# cause: inputs_or_dtype
# about: in place|input|caller|changed
# about: no_loss|zero|term|no\b
import numpy as np


def binary_cross_entropy(logits, targets):
    loss = targets * np.logaddexp(0, -1 * np.asarray(logits))
    if isinstance(targets, np.ndarray):
        np.subtract(1, targets, out=targets)
    return np.mean(loss)

# %% wrong: one factor too many: divided by two
# kind: public
# cause: foreign_rule
# about: half|factor|two|0\.5|\b2\b
import numpy as np


class BCEWithLogits:
    def __init__(self, reduction="mean"):
        self.reduction = reduction

    def forward(self, x, z):
        # max(x,0) - x*z + log(1+exp(-|x|))
        self.loss = np.maximum(x, 0) - x * z + np.log1p(np.exp(-np.abs(x)))
        if self.reduction == "mean":
            return 0.5 * np.mean(self.loss)
        return self.loss


def binary_cross_entropy(logits, targets):
    criterion = BCEWithLogits()
    return criterion.forward(logits, targets)

# %% wrong: always an AttributeError, as the method is one of torch
# kind: public
# cause: raises
# about: always|attribute|raise|method|error
import numpy as np


def binary_cross_entropy(logits, targets):
    p = 1 / (1 + np.exp(-logits))
    return -(targets * p.log() + (1 - targets) * (1 - p).log()).mean()

# %% wrong: the logits are clipped at 30, and the losses are added up
# kind: composed
# cause: several
# about: clip|bound|cut
# about: sum|mean|average
import numpy as np


def binary_cross_entropy(logits, targets):
    z = np.clip(logits, -30, 30)
    loss = np.log1p(np.exp(-np.abs(z))) + np.maximum(z, 0) - z * targets
    return loss.sum()

# %% right: one signed margin for hard and soft targets alike
import numpy as np


def binary_cross_entropy(logits, targets):
    def cost(margin):
        return np.where(margin > 0, 0, -margin) + np.log1p(np.exp(-np.abs(margin)))

    x = np.asarray(logits)
    return float((targets * cost(x) + (1 - np.asarray(targets)) * cost(-x)).mean())

# %% right: entries one by one, Korean names, fsum
from math import exp, fsum, log1p

import numpy as np


def binary_cross_entropy(logits, targets):
    로짓들 = np.ravel(logits).astype(float)
    정답들 = np.ravel(targets).astype(float)
    손실들 = []
    for 로짓, 정답 in zip(로짓들, 정답들):
        손실들.append(max(로짓, 0.0) - 로짓 * 정답 + log1p(exp(-abs(로짓))))
    return fsum(손실들) / len(손실들)

# %% right: a class with methods and an early return for numbers
import math
import numpy as np


class Loss:
    @classmethod
    def of_number(cls, x: float, y: float) -> float:
        low, high = -abs(x), max(x, 0)
        return high - x * y + math.log1p(math.exp(low))

    @classmethod
    def of_array(cls, x, y):
        return np.mean([cls.of_number(float(a), float(b)) for a, b in zip(x.flat, y.flat)])


def binary_cross_entropy(logits, targets):
    if isinstance(logits, float):
        return Loss.of_number(logits, targets)
    return Loss.of_array(logits, targets)

# %% right: a dot product and a division by the size
import numpy as np


def binary_cross_entropy(logits, targets):
    x, y = np.reshape(logits, -1), np.reshape(targets, -1)
    softplus = -np.minimum(-x, 0) + np.log1p(np.exp(np.minimum(x, -x)))
    return (softplus.sum() - x @ y) / x.size
