# %% wrong: 1e-7 of the textbook in the place of eps
# kind: public
# cause: constant
# about: eps|1e-0?7
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad * grad
    w = w - lr * grad / (np.sqrt(h) + 1e-7)
    return w, h

# %% wrong: the difference of the step is returned in the place of w
# kind: plain
# cause: unlisted
# about: \bw\b|update|subtract|minus|dropped|left out|weight
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad**2
    step = lr * grad / (np.sqrt(h) + eps)
    return -step, h

# %% wrong: the gradient is not in the step, only its rate
# kind: plain
# cause: unlisted
# about: grad
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + np.square(grad)
    rate = lr / (np.sqrt(h) + eps)
    return w - rate, h

# %% wrong: eps under the root, and uphill
# kind: composed
# cause: several
# about: eps|under the root
# about: sign|minus|against|uphill|climb|direction|subtract
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad * grad
    return w + lr * grad / np.sqrt(h + eps), h

# %% wrong: math.sqrt, which takes no arrays
# kind: public
# cause: breakdown
# about: rais|error|array|TypeError|break|math\.sqrt
import math


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    # 기울기 제곱을 누적
    h = h + grad * grad
    w = w - lr * (1 / (math.sqrt(h) + eps)) * grad
    return w, h

# %% wrong: a class that keeps its own h, so that calls depend on those before
# kind: public
# cause: several
# about: earlier call|state|before|remember|depend|again|\bh\b|shared
# about: eps|1e-0?7
import numpy as np


class AdaGrad:

    """AdaGrad"""

    def __init__(self, lr=0.01):
        self.lr = lr
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {}
            for key, val in params.items():
                self.h[key] = np.zeros_like(val)

        for key in params.keys():
            self.h[key] = self.h[key] + grads[key] * grads[key]
            params[key] = params[key] - self.lr * grads[key] / (np.sqrt(self.h[key]) + 1e-7)


optimizer = AdaGrad()


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    optimizer.lr = lr
    if optimizer.h is None or np.shape(optimizer.h["W"]) != np.shape(w):
        optimizer.h = {"W": h}
    params = {"W": w}
    optimizer.update(params, {"W": grad})
    return params["W"], optimizer.h["W"]

# %% wrong: the sum starts again where the gradient is zero
# kind: plain
# cause: edge
# about: zero|0|guard|condition|edge|where|if\b|partly|some
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    h = np.where(grad == 0, 0 * h, h + grad * grad) if np.ndim(w) else h + grad * grad
    h = np.where(h == 0, 1.0, h) if np.ndim(w) else h
    w = w - lr * grad / (np.sqrt(h) + eps)
    return w, h

# %% wrong: the squares are summed over all parameters, in float64
# kind: composed
# cause: inputs_or_dtype
# about: one_rate_for_all|one rate|each its own|sum|axis|all parameters
# about: dtype|float64|double|precision
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    g = np.asarray(grad, dtype=np.float64)
    h = np.asarray(h, dtype=np.float64) + np.sum(g**2)
    return w - lr * g / (np.sqrt(h) + eps), h

# %% wrong: a plain gradient step after the sum, which nothing reads
# kind: public
# cause: unlisted
# about: root|sqrt|divid|denominator|\bh\b|rate|eps
import numpy as np


def accumulate(h, grad):
    return h + np.power(grad, 2)


def sgd(w, grad, lr):
    return w - lr * grad


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    h = accumulate(h, grad)
    adapted_lr = lr / (np.sqrt(h) + eps)
    w = sgd(w, grad, lr)
    return w, h

# %% wrong: the two results in the other order, with eps beside the sum under the root
# kind: composed
# cause: several
# about: order|swap|exchang|place|first|tuple
# about: eps|under the root
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad**2
    w = w - lr * grad * (h + eps) ** -0.5
    return h, w

# %% wrong: the old sum divides, and w is rounded to four digits
# kind: composed
# cause: several
# about: old|this step|before|new|already|order|in h
# about: round|digit|decimal
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    denominator = np.sqrt(h) + eps
    h = h + grad * grad
    w = np.round(w - lr * grad / denominator, 4)
    return w, h

# %% wrong: the learning rate falls with the root of the root
# kind: plain
# cause: unlisted
# about: root|sqrt|exponent|power
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + np.abs(grad) ** 2
    w = w - lr * grad / (h**0.25 + eps)
    return w, h

# %% right: every entry by itself, with math for numbers
import math

import numpy as np


def one(w, h, g, lr, eps):
    h = h + g * g
    return w - lr * g / (math.sqrt(h) + eps), h


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    if isinstance(w, float):
        return one(w, h, grad, lr, eps)
    new_w, new_h = np.empty_like(w), np.empty_like(h)
    for i in np.ndindex(w.shape):
        new_w[i], new_h[i] = one(float(w[i]), float(h[i]), float(grad[i]), lr, eps)
    return new_w, new_h

# %% right: a data class with a method
from dataclasses import dataclass

import numpy as np


@dataclass
class State:
    w: np.ndarray
    h: np.ndarray

    def moved(self, grad, lr, eps):
        h = self.h + grad**2
        return State(self.w - lr * grad / (h**0.5 + eps), h)


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    state = State(w, h).moved(grad, lr, eps)
    return state.w, state.h

# %% right: the rate is made a function of its own, Korean names
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    def 학습률(누적):
        return lr * (1 / (eps + np.sqrt(누적)))

    새_h = grad * grad + h
    새_w = w - 학습률(새_h) * grad
    print("학습률:", 학습률(새_h))
    return 새_w, 새_h

# %% right: the sign and the size of the gradient apart
import numpy as np


def adagrad_step(w, h, grad, lr: float = 1e-2, eps: float = 1e-8):
    size = np.abs(grad)
    total = size * size
    total = total + h
    return -(np.sign(grad) * size * lr / (np.sqrt(total) + eps) - w), total

# %% wrong: the sum is divided by two, and eps is inside it
# kind: composed
# cause: several
# about: half|2\b|factor +0\.5|\bsum\b|divid
# about: under the root|eps
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad * grad / 2
    return w - lr * grad / np.sqrt(h + eps), h

# %% wrong: 0.01 in the place of lr
# kind: plain
# cause: constant
# about: \blr\b|learning rate|0\.01
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    h = h + grad * grad
    w = w - 0.01 * grad / (np.sqrt(h) + eps)
    return w, h

# %% right: the same in one line of a comprehension
import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    return next((w - lr * grad / (np.sqrt(new) + eps), new) for new in [h + grad * grad])
