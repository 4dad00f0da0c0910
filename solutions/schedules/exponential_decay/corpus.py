# %% wrong: 0.95 of the module in the place of gamma
# kind: public
# cause: constant
# about: gamma|0\.95
import numpy as np

DECAY_RATE = 0.95


class ExponentialLR:
    def __init__(self, initial_lr, decay_rate=DECAY_RATE):
        self.initial_lr = initial_lr
        self.decay_rate = decay_rate

    def __call__(self, epoch):
        return self.initial_lr * np.power(self.decay_rate, epoch)


def exponential_decay(t, lr0, gamma):
    return ExponentialLR(lr0)(t)

# %% wrong: spread over ten epochs, like a library's decay_steps
# kind: public
# cause: foreign_rule
# about: exponent|10\b|steps|divid|t/|slow|scale|factor
def exponential_decay(t, lr0, gamma):
    decay_steps = 10
    # 지수 감쇠: lr * rate ** (step / decay_steps)
    decayed_learning_rate = lr0 * gamma ** (t / decay_steps)
    return decayed_learning_rate

# %% wrong: one epoch more, and rounded to four digits
# kind: composed
# cause: several
# about: count|t \+ 1|from 0|one is added|exponent|from one|factor or divisor with `gamma` is there once too often
# about: round|digit|decimal
import numpy as np


def exponential_decay(t, lr0, gamma):
    return np.round(lr0 * gamma ** (t + 1), 4)

# %% wrong: the base is e, and lr0 is left out
# kind: composed
# cause: several
# about: base|\be\b|exp|natural
# about: lr0|factor|left out|multipl
import numpy as np


def exponential_decay(t, lr0, gamma):
    return np.exp(-gamma * t)

# %% wrong: one epoch less
# kind: plain
# cause: unlisted
# about: t - 1|count|from 0|one is|exponent|early|late|is 1/gamma times the expected
def exponential_decay(t, lr0, gamma):
    return lr0 * gamma ** (t - 1)

# %% wrong: what is gone in the place of what remains
# kind: plain
# cause: unlisted
# about: 1 -|remain|gone|rise|climb|falls?|taken away
def exponential_decay(t, lr0, gamma):
    return lr0 * (1 - gamma**t)

# %% wrong: asks whether all of an array is zero
# kind: public
# cause: breakdown
# about: rais|error|array|ValueError|break
def exponential_decay(t, lr0, gamma):
    # 첫 에폭은 그대로
    if t == 0:
        return lr0
    else:
        return lr0 * gamma**t

# %% wrong: whole epochs alone, written into integers where the epochs are such
# kind: public
# cause: several
# about: stairs|whole|floor|int|between
# about: dtype|integer|decimals
import numpy as np


def get_lr(epoch, lr0, gamma):
    lr = lr0
    for _ in range(int(epoch)):
        lr *= gamma
    return lr


def exponential_decay(t, lr0, gamma):
    if not isinstance(t, np.ndarray):
        return get_lr(t, lr0, gamma)
    rates = np.zeros_like(t)
    for i in np.ndindex(t.shape):
        rates[i] = get_lr(t[i], lr0, gamma)
    return rates

# %% wrong: inverse time decay with what gamma takes away
# kind: public
# cause: foreign_rule
# about: inverse|1/\(1|same part|ratio|divid|power
def exponential_decay(t, lr0, gamma):
    decay = 1 - gamma
    lr = lr0 * 1.0 / (1.0 + decay * t)
    return lr

# %% wrong: a little noise on the rate
# kind: public
# cause: draws
# about: random|draw|noise|differ|same
import numpy as np

np.random.seed(42)


def exponential_decay(t, lr0, gamma):
    base = lr0 * gamma**t
    noise = np.random.uniform(0.99, 1.01, size=np.shape(t))
    return base * noise

# %% wrong: never below 0.01
# kind: plain
# cause: edge
# about: 0\.01|smallest|minimum|maximum|bound|clip|least|low|late
import numpy as np


def exponential_decay(t, lr0, gamma):
    return np.maximum(lr0 * gamma**t, 0.01)

# %% wrong: in float32, and gamma is what is taken away
# kind: composed
# cause: inputs_or_dtype
# about: dtype|float32|single|precision
# about: gamma|remain|taken away|1 -
import numpy as np


def exponential_decay(t, lr0, gamma):
    t = np.asarray(t, dtype=np.float32)
    return (lr0 * np.power(1 - gamma, t)).astype(np.float32)

# %% right: logarithm to the base of ten
import math


def exponential_decay(t, lr0, gamma):
    return 10 ** (math.log10(lr0) + t * math.log10(gamma))

# %% right: half-life
import numpy as np


def exponential_decay(t, lr0, gamma):
    if gamma == 1:
        return t * 0.0 + lr0
    반감기 = -np.log(2) / np.log(gamma)
    return lr0 * 2 ** (-t / 반감기)

# %% right: whole and part apart
import math

import numpy as np


def _rate(epoch, lr0, gamma):
    part, whole = math.modf(epoch)
    rate = lr0 * gamma**part
    for _ in range(int(whole)):
        rate *= gamma
    return rate


def exponential_decay(t, lr0, gamma):
    rates = [_rate(float(each), lr0, gamma) for each in np.ravel(t)]
    print(*(f"{rate:.3f}" for rate in rates[:3]))
    return rates[0] if np.ndim(t) == 0 else np.reshape(rates, np.shape(t))

# %% right: a class that is called
class Decay:
    def __init__(self, lr0: float, gamma: float):
        self.lr0 = lr0
        self.gamma = gamma

    def __rpow__(self, t):
        return self.lr0 * self.gamma**t

    __call__ = __rpow__


def exponential_decay(t, lr0, gamma):
    return Decay(lr0, gamma)(t)

# %% wrong: always a name that is not there
# kind: plain
# cause: raises
# about: rais|error|NameError|name|is not imported
def exponential_decay(t, lr0, gamma):
    return lr0 * math.pow(gamma, t)

# %% wrong: the base is gamma less 0.1, in stairs
# kind: composed
# cause: several
# about: gamma|base|0\.1\b|number|factor
# about: stairs|floor|whole|between
import numpy as np


def exponential_decay(t, lr0, gamma):
    return lr0 * (gamma - 0.1) ** np.floor(t)

# %% wrong: the rate of the start is 0.1
# kind: plain
# cause: constant
# about: lr0|0\.1\b
def exponential_decay(t, lr0, gamma):
    return 0.1 * gamma**t
