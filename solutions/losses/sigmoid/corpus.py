# %% wrong: the brackets around the denominator are missing
# kind: plain
# cause: unlisted
# about: bracket|parenthes|precedence|order of|denominator|divi
import numpy as np


def sigmoid(x):
    return 1 / 1 + np.exp(-x)

# %% wrong: for negative x the mirrored half is not taken from one
# kind: plain
# cause: unlisted
# about: sign|negative|minus|abs|half|side|branch|where
import numpy as np


def sigmoid(x):
    z = np.exp(-np.abs(x))
    return 1 / (1 + z)

# %% wrong: computed in float64 and rounded to four decimals
# kind: composed
# cause: several
# about: dtype|float64|float32|double|precision
# about: round|digit|decimal
import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=np.float64)
    small = np.exp(-np.abs(x))
    result = np.where(x >= 0, 1 / (1 + small), small / (1 + small))
    return np.round(result, 4)

# %% wrong: a loop with math.exp that overflows, and a list comes back
# kind: public
# cause: several
# about: list|array|nested|shape|axes
# about: overflow|raise|math|large
import math


def sigmoid(x):
    # 시그모이드 함수: 원소별로 계산
    if isinstance(x, float):
        return 1.0 / (1.0 + math.exp(-x))
    out = []
    for xi in x.ravel():
        out.append(1.0 / (1.0 + math.exp(-xi)))
    return out


print(sigmoid(0.0))

# %% wrong: math.exp, which takes numbers alone
# kind: public
# cause: breakdown
# about: array|entr|element|math|breakdown
from math import exp


def sigmoid(x):
    """활성화 함수"""
    if x < 0:
        t = exp(x)
        return t / (1 + t)
    return 1 / (1 + exp(-x))

# %% wrong: the result is clipped at 1e-10
# kind: public
# cause: edge
# about: result_kept_away|clip|kept away|bound|ends
import numpy as np

EPSILON = 1e-10


class ActivationFunctions:
    """Collection of activations used in my network."""

    @staticmethod
    def sigmoid(Z):
        Z = np.clip(Z, -500, 500)
        A = 1.0 / (1.0 + np.exp(-Z))
        return np.clip(A, EPSILON, 1 - EPSILON)

    @staticmethod
    def sigmoid_derivative(A):
        return A * (1 - A)


def sigmoid(x):
    return ActivationFunctions.sigmoid(x)

# %% wrong: the input is clipped at 10
# kind: plain
# cause: edge
# about: input_clipped|clip|bound|too soon|cut
import numpy as np


def sigmoid(x):
    x = np.clip(x, -10, 10)
    return 1 / (1 + np.exp(-x))

# %% wrong: rounded to six digits after the point
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def sigmoid(x):
    with np.errstate(over="ignore"):
        value = 1 / (1 + np.exp(-x))
    return np.round(value, 6)

# %% wrong: the hard sigmoid, written over the input
# kind: composed
# cause: inputs_or_dtype
# about: hard|straight|smooth|line
# about: in place|input|caller|changed|overwrit
import numpy as np


def sigmoid(x):
    x *= 0.2
    x += 0.5
    return np.minimum(np.maximum(x, 0), 1)

# %% wrong: numpy is never imported
# kind: public
# cause: raises
# about: import|not defined|name|always|raise
def sigmoid(x):
    # numerically stable version
    x_safe = np.clip(x, -700, 700)
    return 1.0 / (1.0 + np.exp(-x_safe))

# %% wrong: e is written as 2.718
# kind: public
# cause: unlisted
# about: 2\.718|\bexp\b|exponential|base|euler|power|approximated
import numpy as np

e = 2.718  # 자연상수


def sigmoid(x):
    x = np.clip(x, -600, 600)
    y = 1 / (1 + e ** (-x))
    return y

# %% wrong: the exponent has no minus sign, and the result is kept off the ends
# kind: composed
# cause: several
# about: sign|minus|falls|negat
# about: clip|kept away|bound|ends
import numpy as np


def sigmoid(x):
    with np.errstate(over="ignore"):
        s = 1 / (1 + np.exp(x))
    return np.clip(s, 1e-7, 1 - 1e-7)

# %% wrong: the arctangent in place of the exponential
# kind: public
# cause: foreign_rule
# about: arctan|exponential|\bexp\b|curve|another function|other function
import numpy as np


def sigmoid(x):
    # smooth S-shaped squashing function, maps R -> (0, 1)
    return 0.5 + np.arctan(np.pi * x / 2) / np.pi

# %% wrong: entries that are exactly 0 are forgotten, and three digits are kept
# kind: composed
# cause: several
# about: zero|\b0\b
# about: round|digit|decimal
import numpy as np


def sigmoid(x):
    x = np.asarray(x)
    s = np.zeros_like(x)
    s[x > 0] = 1 / (1 + np.exp(-x[x > 0]))
    s[x < 0] = np.exp(x[x < 0]) / (1 + np.exp(x[x < 0]))
    return s.round(3)

# %% wrong: clipped at 20 before, and float64 because of a constant array
# kind: composed
# cause: several
# about: clip|bound|too soon|cut
# about: dtype|float64|float32|double|precision
import numpy as np

LOW, HIGH = np.array([-20.0]), np.array([20.0])


def sigmoid(x):
    x = np.maximum(np.minimum(x, HIGH[0] * np.ones(np.shape(x))), LOW[0] * np.ones(np.shape(x)))
    return 1 / (1 + np.exp(-x))

# %% right: Korean names, and the two sides put together by a mask
import numpy as np


def sigmoid(x):
    입력 = np.asarray(x)
    작은수 = np.exp(-np.abs(입력))
    양수쪽 = 1 / (1 + 작은수)
    return np.where(입력 >= 0, 양수쪽, 1 - 양수쪽)

# %% right: a class that is called, with np.vectorize in the dtype of the input
import math

import numpy as np


class Logistic:
    def __init__(self, cutoff: float = 700.0):
        self.cutoff = cutoff

    def one(self, value: float) -> float:
        if value < -self.cutoff:
            return 0.0
        return 1.0 / (1.0 + math.exp(-value))

    def __call__(self, x):
        kind = np.asarray(x).dtype
        return np.vectorize(self.one, otypes=[kind])(x)


sigmoid = Logistic()

# %% right: recursion over the axes
import math
import numpy as np

def _one(v):
    return 0.5 * (math.tanh(v / 2.0) + 1.0)

def sigmoid(x):
    if np.ndim(x) == 0:
        value = _one(float(x))
        return value if isinstance(x, float) else np.asarray(x).dtype.type(value)
    return np.stack([np.asarray(sigmoid(part)).astype(x.dtype) for part in x])

# %% right: a lambda in a lambda, and a line that is printed
import numpy as np
sigmoid = lambda x: (lambda s: s / (s + (lambda q: np.exp(-np.maximum(x, 0)))(0)))(np.exp(np.minimum(x, 0)))
print(f"sigmoid(0) = {sigmoid(0.0):.2f}")
