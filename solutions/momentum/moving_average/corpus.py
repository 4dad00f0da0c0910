# %% wrong: the average is not carried on
# kind: plain
# cause: unlisted
# about: stored|carried|past|old|state|update|forgot|\bm\b
import numpy as np


def moving_average(values, beta):
    averages = np.zeros_like(values)
    m = 0.0
    for t in range(len(values)):
        averages[t] = beta * m + (1 - beta) * values[t]
    return averages

# %% wrong: beta to the power of the time
# kind: plain
# cause: unlisted
# about: power|exponent|\*\*|beta|\bt\b
import numpy as np


def moving_average(values, beta):
    averages = np.zeros_like(values)
    m = 0.0
    for t, x in enumerate(values):
        m = beta**t * m + (1 - beta) * x
        averages[t] = m
    return averages

# %% wrong: the minus between the two parts
# kind: plain
# cause: unlisted
# about: sign|minus|plus|add|subtract
import numpy as np


def moving_average(values, beta):
    result = np.empty_like(values)
    m = np.zeros(values.shape[1:], dtype=values.dtype)
    for i, x in enumerate(values):
        m = beta * m - (1 - beta) * x
        result[i] = m
    return result

# %% wrong: beta is 0.9
# kind: plain
# cause: constant
# about: beta|0\.9
import numpy as np


def moving_average(values, beta=0.9):
    beta = 0.9
    averages = np.zeros_like(values)
    m = 0.0
    for t, x in enumerate(values):
        m = beta * m + (1 - beta) * x
        averages[t] = m
    return averages

# %% wrong: a smoothing factor of the class
# kind: public
# cause: constant
# about: beta|smoothing|weight|argument|0\.75|0\.25
import numpy as np


class EMA:
    """지수이동평균"""

    def __init__(self, alpha=0.25):
        self.alpha = alpha
        self.value = 0

    def update(self, new):
        self.value = self.alpha * new + (1 - self.alpha) * self.value
        return self.value


def moving_average(values, beta):
    ema = EMA()
    smoothed = np.zeros_like(values)
    for i in range(values.shape[0]):
        smoothed[i] = ema.update(values[i])
    return smoothed

# %% wrong: from the first value and corrected as well
# kind: composed
# cause: several
# about: first value|start|initial|zero
# about: correct|bias|1 - beta
import numpy as np


def moving_average(values, beta):
    averages = np.zeros_like(values)
    for t, x in enumerate(values):
        m = x if t == 0 else beta * m + (1 - beta) * x
        averages[t] = m / (1 - beta ** (t + 1))
    return averages

# %% wrong: weights swapped, in float64
# kind: composed
# cause: several
# about: swap|weight|which|exchang|belong|1 - beta
# about: dtype|float64|float32|double|precision
import numpy as np


def moving_average(values, beta):
    averages = np.zeros(values.shape)
    m = 0.0
    for t, x in enumerate(values.astype(float)):
        m = (1 - beta) * m + beta * x
        averages[t] = m
    return averages

# %% wrong: a list of averages to three digits
# kind: public
# cause: several
# about: list|array
# about: round|digit|decimal
def moving_average(values, beta):
    avg = []
    v_t = 0
    for theta in values:
        v_t = beta * v_t + (1 - beta) * theta
        avg.append(v_t.round(3))
    print(len(avg), "points")
    return avg

# %% wrong: from the first value, which an empty sequence does not have
# kind: public
# cause: breakdown
# about: empty|no values|index|breakdown
# about: first value|start|initial|zero
import numpy as np


def smooth(scalars, weight):
    # TensorBoard-style smoothing
    last = scalars[0]
    smoothed = []
    for point in scalars:
        last = last * weight + (1 - weight) * point
        smoothed.append(last)
    return np.array(smoothed)


def moving_average(values, beta):
    return smooth(values, beta)

# %% wrong: a row of numbers for several sequences, and the newest at full weight
# kind: public
# cause: breakdown
# about: array|table|matri|shape|axes|sequences|breakdown|several
# about: weight|full|1 - beta|newest|sum
import numpy as np


