# %% wrong: a hundred epochs, whatever T is
# kind: public
# cause: constant
# about: \bT\b|100\b
import numpy as np

EPOCHS = 100


class CosineAnnealing:
    def __init__(self, base_lr, total=EPOCHS):
        self.base_lr = base_lr
        self.total = total

    def lr_at(self, epoch):
        # 전체 에폭을 넘지 않게
        e = np.minimum(epoch, self.total)
        return 0.5 * self.base_lr * (1 + np.cos(np.pi * e / self.total))


def cosine_decay(t, lr0, T):
    return CosineAnnealing(lr0).lr_at(t)

# %% wrong: a smallest rate of 0.001
# kind: public
# cause: foreign_rule
# about: 0\.001|smallest|min|0\b|end|left
import numpy as np


def cosine_decay(t, lr0, T):
    eta_min = 0.001
    t_cur = np.minimum(t, T)
    return eta_min + 0.5 * (lr0 - eta_min) * (1 + np.cos(t_cur / T * np.pi))

# %% wrong: twice as much, and 0 one epoch early
# kind: composed
# cause: several
# about: half|twice|2\b|factor|double
# about: early|T - 1|one epoch
import numpy as np


def cosine_decay(t, lr0, T):
    n = max(T - 1, 1)
    return lr0 * (1 + np.cos(np.pi * np.minimum(t, n) / n))

# %% wrong: up again after the end, and rounded to four digits
# kind: composed
# cause: several
# about: again|after|past|end|climb|minimum|clip
# about: round|digit|decimal
import numpy as np


def cosine_decay(t, lr0, T):
    return np.round(lr0 / 2 * (1 + np.cos(np.pi * t / T)), 4)

# %% wrong: counted from one, and up again after the end
# kind: public
# cause: several
# about: count|t \+ 1|from 0|one is added|from one
# about: again|after|past|end|climb|minimum|clip
import numpy as np


def cosine_lr(step, total_steps, base_lr):
    progress = (step + 1) / total_steps
    return base_lr * 0.5 * (1.0 + np.cos(np.pi * progress))


def cosine_decay(t, lr0, T):
    return cosine_lr(t, T, lr0)

# %% wrong: the cosine of math
# kind: public
# cause: breakdown
# about: rais|error|array|TypeError|one number|break
import math


def cosine_decay(t, lr0, T):
    t = min(t, T) if isinstance(t, (int, float)) else t
    # 코사인 감쇠
    cos_inner = math.pi * t / T
    lr = lr0 / 2 * (math.cos(cos_inner) + 1)
    return lr

# %% wrong: warm restarts
# kind: public
# cause: foreign_rule
# about: restart|%|mod|again|after|end|past
import numpy as np


def cosine_decay(t, lr0, T):
    """SGDR: cosine annealing with warm restarts"""
    T_cur = np.mod(t, T)
    return 0.5 * lr0 * (1 + np.cos(np.pi * T_cur / T))

# %% wrong: the cosine of pi alone
# kind: plain
# cause: unlisted
# about: bracket|parenthes|precedence|inside|cos|straight|argument
import numpy as np


def cosine_decay(t, lr0, T):
    share = np.minimum(t, T) / T
    return lr0 / 2 * (1 + np.cos(np.pi) * share)

# %% wrong: lr0 multiplies one alone
# kind: plain
# cause: unlisted
# about: bracket|parenthes|precedence|lr0|factor|cos
import numpy as np


def cosine_decay(t, lr0, T):
    share = np.minimum(t, T) / T
    return lr0 / 2 * 1 + np.cos(np.pi * share)

# %% wrong: a sine
# kind: plain
# cause: unlisted
# about: sin|cos
import numpy as np


def cosine_decay(t, lr0, T):
    return lr0 / 2 * (1 + np.sin(np.pi * np.minimum(t, T) / T))

# %% wrong: the epochs are cut off in place, and the last but one ends it
# kind: composed
# cause: inputs_or_dtype
# about: in place|in-place|input|copy|caller
# about: early|T - 1|one epoch|`T` is one too
import numpy as np


def cosine_decay(t, lr0, T):
    t = np.asarray(t)
    n = max(T - 1, 1)
    t[t > n] = n
    return lr0 / 2 * (1 + np.cos(np.pi * t / n))

# %% wrong: a tenth is kept, as a share, and it goes up again after the end
# kind: public
# cause: several
# about: 0\.1\b|alpha|smallest|share|end|left|0\.9
# about: again|after|past|climb|minimum|clip
import numpy as np

ALPHA = 0.1


def cosine_decay(t, lr0, T):
    cosine = 0.5 * (1 + np.cos(np.pi * np.asarray(t) / T))
    decayed = (1 - ALPHA) * cosine + ALPHA
    return lr0 * decayed

# %% wrong: lr0 again after the end
# kind: plain
# cause: edge
# about: after|end|past|lr0|0\b|over|again
import numpy as np


def cosine_decay(t, lr0, T):
    share = np.divide(t, T)
    return np.where(share <= 1, lr0 / 2 * (1 + np.cos(np.pi * share)), lr0)

# %% wrong: pi is 3.14
# kind: public
# cause: constant
# about: 3\.14|constant|name_as_number|exact|change_number pi
import numpy as np

PI = 3.14


def cosine_decay(t, lr0, T):
    t = np.clip(t, 0, T)
    return lr0 * (1 + np.cos(PI * t / T)) / 2

# %% right: a sine, a quarter further
import numpy as np


def cosine_decay(t, lr0, T):
    각도 = np.pi * (0.5 - np.minimum(1, np.divide(t, T)))
    return (np.sin(각도) + 1) * lr0 / 2

# %% right: the real part of a complex number
import numpy as np


def cosine_decay(t, lr0, T):
    share = np.where(np.greater(t, T), 1.0, np.divide(t, T))
    return lr0 * (1 + np.exp(1j * np.pi * share).real) * 0.5

# %% right: half an angle
import math

import numpy as np


@np.vectorize
def _share(t, T):
    return 1.0 - math.sin(math.pi / 2 * min(float(t / T), 1.0)) ** 2


def cosine_decay(t, lr0, T):
    rates = lr0 * _share(t, T)
    print(f"{np.min(rates):.4f} to {np.max(rates):.4f}")
    return rates

# %% right: a class that is asked epoch by epoch
import math

import numpy as np


class Cosine:
    def __init__(self, lr0: float, T: int):
        self.lr0 = lr0
        self.T = T

    def get(self, epoch: float) -> float:
        if epoch > self.T:
            return 0.0
        return self.lr0 / 2 * (1 + math.cos(math.pi / self.T * epoch))


def cosine_decay(t, lr0, T):
    schedule = Cosine(lr0, T)
    if np.ndim(t) > 0:
        return np.array([cosine_decay(part, lr0, T) for part in t])
    return schedule.get(float(t))

# %% wrong: the cosine of t in degrees
# kind: plain
# cause: unlisted
# about: pi|radian|degree|180|angle
import numpy as np


def cosine_decay(t, lr0, T):
    return lr0 / 2 * (1 + np.cos(180 * np.minimum(t, T) / T))

# %% right: NumPy's own mean of the two ends
import numpy as np


def cosine_decay(t, lr0, T):
    ends = np.stack(np.broadcast_arrays(1.0, np.cos(np.pi * np.clip(np.divide(t, T), 0, 1))))
    return lr0 * ends.mean(axis=0)
