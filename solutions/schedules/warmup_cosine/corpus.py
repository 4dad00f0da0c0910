# %% wrong: five epochs of warmup, whatever is asked
# kind: public
# cause: constant
# about: warmup|5\b
import numpy as np

WARMUP_EPOCHS = 5


def warmup_cosine(t, lr0, warmup, T):
    t = np.asarray(t, dtype=float)
    warm = lr0 * t / WARMUP_EPOCHS
    progress = np.clip((t - WARMUP_EPOCHS) / (T - WARMUP_EPOCHS), 0, 1)
    cosine = 0.5 * lr0 * (1 + np.cos(np.pi * progress))
    return np.where(t < WARMUP_EPOCHS, warm, cosine)

# %% wrong: the first epoch learns already, and all epochs come after the warmup
# kind: public
# cause: several
# about: count|t \+ 1|from 0|one is added|from one
# about: \bT\b|left|total|after the warmup|denominator|T - warmup|term with `warmup`, to be added or subtracted, is missing
import math

import numpy as np


def lr_lambda(epoch, warmup_epochs, max_epochs):
    if epoch < warmup_epochs:
        return (epoch + 1) / warmup_epochs
    progress = min(1.0, (epoch - warmup_epochs) / max_epochs)
    return 0.5 * (1 + math.cos(math.pi * progress))


def warmup_cosine(t, lr0, warmup, T):
    f = np.vectorize(lr_lambda, otypes=[float])
    return lr0 * f(t, warmup, T)

# %% wrong: never less than 0.001 after the warmup
# kind: public
# cause: foreign_rule
# about: 0\.001|smallest|min|end|left|0\b
import numpy as np

MIN_LR = 0.001


def warmup_cosine(t, lr0, warmup, T):
    # 워밍업 + 코사인 (MAE 방식)
    share = np.clip((t - warmup) / (T - warmup), 0, 1)
    cosine = MIN_LR + (lr0 - MIN_LR) * 0.5 * (1.0 + np.cos(np.pi * share))
    return np.where(np.less(t, warmup), lr0 * np.divide(t, warmup), cosine)

# %% wrong: twice as much after the warmup, and up again after the end
# kind: composed
# cause: several
# about: half|twice|2\b|factor|double|meet
# about: again|after the end|past|climb|clip|minimum
import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    angle = np.pi * (t - warmup) / (T - warmup)
    return np.where(np.less(t, warmup), lr0 * np.divide(t, warmup), lr0 * (1 + np.cos(angle)))

# %% wrong: no warmup at all, the cosine from 0 to T
# kind: plain
# cause: unlisted
# about: warmup|factor with `t` is missing
import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    share = np.minimum(t / T, 1)
    return lr0 / 2 * (1 + np.cos(np.pi * share))

# %% wrong: conditions on a whole array
# kind: public
# cause: breakdown
# about: rais|error|array|ValueError|one number|break
import math


class WarmupCosineSchedule:
    """Linear warmup and then cosine decay."""

    def __init__(self, lr, warmup_steps, t_total, cycles=0.5):
        self.lr = lr
        self.warmup_steps = warmup_steps
        self.t_total = t_total
        self.cycles = cycles

    def lr_lambda(self, step):
        if step < self.warmup_steps:
            return float(step) / float(max(1.0, self.warmup_steps))
        # progress after warmup
        progress = float(step - self.warmup_steps) / float(max(1, self.t_total - self.warmup_steps))
        progress = min(progress, 1.0)
        return max(0.0, 0.5 * (1.0 + math.cos(math.pi * float(self.cycles) * 2.0 * progress)))


def warmup_cosine(t, lr0, warmup, T):
    return lr0 * WarmupCosineSchedule(lr0, warmup, T).lr_lambda(t)

# %% wrong: starts all over after T
# kind: plain
# cause: edge
# about: after|past|end|again|over|mod|%|restart|\bT\b
import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    t = np.where(np.greater(t, T), np.mod(t, T), t)
    share = np.clip((t - warmup) / (T - warmup), 0, 1)
    return lr0 * np.minimum(t / warmup, 1) * (1 + np.cos(np.pi * share)) / 2

# %% wrong: the share of the epochs that are left
# kind: plain
# cause: unlisted
# about: swap|exchang|left|sign|order|minus|rises?|climb|T -
import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    share = np.clip((T - t) / (T - warmup), 0, 1)
    cosine = lr0 / 2 * (1 + np.cos(np.pi * share))
    return np.where(np.less(t, warmup), lr0 * np.divide(t, warmup), cosine)

