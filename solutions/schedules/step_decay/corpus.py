# %% wrong: the well-known Keras recipe, halved and one epoch early
# kind: public
# cause: several
# about: gamma|0\.5\b
# about: early|1 \+ t|t \+ 1|count|one is added|from 0|from one
import numpy as np


def step_decay(t, lr0, gamma, d):
    initial_lrate = lr0
    drop = 0.5
    epochs_drop = d
    lrate = initial_lrate * np.power(drop, np.floor((1 + t) / epochs_drop))
    return lrate

# %% wrong: every ten epochs, whatever d is
# kind: plain
# cause: constant
# about: \bd\b|10\b
import numpy as np


def step_decay(t, lr0, gamma, d):
    return lr0 * gamma ** np.floor(t / 10)

# %% wrong: the usual 0.1 in the place of gamma
# kind: public
# cause: constant
# about: gamma|0\.1\b
import numpy as np


class StepLR:
    def __init__(self, base_lr, step_size, gamma=0.1):
        self.base_lr = base_lr
        self.step_size = step_size
        self.gamma = gamma

    def get_lr(self, epoch):
        # 현재 에폭까지 감소한 횟수
        n_drops = epoch // self.step_size
        return self.base_lr * np.power(self.gamma, n_drops)


def step_decay(t, lr0, gamma, d):
    scheduler = StepLR(lr0, step_size=d)
    return scheduler.get_lr(np.asarray(t) if np.ndim(t) else t)

# %% wrong: no stairs, and rounded to four digits
# kind: composed
# cause: several
# about: stairs|floor|whole|no_stairs|smooth
# about: round|digit|decimal
import numpy as np


def step_decay(t, lr0, gamma, d):
    return np.round(lr0 * gamma ** (t / d), 4)

# %% wrong: one epoch early, and gamma is what is taken away
# kind: composed
# cause: several
# about: early|count|from 0|t \+ 1|one is added|from one
# about: gamma|remain|taken away|1 -
import numpy as np


def step_decay(t, lr0, gamma, d):
    drops = np.floor((t + 1) / d)
    return lr0 * (1 - gamma) ** drops

# %% wrong: a loop over the epochs, for one number alone
# kind: public
# cause: breakdown
# about: rais|error|array|TypeError|one number|break
def step_decay(t, lr0, gamma, d):
    lr = lr0
    for epoch in range(1, int(t) + 1):
        if epoch % d == 0:
            lr = lr * gamma
    return lr

# %% wrong: the whole part is taken before the division
# kind: plain
# cause: unlisted
# about: floor|whole|bracket|parenthes|stairs|divi|smooth
import numpy as np


def step_decay(t, lr0, gamma, d):
    return lr0 * gamma ** (np.floor(t) / d)

# %% wrong: what is multiplied is left out
# kind: plain
# cause: unlisted
# about: lr0|factor|left out|dropped|multipl
import numpy as np


def step_decay(t, lr0, gamma, d):
    return gamma ** np.floor(t / d)

# %% wrong: at most three drops
# kind: plain
# cause: edge
# about: 3|three|only once|again|minimum|bound|clip|drops|late
import numpy as np


def step_decay(t, lr0, gamma, d):
    drops = np.minimum(t // d, 3)
    return lr0 * gamma**drops

# %% wrong: a smallest rate that nobody asked for
# kind: public
# cause: unlisted
# about: 0\.01|smallest|minimum|maximum|bound|clip|floor|least|low
import numpy as np

MIN_LR = 0.01  # 너무 작아지지 않게


def step_decay(t, lr0, gamma, d):
    k = np.floor_divide(t, d)
    lr = lr0 * gamma**k
    return np.maximum(lr, MIN_LR)

# %% wrong: the epochs are changed in place, and one is added to them
# kind: composed
# cause: inputs_or_dtype
# about: in place|in-place|input|copy|caller
# about: early|count|from 0|t \+ 1|one is added|from one
def step_decay(t, lr0, gamma, d):
    t += 1
    return lr0 * gamma ** (t // d)

# %% wrong: inverse time in stairs
# kind: public
# cause: foreign_rule
# about: inverse|power|divid|1/\(1|1 \+|exponent|multipl
import numpy as np


def step_decay(t, lr0, gamma, d):
    """lr = lr0 / (1 + decay * floor(epoch / step))"""
    steps = np.floor(np.divide(t, d))
    return lr0 / (1.0 + gamma * steps)

# %% wrong: rounded to three digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def step_decay(t, lr0, gamma, d):
    return np.round(lr0 * gamma ** np.floor(t / d), 3)

# %% right: divmod
def step_decay(t, lr0, gamma, d):
    drops, _ = divmod(t, d)
    return gamma**drops * lr0

# %% right: recursion, made fit for arrays
import numpy as np


def one(t, lr0, gamma, d):
    if t < d:
        return float(lr0)
    return gamma * one(t - d, lr0, gamma, d)


step_decay = np.vectorize(one, otypes=[float], excluded=["lr0", "gamma", "d"])

# %% right: a table of the rates, Korean names
import numpy as np


def step_decay(t, lr0, gamma, d):
    횟수 = np.asarray(t / d, dtype=float).astype(int)
    표 = [lr0 * 1.0]
    while len(표) <= 횟수.max():
        표.append(표[-1] * gamma)
    print(f"가장 낮은 학습률: {표[-1]}")
    return np.array(표)[횟수]

# %% right: math for one number, a class for the rest
import math
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Stairs:
    lr0: float
    gamma: float
    d: int

    def __call__(self, t: float) -> float:
        return self.lr0 * self.gamma ** math.floor(t / self.d)


def step_decay(t, lr0, gamma, d):
    stairs = Stairs(lr0, gamma, d)
    if np.ndim(t) == 0:
        return stairs(float(t))
    return np.array([stairs(each) for each in t.ravel().tolist()]).reshape(t.shape)

# %% wrong: rounds up, and never below a tenth of lr0
# kind: composed
# cause: several
# about: ceil|up|right after 0|early
# about: 0\.1\b|smallest|minimum|maximum|least|bound|low|tenth
import numpy as np


def step_decay(t, lr0, gamma, d):
    return np.maximum(lr0 * gamma ** np.ceil(t / d), 0.1 * lr0)
