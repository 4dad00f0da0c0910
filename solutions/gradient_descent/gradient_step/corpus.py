# %% wrong: the learning rate is 0.01
# kind: plain
# cause: constant
# about: lr|learning rate|\brate\b|0\.01
def gradient_step(w, grad, lr=0.01):
    lr = 0.01
    return w - lr * grad

# %% wrong: a learning rate of the module
# kind: public
# cause: constant
# about: lr|learning rate|\brate\b
LEARNING_RATE = 0.1
n_iters = 1000


class SGD:
    """확률적 경사 하강법"""

    def __init__(self, lr=LEARNING_RATE):
        self.lr = lr

    def update(self, params, grads):
        return params - self.lr * grads


optimizer = SGD()


def gradient_step(w, grad, lr):
    return optimizer.update(w, grad)

# %% wrong: divided by the rate
# kind: plain
# cause: unlisted
# about: lr|rate|divi|multipl|times
def gradient_step(w, grad, lr):
    return w - grad / lr

# %% wrong: the step is multiplied on to w
# kind: plain
# cause: unlisted
# about: multipl|times|product|subtract|factor|exchang|w\b
def gradient_step(w, grad, lr):
    return w * (1 - lr * grad)

# %% wrong: brackets around w - lr
# kind: plain
# cause: unlisted
# about: bracket|parenthes|precedence|order of
def gradient_step(w, grad, lr):
    return (w - lr) * grad

# %% wrong: uphill, and in double precision
# kind: composed
# cause: several
# about: sign|climb|uphill|way|plus|minus
# about: dtype|float64|float32|double|precision
import numpy as np


def gradient_step(w, grad, lr):
    return np.add(w, lr * np.asarray(grad, dtype="float64"))

# %% wrong: half the step, rounded to three digits
# kind: composed
# cause: several
# about: half|factor|two|0\.5
# about: round|digit|decimal
import numpy as np


def gradient_step(w, grad, lr):
    step = 0.5 * lr * grad
    return np.round(w - step, 3)

# %% wrong: weight decay comes along
# kind: public
# cause: foreign_rule
# about: decay|weight|\bw\b|shrink|penalty
WEIGHT_DECAY = 1e-2


def gradient_step(w, grad, lr):
    # L2 regularised SGD step
    g = grad + WEIGHT_DECAY * w
    return w - lr * g

# %% wrong: the norm is bounded at one, in the caller's parameters
# kind: public
# cause: several
# about: clip|norm|length|bound|direction|as it is
# about: in place|input|caller|changed
import numpy as np


def clip_grad_norm(g, max_norm=1.0):
    total = np.sqrt(np.sum(g**2))
    rate = max_norm / (total + 1e-6)
    if rate < 1:
        g = g * rate
    return g


def gradient_step(w, grad, lr):
    grad = clip_grad_norm(grad)
    w -= lr * grad
    return w

# %% wrong: a copy and a loop over the entries, which a single number does not have
# kind: public
# cause: breakdown
# about: number|float|length|len|loop|0-d|axes|iter|copy|attribute
def gradient_step(w, grad, lr):
    new_w = w.copy()
    for i in range(len(w)):
        new_w[i] = w[i] - lr * grad[i]
    return new_w

# %% wrong: large gradients are cut at two
# kind: plain
# cause: edge
# about: clip|cut|bound|large
import numpy as np


def gradient_step(w, grad, lr):
    return w - lr * np.minimum(np.maximum(grad, -2), 2)

# %% wrong: normalised, with a small number against division by zero
# kind: plain
# cause: edge
# about: normalis|direction|length|norm|steep
import numpy as np


def gradient_step(w, grad, lr):
    norm = np.linalg.norm(np.ravel(grad)) + 1e-8
    return w - lr * (grad / norm)

# %% wrong: rounded to two digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def gradient_step(w, grad, lr):
    return np.round(w - lr * grad, 2)

# %% wrong: noise is added to each gradient
# kind: public
# cause: draws
# about: random|draw|noise|two calls|same
import numpy as np


def gradient_step(w, grad, lr):
    # add a little gaussian noise to escape saddle points
    noise = np.random.normal(0, 0.01, size=np.shape(grad))
    return w - lr * (grad + noise)

# %% wrong: only the sign of the gradient, and w is moved itself
# kind: composed
# cause: several
# about: sign|direction|steep|size
# about: in place|input|caller|changed
import numpy as np


def gradient_step(w, grad, lr):
    w -= lr * np.sign(grad)
    return w

# %% right: a fused closure and reversed operands
def gradient_step(w, grad, lr):
    def 내려가기(기울기):
        return -(기울기 * lr) + w

    return 내려가기(grad)

# %% right: a class with its own subtraction
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Step:
    grad: Any
    lr: float

    def __rsub__(self, w):
        return w - self.lr * self.grad

    __array_ufunc__ = None


def gradient_step(w, grad, lr):
    return w - Step(grad, lr)

# %% right: np.vectorize in the dtype of w
import numpy as np


def gradient_step(w, grad, lr):
    if isinstance(w, float):
        print(f"{w} -> {w - lr * grad}")
        return w - lr * grad
    walk = np.vectorize(lambda a, b: a - lr * b, otypes=[w.dtype])
    return walk(w, grad)

# %% right: lambda, with the rate taken apart
gradient_step = lambda w, grad, lr: w + (-1) * grad * lr
