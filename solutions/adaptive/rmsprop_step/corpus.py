# %% wrong: 0.9 is written into the average in the place of beta
# kind: public
# cause: constant
# about: beta|0\.9\b
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = 0.9 * h + 0.1 * grad**2
    w = w - lr * grad / (np.sqrt(h) + eps)
    return w, h

# %% wrong: 1e-7 in the place of eps, with the decay of the textbook
# kind: public
# cause: constant
# about: eps|1e-0?7
import numpy as np


class RMSprop:
    """RMSprop: 최근 기울기를 더 크게 반영한다."""

    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr = lr
        self.decay_rate = decay_rate

    def update(self, param, h, grad):
        h = h * self.decay_rate
        h = h + (1 - self.decay_rate) * grad * grad
        param = param - self.lr * grad / (np.sqrt(h) + 1e-7)
        return param, h


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    return RMSprop(lr=lr, decay_rate=beta).update(w, h, grad)

# %% wrong: the mean of the gradient is taken off as well, the centred variant
# kind: public
# cause: foreign_rule
# about: mean|cent(re|er)|variance|squar
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = beta * h + (1 - beta) * grad * grad
    mean_grad = (1 - beta) * grad
    avg = np.sqrt(h - mean_grad**2)
    return w - lr * grad / (avg + eps), h

# %% wrong: eps under the root, and the weights of the average swapped
# kind: composed
# cause: several
# about: eps|under the root
# about: beta|swap|changed places|weight
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = (1 - beta) * h + beta * np.square(grad)
    return w - lr * grad / np.sqrt(h + eps), h

# %% wrong: the weighted gradient is squared, its weight too
# kind: plain
# cause: unlisted
# about: squar|bracket|parenthes|weight|beta|power
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = beta * h + ((1 - beta) * grad) ** 2
    w = w - lr * grad / (np.sqrt(h) + eps)
    return w, h

# %% wrong: the average is corrected for its start at zero, as in Adam at the first step
# kind: plain
# cause: foreign_rule
# about: correct|bias|1 - beta|beta|divid
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = beta * h + (1 - beta) * grad * grad
    h_hat = h / (1 - beta)
    w = w - lr * grad / (np.sqrt(h_hat) + eps)
    return w, h

# %% wrong: the shape of a float is asked for
# kind: public
# cause: breakdown
# about: rais|error|number|AttributeError|shape|float
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    new_w = np.zeros(w.shape, dtype=w.dtype)
    new_h = np.zeros(h.shape, dtype=h.dtype)
    for idx in np.ndindex(*w.shape):
        new_h[idx] = beta * h[idx] + (1 - beta) * grad[idx] ** 2
        new_w[idx] = w[idx] - lr * grad[idx] / (np.sqrt(new_h[idx]) + eps)
    return new_w, new_h

# %% wrong: the old average divides, and the new one lacks its weight
# kind: composed
# cause: several
# about: old|this step|before|order|in h
# about: weight|1 - beta|newest|beta|add up
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    w_next = w - lr * grad / (np.sqrt(h) + eps)
    h_next = beta * h + grad * grad
    return w_next, h_next

# %% wrong: the newest gradient is not squared but carries its sign, and nan is replaced
# kind: public
# cause: several
# about: squar|sign|abs|factor with `grad` is missing
import numpy as np


def ema(old, new, decay):
    return decay * old + (1 - decay) * new


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = ema(h, grad, beta)
    # 음수의 제곱근은 nan이 되므로 0으로
    root = np.nan_to_num(np.sqrt(h))
    return w - lr * grad / (root + eps), h

# %% wrong: h is changed in place, and eps is left out of the denominator
# kind: public
# cause: inputs_or_dtype
# about: in place|in-place|changes? .*input|input|copy|caller
# about: eps|nothing|zero|divid
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h *= beta
    h += (1 - beta) * grad * grad
    with np.errstate(divide="ignore", invalid="ignore"):
        w = w - lr * grad / np.sqrt(h)
    return w, h

# %% wrong: rounded to three digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = beta * h + (1 - beta) * grad**2
    w = w - lr * grad / (np.sqrt(h) + eps)
    return np.round(w, 3), np.round(h, 3)

# %% wrong: the root is held at eps at least, and eps is not added
# kind: plain
# cause: edge
# about: maximum|clip|bound|drop_term eps|replace_function
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = beta * h + (1 - beta) * grad * grad
    return w - lr * grad / np.maximum(np.sqrt(h), eps), h

# %% right: what is left of the distance
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = h - (1 - beta) * (h - grad**2)
    return w - np.true_divide(lr * grad, np.sqrt(h) + eps), h

# %% right: one step in two lambdas
import numpy as np

average = lambda old, new, beta: beta * old + (1 - beta) * new  # noqa: E731
size = lambda h, eps: h**0.5 + eps  # noqa: E731


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    new = average(h, grad * grad, beta)
    return w - (lr * grad) / size(new, eps), new

# %% right: a class that is thrown away, with what it prints
import numpy as np


class RMSprop:
    def __init__(self, learning_rate, rho, epsilon, cache):
        self.learning_rate, self.rho, self.epsilon = learning_rate, rho, epsilon
        self.cache = cache

    def __call__(self, weight, gradient):
        self.cache = self.rho * self.cache + (1 - self.rho) * gradient**2
        return weight - self.learning_rate * gradient / (np.sqrt(self.cache) + self.epsilon)


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    optimizer = RMSprop(lr, beta, eps, h)
    w = optimizer(w, grad)
    print(f"w = {w}, h = {optimizer.cache}")
    return [w, optimizer.cache]

# %% right: flat and back again
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    if isinstance(w, float):
        h = beta * h + (1 - beta) * grad * grad
        return w - lr * grad / (h**0.5 + eps), h
    모양 = np.shape(w)
    w, h, g = (np.ravel(each) for each in (w, h, grad))
    h = np.multiply(beta, h) + np.multiply(1 - beta, g * g)
    w = w - lr * g / (np.sqrt(h) + eps)
    return w.reshape(모양), h.reshape(모양)

# %% wrong: no root, and beta is 0.9
# kind: composed
# cause: several
# about: root|sqrt
# about: beta|0\.9\b
def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    h = 0.9 * h + 0.1 * grad * grad
    return w - lr * grad / (h + eps), h

# %% wrong: the update is stored nowhere
# kind: plain
# cause: unlisted
# about: stored|\bh\b|old|returned|update|assign
import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    new_h = beta * h + (1 - beta) * grad * grad
    w = w - lr * grad / (np.sqrt(new_h) + eps)
    return w, h

# %% right: a bound method
import numpy as np


class Average:
    def __init__(self, value):
        self.value = value

    def take(self, new, beta):
        self.value = self.value * beta + new * (1 - beta)
        return self

    def root(self):
        return np.sqrt(self.value)


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    average = Average(h).take(grad**2, beta)
    return w - grad / (average.root() + eps) * lr, average.value
