# %% wrong: a start of one millionth, whatever is given
# kind: public
# cause: constant
# about: start|1e-0?6
import numpy as np

INIT_LR = 1e-6


def exponential_warmup(t, lr0, warmup, start):
    progress = np.clip(np.divide(t, warmup), 0, 1)
    # 로그 공간에서 선형
    log_lr = np.log(INIT_LR) + progress * (np.log(lr0) - np.log(INIT_LR))
    return np.exp(log_lr)

# %% wrong: the ramp with minus five times a square
# kind: public
# cause: foreign_rule
# about: ramp|ratio|exp|start|\be\b|base|gaussian
import numpy as np


def sigmoid_rampup(current, rampup_length):
    """Exponential rampup"""
    current = np.clip(current, 0.0, rampup_length)
    phase = 1.0 - current / rampup_length
    return np.exp(-5.0 * phase * phase)


def exponential_warmup(t, lr0, warmup, start):
    return lr0 * sigmoid_rampup(t, warmup)

# %% wrong: the warmup that saturates, without a start
# kind: public
# cause: foreign_rule
# about: saturat|1 -|slows down|start|never reaches|exp|ratio
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    omega = 1.0 - np.exp(-(np.asarray(t) + 1.0) / warmup)
    return lr0 * omega

# %% wrong: counted from one, and without an end
# kind: composed
# cause: several
# about: count|t \+ 1|from 0|one is added|from one
# about: end|beyond|plateau|over|minimum|bound|clip
def exponential_warmup(t, lr0, warmup, start):
    return start * (lr0 / start) ** ((t + 1) / warmup)

# %% wrong: a straight line, rounded to three digits
# kind: composed
# cause: several
# about: straight|line|ratio|linear
# about: round|digit|decimal
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    share = np.minimum(t / warmup, 1)
    return np.round(start + (lr0 - start) * share, 3)

# %% wrong: from lr0 down to start
# kind: plain
# cause: unlisted
# about: swap|exchang|upside|rise|fall|start|lr0|ratio|place
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    share = np.minimum(t / warmup, 1.0)
    return lr0 * (start / lr0) ** share

# %% wrong: ten times as much, until lr0
# kind: public
# cause: constant
# about: base|10\b|ratio|lr0 ?/ ?start|factor|knows nothing
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    lr = start * 10 ** np.divide(t, warmup)
    return np.where(np.less(t, warmup), lr, lr0)

# %% wrong: math.pow and a condition on a whole array
# kind: public
# cause: breakdown
# about: rais|error|array|ValueError|one number|break
import math


class ExpWarmup:
    def __init__(self, lr0, warmup, start):
        self.lr0, self.warmup, self.start = lr0, warmup, start

    def step(self, epoch):
        if epoch >= self.warmup:
            return self.lr0
        return self.start * math.pow(self.lr0 / self.start, epoch / self.warmup)


def exponential_warmup(t, lr0, warmup, start):
    return ExpWarmup(lr0, warmup, start).step(t)

# %% wrong: the last epoch of the warmup is full already
# kind: plain
# cause: edge
# about: early|warmup - 1|one|end|condition|bound|last|compar
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    t = np.asarray(t)
    rate = start * (lr0 / start) ** (np.minimum(t, warmup) / warmup)
    return np.where(t > warmup - 1, lr0, rate)

# %% wrong: one is added to the epochs in place
# kind: composed
# cause: inputs_or_dtype
# about: in place|in-place|input|copy|caller
# about: count|t \+ 1|from 0|one is added|from one
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    t += 1
    return start * (lr0 / start) ** np.minimum(t / warmup, 1)

# %% wrong: rounded to four digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    share = np.clip(t / warmup, 0, 1)
    return np.round(start * (lr0 / start) ** share, 4)

# %% wrong: the share is squared
# kind: plain
# cause: unlisted
# about: squar|power|exponent|share
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    share = np.minimum(t / warmup, 1.0)
    return start * (lr0 / start) ** (share * share)

# %% wrong: the ratio has no brackets
# kind: plain
# cause: unlisted
# about: bracket|parenthes|precedence|power|ratio|start
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    share = np.minimum(t / warmup, 1.0)
    return start * lr0 / start**share

# %% wrong: the rates stand in the integers of the epochs, and the warmup ends one epoch early
# kind: composed
# cause: several
# about: dtype|integer|decimals
# about: early|warmup - 1|one|end
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    epochs = np.asarray(t)
    rates = np.full_like(epochs, lr0)
    n = max(warmup - 1, 1)
    early = epochs < n
    rates[early] = start * (lr0 / start) ** (epochs[early] / n)
    return rates if np.ndim(t) else rates[()]

# %% right: the mean of the logarithms, with weights
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    w = np.minimum(np.divide(t, warmup), 1)
    return np.exp2((1 - w) * np.log2(start) + w * np.log2(lr0))

# %% right: counted down from the end
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    left = np.maximum(0, warmup - t)
    factor = (start / lr0) ** (1 / warmup)
    print("한 에폭마다", 1 / factor)
    return lr0 * factor**left

# %% right: one by one, with an early return
import math

import numpy as np


def rate(epoch: float, lr0: float, warmup: int, start: float) -> float:
    if epoch >= warmup:
        return float(lr0)
    return math.exp(math.log(start) + epoch / warmup * math.log(lr0 / start))


def exponential_warmup(t, lr0, warmup, start):
    if not isinstance(t, np.ndarray):
        return rate(t, lr0, warmup, start)
    return np.fromiter(
        (rate(epoch, lr0, warmup, start) for epoch in t.flat), dtype=float, count=t.size
    ).reshape(t.shape)

# %% right: a class with Korean names
import numpy as np


class 워밍업:
    def __init__(self, 끝값, 기간, 시작값):
        self.끝값, self.기간, self.시작값 = 끝값, 기간, 시작값

    def 비율(self):
        return self.끝값 / self.시작값

    def __call__(self, t):
        진행 = np.where(np.less(t, self.기간), t, self.기간) / self.기간
        return self.시작값 * self.비율() ** 진행


exponential_warmup = lambda t, lr0, warmup, start: 워밍업(lr0, warmup, start)(t)  # noqa: E731

# %% wrong: from the start on by the factor e in ten epochs
# kind: composed
# cause: several
# about: base|\be\b|exp|ratio|factor
# about: warmup|10\b
import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    return np.where(np.less(t, warmup), start * np.exp(np.divide(t, 10)), lr0)
