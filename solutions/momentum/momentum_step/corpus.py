# %% wrong: w moves by a part of the new velocity
# kind: plain
# cause: unlisted
# about: beta|once more|twice|w\b|moves|position|ahead
def momentum_step(w, v, grad, lr, beta):
    v = beta * v - lr * grad
    w = w + beta * v
    return w, v

# %% wrong: the downhill velocity is taken off w
# kind: plain
# cause: unlisted
# about: sign|minus|plus|subtract|add|direction|way
def momentum_step(w, v, grad, lr, beta):
    v = beta * v - lr * grad
    w = w - v
    return w, v

# %% wrong: only the parameters come back
# kind: plain
# cause: unlisted
# about: two|tuple|part|one of|returns|velocity|only|array|list
def momentum_step(w, v, grad, lr, beta):
    v = beta * v - lr * grad
    return w + v

# %% wrong: momentum of 0.9
# kind: plain
# cause: constant
# about: beta|0\.9
def momentum_step(w, v, grad, lr, beta):
    v = 0.9 * v - lr * grad
    return w + v, v

# %% wrong: the class has a rate of its own
# kind: public
# cause: constant
# about: lr|learning rate|\brate\b|0\.01
class Momentum:
    """모멘텀 SGD"""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        self.v = self.momentum * self.v - self.lr * grads
        return params + self.v


def momentum_step(w, v, grad, lr, beta):
    opt = Momentum(momentum=beta)
    opt.v = v
    new_w = opt.update(w, grad)
    return new_w, opt.v

# %% wrong: the rate outside the velocity, in place
# kind: composed
# cause: inputs_or_dtype
# about: outside|PyTorch|learning rate|lr|rate
# about: in place|input|caller|changed
def momentum_step(w, v, grad, lr, beta):
    v *= beta
    v += grad
    w -= lr * v
    return w, v

# %% wrong: a moving average, and the two results in the wrong order
# kind: composed
# cause: several
# about: average|1 - beta|damped|smaller
# about: order|swap|exchang|first|result
def momentum_step(w, v, grad, lr, beta):
    velocity = beta * v + (1 - beta) * grad
    return velocity, w - lr * velocity

# %% wrong: uphill velocity, in float64
# kind: composed
# cause: several
# about: sign|uphill|opposite|minus
# about: dtype|float64|float32|double|precision
import numpy as np


def momentum_step(w, v, grad, lr, beta):
    w, v, grad = (np.array(each, dtype=np.float64) for each in (w, v, grad))
    v = beta * v + lr * grad
    return w - v, v

# %% wrong: `if v == 0` for the first step
# kind: public
# cause: breakdown
# about: array|entr|element|number|breakdown|all at once|whole
def momentum_step(w, v, grad, lr, beta):
    if v == 0:
        v = -lr * grad
    else:
        v = beta * v - lr * grad
    w = w + v
    return w, v

# %% wrong: the velocity is damped, and the rate forgotten
# kind: public
# cause: several
# about: 1 - beta|damp|average|smaller
# about: lr|learning rate|\brate\b
import numpy as np

DAMPENING = True


def momentum_step(w, v, grad, lr, beta):
    # EMA of gradients
    factor = 1 - beta if DAMPENING else 1.0
    v_new = beta * v - factor * grad
    w_new = w + v_new
    return w_new, v_new

# %% wrong: w moves by the old velocity and then by the gradient alone
# kind: plain
# cause: edge
# about: beta|old velocity|faded|whole|moves|new velocity|first
def momentum_step(w, v, grad, lr, beta):
    w = w + v - lr * grad
    v = beta * v - lr * grad
    return w, v

# %% wrong: both results to three digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def momentum_step(w, v, grad, lr, beta):
    v = beta * v - lr * grad
    w = w + v
    return np.round(w, 3), np.round(v, 3)

# %% wrong: the form of Bengio, with the look ahead worked in
# kind: public
# cause: foreign_rule
# about: Nesterov|ahead|Bengio|look|beta|squared|Keras
def momentum_step(w, v, grad, lr, beta):
    """Momentum update (NAG, simplified form)."""
    w_next = w + beta * beta * v - (1 + beta) * lr * grad
    v_next = beta * v - lr * grad
    return w_next, v_next

# %% wrong: dictionaries of parameters are expected
# kind: public
# cause: raises
# about: always|attribute|dict|key|raise|error
import numpy as np


def momentum_step(w, v, grad, lr, beta):
    for key in w.keys():
        v[key] = beta * v[key] - lr * grad[key]
        w[key] += v[key]
    return w, v

# %% wrong: the rate and the momentum are those of the book
# kind: public
# cause: constant
# about: lr|learning rate|\brate\b|0\.01
# about: beta|momentum|0\.9
MOMENTUM, LR = 0.9, 0.01


def momentum_step(w, v, grad, lr, beta):
    # v = 모멘텀 * v - 학습률 * 기울기
    v = MOMENTUM * v - LR * grad
    w = w + v
    return (w, v)

# %% wrong: the rate is applied twice, and the old velocity returned
# kind: composed
# cause: several
# about: lr|learning rate|\brate\b|twice
# about: old velocity|returned|two things|stored|velocity
def momentum_step(w, v, grad, lr, beta):
    v_new = beta * v - lr * grad
    return w + lr * v_new, v

# %% right: both results from one list of pairs
def momentum_step(w, v, grad, lr, beta):
    return [w - (lr * grad - v * beta), -(lr * grad) + v * beta]

# %% right: a named tuple, Korean names
from collections import namedtuple

상태 = namedtuple("상태", ["위치", "속도"])


def momentum_step(w, v, grad, lr, beta):
    새속도 = beta * v + (-lr) * grad
    return 상태(위치=w + 새속도, 속도=새속도)

# %% right: reversed operands, and a line that is printed
def momentum_step(w, v, grad, lr, beta):
    pulled = -grad * lr
    coasting = v * beta
    new = pulled + coasting
    print(f"|v| = {abs(new)!r:.20}")
    return new + w, new

# %% right: np.vectorize in the dtype of w, and a recursion for numbers
import numpy as np


def _pair(w, v, g, lr, beta):
    moved = beta * v - lr * g
    return w + moved, moved


def momentum_step(w, v, grad, lr, beta):
    if isinstance(w, (float, int)):
        return _pair(w, v, grad, lr, beta)
    kinds = [w.dtype, w.dtype]
    return np.vectorize(_pair, otypes=kinds)(w, v, grad, lr, beta)
