# %% wrong: a strength of its own before the penalty
# kind: public
# cause: constant
# about: factor|0\.1|strength|times|constant|multipl|penalty
LAMBDA = 0.1


class RegularizedLoss:
    def __init__(self, loss_fn, reg_fn, lam=LAMBDA):
        self.loss_fn = loss_fn
        self.reg_fn = reg_fn
        self.lam = lam

    def __call__(self, w):
        return self.loss_fn(w) + self.lam * self.reg_fn(w)


def penalised_loss(loss, penalty):
    return RegularizedLoss(loss, penalty)

# %% wrong: the mean of loss and penalty
# kind: plain
# cause: unlisted
# about: half|halv|\bmean\b|average|divid|0\.5|\b2\b|factor
def penalised_loss(loss, penalty):
    def total(w):
        return (loss(w) + penalty(w)) / 2

    return total

# %% wrong: the penalty by the number of weights
# kind: public
# cause: several
# about: number|float|raise|TypeError|breakdown|\blen\b
# about: divid|\bmean\b|average|number of|\bsizes?\b
def penalised_loss(loss, penalty):
    def cost(w):
        m = len(w)
        # 규제항은 m으로 나눈다
        return loss(w) + penalty(w) / m

    return cost

# %% wrong: a value, of weights that are not there
# kind: public
# cause: raises
# about: always|raise|NameError|function|breakdown|error|uses `w`, which is not defined
def penalised_loss(loss, penalty):
    total_loss = loss(w) + penalty(w)
    return total_loss

# %% wrong: two digits
# kind: plain
# cause: rounding
# about: round|digit
def penalised_loss(loss, penalty):
    return lambda w: round(float(loss(w) + penalty(w)), 2)

# %% wrong: the larger of the two
# kind: plain
# cause: unlisted
# about: larger|\bmax|\badd|\bsum
def penalised_loss(loss, penalty):
    def total(w):
        return max(loss(w), penalty(w))

    return total

# %% wrong: half of the penalty is subtracted
# kind: composed
# cause: several
# about: sign|minus|subtract|gain|negative
# about: half|halv|0\.5|\b2\b|factor
def penalised_loss(loss, penalty):
    return lambda w: loss(w) - 0.5 * penalty(w)

# %% wrong: globals, and three digits
# kind: composed
# cause: several
# about: share|earlier|global|state|first|second|depend|raises RecursionError for some inputs
# about: round|digit
import numpy as np

L = None
R = None


def penalised_loss(loss, penalty):
    global L, R
    L, R = loss, penalty

    def total(w):
        return np.round(L(w) + R(w), 3)

    return total

# %% wrong: printed, not returned
# kind: public
# cause: unlisted
# about: return|none|nothing|print
def penalised_loss(loss, penalty):
    def total(w):
        data_loss = loss(w)
        reg_loss = penalty(w)
        print("total loss:", data_loss + reg_loss)

    return total

# %% wrong: the root of the loss
# kind: plain
# cause: foreign_rule
# about: root|sqrt|square|exponent|power
import numpy as np


def penalised_loss(loss, penalty):
    def total(w):
        rmse = np.sqrt(loss(w))
        return rmse + penalty(w)

    return total

# %% wrong: a number has no copy
# kind: plain
# cause: breakdown
# about: number|float|copy|AttributeError|raise|breakdown|error
def penalised_loss(loss, penalty):
    def total(w):
        weights = w.copy()
        return loss(weights) + penalty(weights)

    return total

# %% wrong: penalised weight by weight, and squared
# kind: composed
# cause: several
# about: each|entry|\ball\b|\bsum|loop|weight|iter|number|breakdown|raise|\brows?\b
# about: square|exponent|power|penalty
def penalised_loss(loss, penalty):
    def total(w):
        value = loss(w)
        for each in w:
            value += penalty(each) ** 2
        return value

    return total

# %% wrong: remembered by the shape of the weights
# kind: public
# cause: unlisted
# about: earlier|remember|first value|state|same|depend|again|shape
import numpy as np


class CachedObjective:
    def __init__(self, loss, penalty):
        self.loss, self.penalty = loss, penalty
        self.cache = {}

    def __call__(self, w):
        key = np.shape(w)
        if key not in self.cache:  # 이미 계산했으면 다시 계산하지 않는다
            self.cache[key] = self.loss(w) + self.penalty(w)
        return self.cache[key]


def penalised_loss(loss, penalty):
    return CachedObjective(loss, penalty)

# %% wrong: weights are dropped at random
# kind: public
# cause: draws
# about: random|draw|by itself
import numpy as np


def penalised_loss(loss, penalty):
    def total(w):
        # dropout
        mask = (np.random.rand(*np.shape(w)) > 0.5) * 1.0
        return loss(w * mask) + penalty(w)

    return total

# %% wrong: the penalty of the loss, which is halved
# kind: composed
# cause: several
# about: size of the loss|penalty of|penalty_of|exchang|value
# about: half|halv|0\.5|\b2\b|factor|divid
def penalised_loss(loss, penalty):
    def total(w):
        value = 0.5 * loss(w)
        return value + penalty(value)

    return total

# %% wrong: a hundredth of the penalty
# kind: plain
# cause: constant
# about: factor|0\.01|strength|times|constant|multipl|penalty
def penalised_loss(loss, penalty):
    def total(w):
        return loss(w) + 0.01 * penalty(w)

    return total

# %% right: a class with __call__
from typing import Any, Callable

Fn = Callable[[Any], float]


class Sum:
    def __init__(self, *terms: Fn):
        self.terms = terms

    def __call__(self, w: Any) -> float:
        return sum(term(w) for term in self.terms)


def penalised_loss(loss: Fn, penalty: Fn) -> Fn:
    return Sum(loss, penalty)

# %% right: functools.partial
import functools


def _both(loss, penalty, w):
    return penalty(w) + loss(w)


def penalised_loss(loss, penalty):
    return functools.partial(_both, loss, penalty)

# %% right: a lambda in a lambda
penalised_loss = lambda loss, penalty: lambda w: loss(w) - (-penalty(w))

# %% right: a bound method, in Korean
class 목적함수:
    def __init__(self, 손실, 패널티):
        self.손실 = 손실
        self.패널티 = 패널티

    def 값(self, 가중치):
        l, r = self.손실(가중치), self.패널티(가중치)
        print(f"L = {float(l):.3f}, R = {float(r):.3f}")
        return float(l) + float(r)


def penalised_loss(loss, penalty):
    return 목적함수(loss, penalty).값