# %% wrong: warmup is taken from the quotient
# kind: plain
# cause: unlisted
# about: bracket|parenthes|precedence|denominator|warmup|divi
import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    share = np.clip((t - warmup) / T - warmup, 0, 1)
    cosine = lr0 / 2 * (1 + np.cos(np.pi * share))
    return np.where(np.less(t, warmup), lr0 * np.divide(t, warmup), cosine)

# %% wrong: a straight line down, and the epochs changed in place
# kind: composed
# cause: inputs_or_dtype
# about: in place|in-place|input|copy|caller
# about: straight|line|gentle|cos
import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    rising = np.minimum(t / warmup, 1)
    t -= warmup
    return lr0 * rising * (1 - np.clip(t / (T - warmup), 0, 1))

# %% wrong: rounded to four digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    share = np.clip((t - warmup) / (T - warmup), 0, 1)
    rate = lr0 * np.minimum(t / warmup, 1) * (1 + np.cos(np.pi * share)) / 2
    return np.round(rate, 4)

# %% wrong: from a tenth of the rate, and 0 one epoch early
# kind: public
# cause: several
# about: 0\.1\b|tenth|start|t = 0|zero|sets out
# about: early|T - 1|one|end|denominator
import numpy as np


def warmup_part(t, lr0, warmup, factor=0.1):
    # lr0의 10%에서 시작
    return lr0 * (factor + (1 - factor) * t / warmup)


def cosine_part(t, lr0, total):
    return 0.5 * lr0 * (1 + np.cos(np.pi * np.clip(t / max(total - 1, 1), 0, 1)))


def warmup_cosine(t, lr0, warmup, T):
    t = np.asarray(t, dtype=float)
    return np.where(t < warmup, warmup_part(t, lr0, warmup), cosine_part(t - warmup, lr0, T - warmup))

# %% wrong: a quarter of the wave, and the warmup starts from one
# kind: composed
# cause: several
# about: quarter|wave|half|2\b|cos
# about: count|t \+ 1|from 0|one is added|from one
import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    share = np.clip((t - warmup) / (T - warmup), 0, 1)
    rising = np.minimum((t + 1) / warmup, 1)
    return lr0 * rising * np.cos(np.pi / 2 * share)

# %% right: two schedules joined
import numpy as np


def linear(t, lr0, n):
    return lr0 * t / n


def cosine(t, lr0, n):
    return lr0 * np.cos(np.pi * np.minimum(t, n) / (2 * n)) ** 2


def warmup_cosine(t, lr0, warmup, T):
    return np.where(
        np.less(t, warmup), linear(t, lr0, warmup), cosine(t - warmup, lr0, T - warmup)
    )

# %% right: piecewise with Korean names
import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    에폭 = np.asarray(t) * 1.0
    오르막 = lambda x: lr0 * x / warmup  # noqa: E731
    내리막 = lambda x: lr0 / 2 * (1 + np.cos(np.pi * (x - warmup) / (T - warmup)))  # noqa: E731
    return np.piecewise(에폭, [에폭 < warmup, (warmup <= 에폭) & (에폭 <= T)], [오르막, 내리막, 0.0])

# %% right: the smaller of the two, each with its own bounds
import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    up = np.clip(np.true_divide(t, warmup), 0, 1)
    left = np.clip(np.true_divide(T - t, T - warmup), 0, 1)
    return lr0 * np.minimum(up, np.sin(np.pi / 2 * left) ** 2)

# %% right: an object that is asked epoch by epoch
import math
from dataclasses import dataclass

import numpy as np


@dataclass
class Schedule:
    lr0: float
    warmup: int
    T: int

    def rate(self, t):
        if t < self.warmup:
            return self.lr0 * t / self.warmup
        if t > self.T:
            return 0.0
        done = (t - self.warmup) / (self.T - self.warmup)
        return self.lr0 * 0.5 * (1.0 + math.cos(math.pi * done))


def warmup_cosine(t, lr0, warmup, T):
    s = Schedule(lr0, warmup, T)
    rates = np.reshape([s.rate(float(each)) for each in np.ravel(t)], np.shape(t))
    print(rates.max())
    return rates

# %% wrong: the peak is 0.1
# kind: plain
# cause: constant
# about: lr0|0\.1\b
import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    share = np.clip((t - warmup) / (T - warmup), 0, 1)
    return 0.1 * np.minimum(t / warmup, 1) * (1 + np.cos(np.pi * share)) / 2

# %% right: the sum of a rise and a fall
import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    rise = np.clip(np.divide(t, warmup), 0, 1)
    done = np.clip(np.divide(np.subtract(t, warmup), T - warmup), 0, 1)
    fall = (1 - np.cos(np.pi * done)) / 2
    return lr0 * (rise - fall)