def moving_average(values, beta):
    out = np.zeros(len(values), dtype=values.dtype)
    s = 0.0
    for i in range(len(values)):
        s = beta * s + values[i]
        out[i] = s
    return out

# %% wrong: corrected with a power that is one too low, from the second value on
# kind: plain
# cause: edge
# about: correct|bias|exponent|power
import numpy as np


def moving_average(values, beta):
    averages = np.zeros_like(values)
    m = 0.0
    for t, x in enumerate(values):
        m = beta * m + (1 - beta) * x
        averages[t] = m / (1 - beta**t) if t > 0 else m
    return averages

# %% wrong: rounded to two digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def moving_average(values, beta):
    averages = np.zeros_like(values)
    m = 0.0
    for t, x in enumerate(values):
        m = beta * m + (1 - beta) * x
        averages[t] = m
    return averages.round(2)

# %% wrong: the newest at full weight, written over the values
# kind: composed
# cause: inputs_or_dtype
# about: weight|full|1 - beta|newest|sum
# about: in place|input|caller|changed|overwrit
def moving_average(values, beta):
    for t in range(1, len(values)):
        values[t] += beta * values[t - 1]
    return values

# %% wrong: a sliding window of three
# kind: public
# cause: foreign_rule
# about: window|sliding|plain mean|alike|last values|beta|simple
import numpy as np


def moving_average(values, beta, window=3):
    result = np.zeros_like(values)
    for i in range(len(values)):
        chunk = values[max(0, i - window + 1) : i + 1]
        result[i] = chunk.mean(axis=0)
    return result

# %% wrong: a beta of 0.99, as a global
# kind: public
# cause: constant
# about: beta|smoothing|0\.99
import numpy as np

SMOOTHING = 0.99


def _ema(prev, x):
    return SMOOTHING * prev + (1 - SMOOTHING) * x


def moving_average(values, beta):
    out, m = [], np.zeros(values.shape[1:], dtype=values.dtype)
    for v in values:
        m = _ema(m, v)
        out.append(m)
    return np.array(out, dtype=values.dtype).reshape(values.shape)

# %% wrong: along the last axis, and the newest value has full weight
# kind: composed
# cause: several
# about: \baxis\b|\baxes\b|\btime\b|first|along
# about: weight|full|1 - beta|newest|sum
import numpy as np


def moving_average(values, beta):
    out = np.zeros_like(values)
    total = np.zeros(values.shape[:-1], dtype=values.dtype)
    for t in range(values.shape[-1]):
        total = beta * total + values[..., t]
        out[..., t] = total
    return out

# %% right: solved as a linear system
import numpy as np


def moving_average(values, beta):
    n = len(values)
    if n == 0:
        return values.copy()
    system = np.eye(n) - beta * np.eye(n, k=-1)
    flat = (1 - beta) * values.reshape(n, -1)
    return np.linalg.solve(system, flat).reshape(values.shape).astype(values.dtype)

# %% right: recursion over time, Korean names
import numpy as np


def moving_average(values, beta):
    def 구간(값들, 처음):
        if len(값들) == 0:
            return []
        다음 = beta * 처음 + (1 - beta) * 값들[0]
        return [다음, *구간(값들[1:], 다음)]

    결과 = 구간(values, np.zeros(values.shape[1:], values.dtype))
    return np.array(결과, dtype=values.dtype).reshape(values.shape)

# %% right: a class whose instances are iterated
import numpy as np


class Smoother:
    def __init__(self, beta):
        self.keep, self.take = beta, 1 - beta
        self.m = 0

    def __call__(self, x):
        self.m = self.take * x + self.keep * self.m
        return self.m


def moving_average(values, beta):
    smoother, out = Smoother(beta), np.array(values)
    for t in range(out.shape[0]):
        out[t, ...] = smoother(values[t])
    return out

# %% right: one entry at a time, with a product of the place
import numpy as np
from itertools import product


def moving_average(values, beta):
    if values.size == 0:
        return np.zeros_like(values)
    out = np.zeros_like(values)
    for place in product(*map(range, values.shape[1:])):
        m = 0.0
        for t in range(len(values)):
            m += (1 - beta) * (float(values[(t, *place)]) - m)
            out[(t, *place)] = m
    return out
