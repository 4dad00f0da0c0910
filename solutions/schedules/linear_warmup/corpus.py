# %% wrong: five epochs of warmup, whatever is asked
# kind: public
# cause: constant
# about: warmup|5\b
import numpy as np

WARMUP_EPOCHS = 5


def linear_warmup(t, lr0, warmup):
    return lr0 * np.clip(np.divide(t, WARMUP_EPOCHS), 0.0, 1.0)

# %% wrong: from a rate of 0.001 on
# kind: public
# cause: foreign_rule
# about: 0\.001|start|t = 0|zero|sets out|begin|small number
import numpy as np


class WarmupScheduler:
    def __init__(self, base_lr, warmup_epochs, warmup_start_lr=0.001):
        self.base_lr = base_lr
        self.warmup_epochs = warmup_epochs
        self.warmup_start_lr = warmup_start_lr

    def get_lr(self, epoch):
        # 선형으로 증가
        slope = (self.base_lr - self.warmup_start_lr) / self.warmup_epochs
        warm = self.warmup_start_lr + slope * np.asarray(epoch)
        return np.where(np.asarray(epoch) < self.warmup_epochs, warm, self.base_lr)


def linear_warmup(t, lr0, warmup):
    return WarmupScheduler(lr0, warmup).get_lr(t)

# %% wrong: counted from one, and without an end
# kind: composed
# cause: several
# about: count|t \+ 1|from 0|one is added|from one
# about: end|plateau|over|climb|minimum|bound|clip
def linear_warmup(t, lr0, warmup):
    return lr0 * (t + 1) / warmup

# %% wrong: one epoch early, and rounded to three digits
# kind: composed
# cause: several
# about: early|warmup - 1|one
# about: round|digit|decimal
import numpy as np


def linear_warmup(t, lr0, warmup):
    share = np.minimum(t / max(warmup - 1, 1), 1)
    return np.round(lr0 * share, 3)

# %% wrong: a condition on a whole array
# kind: public
# cause: breakdown
# about: rais|error|array|ValueError|one number|break
def linear_warmup(t, lr0, warmup):
    if t < warmup:
        lr = lr0 * (t / warmup)
        print("warmup... lr =", lr)
    else:
        lr = lr0
    return lr

# %% wrong: the epoch where the warmup ends belongs to neither part
# kind: plain
# cause: edge
# about: neither|t = warmup|warmup ends|end of the warmup|<=|>=|equal|peak|condition|compar|bound
import numpy as np


def linear_warmup(t, lr0, warmup):
    t = np.asarray(t)
    rate = np.zeros(t.shape)
    rate[t < warmup] = lr0 * t[t < warmup] / warmup
    rate[t > warmup] = lr0
    return rate

# %% wrong: the larger of the two
# kind: plain
# cause: unlisted
# about: max|min|larger|smaller|end|over
import numpy as np


def linear_warmup(t, lr0, warmup):
    return lr0 * np.maximum(t / warmup, 1)

# %% wrong: cut off at 1 in the place of lr0
# kind: plain
# cause: constant
# about: lr0|1\b|cut|bound|end|minimum|plateau|climb
import numpy as np


def linear_warmup(t, lr0, warmup):
    return np.minimum(lr0 * t / warmup, 1.0)

# %% wrong: one is added to the epochs in place
# kind: composed
# cause: inputs_or_dtype
# about: in place|in-place|input|copy|caller
# about: count|t \+ 1|from 0|one is added|from one
import numpy as np


def linear_warmup(t, lr0, warmup):
    t += 1
    return lr0 * np.minimum(t / warmup, 1)

# %% wrong: the square of the share, and rounded to four digits
# kind: public
# cause: several
# about: squar|power|exponent|straight|linear
# about: round|digit|decimal
import numpy as np


def polynomial_warmup(epoch, base_lr, n, power=2):
    factor = np.minimum(1.0, np.divide(epoch, n)) ** power
    return base_lr * factor


def linear_warmup(t, lr0, warmup):
    lr = polynomial_warmup(t, lr0, warmup)
    return np.around(lr, decimals=4)

# %% wrong: flat for every array, and one added to both
# kind: public
# cause: several
# about: shape|flat|axes|dimension
# about: one_added|warmup \+ 1|added to|t \+ 1|count
import numpy as np


def _lr(step, lr0, n):
    return lr0 * min(1.0, (step + 1) / (n + 1))


def linear_warmup(t, lr0, warmup):
    if isinstance(t, (int, float)):
        return _lr(t, lr0, warmup)
    return np.array([_lr(step, lr0, warmup) for step in t.flatten()])

# %% wrong: a function that the module does not have
# kind: public
# cause: raises
# about: rais|error|AttributeError|math
import math


def linear_warmup(t, lr0, warmup):
    ratio = math.clip(t / warmup, 0, 1)
    return lr0 * ratio

# %% right: half the difference of two sizes
import numpy as np


def linear_warmup(t, lr0, warmup):
    return lr0 * (t + warmup - np.abs(t - warmup)) / (2 * warmup)

# %% right: a ramp less another one
import numpy as np


def ramp(x):
    return x * (x > 0)


def linear_warmup(t, lr0, warmup):
    기울기 = lr0 / warmup
    return 기울기 * (ramp(t) - ramp(t - warmup))

# %% right: a lambda made fit for arrays
import numpy as np

linear_warmup = lambda t, lr0, warmup: np.vectorize(  # noqa: E731
    lambda epoch: min(lr0, lr0 * epoch / warmup), otypes=[float]
)(t)

# %% right: a class with an early return, and a print
import numpy as np


class Warmup:
    def __init__(self, lr0, warmup):
        self.lr0, self.warmup = float(lr0), warmup

    def at(self, t):
        if np.ndim(t):
            return np.stack([np.asarray(self.at(each)) for each in t])
        if t >= self.warmup:
            return self.lr0
        return self.lr0 / self.warmup * t


def linear_warmup(t, lr0, warmup):
    rate = Warmup(lr0, warmup).at(t)
    print(f"t = {t}: {rate}")
    return rate

# %% wrong: the last rate of the warmup stays
# kind: plain
# cause: edge
# about: warmup - 1|end|last|full|reach|bound|minimum|held|t = warmup|`warmup` is one too large or one too small
import numpy as np


def linear_warmup(t, lr0, warmup):
    return lr0 * np.minimum(t, max(warmup - 1, 0)) / warmup

# %% right: a table of the logs that are printed
import numpy as np


def linear_warmup(t, lr0, warmup):
    rates = np.select([np.less_equal(t, warmup)], [np.true_divide(t, warmup)], default=1.0) * lr0
    for epoch, rate in zip(np.ravel(t)[:3], np.ravel(rates)[:3]):
        print(f"epoch {epoch}: lr {rate:.4f}")
    return rates
