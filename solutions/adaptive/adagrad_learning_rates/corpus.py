# %% wrong: eps is added to the quotient, not to the root
# kind: plain
# cause: unlisted
# about: eps|bracket|parenthes|precedence|denominator
import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    h = np.cumsum(grads**2, axis=0)
    return lr / np.sqrt(h) + eps

# %% wrong: 1e-7 is written into the line in the place of eps
# kind: plain
# cause: constant
# about: eps|1e-0?7
import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    rates = np.zeros_like(grads)
    h = np.zeros_like(grads[0])
    for i in range(len(grads)):
        h = h + grads[i] * grads[i]
        rates[i] = lr / (np.sqrt(h) + 1e-7)
    return rates

# %% wrong: a learning rate of the module in the place of lr
# kind: public
# cause: constant
# about: \blr\b|learning rate|0\.01
import numpy as np

LEARNING_RATE = 0.01
EPSILON = 1e-8


class AdaGrad:
    """AdaGrad optimizer (학습률만 계산하는 버전)"""

    def __init__(self, lr=LEARNING_RATE, eps=EPSILON):
        self.lr = lr
        self.eps = eps
        self.cache = None

    def rate(self, grad):
        if self.cache is None:
            self.cache = np.zeros_like(grad)
        self.cache = self.cache + np.square(grad)
        return self.lr / (np.sqrt(self.cache) + self.eps)


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    optimizer = AdaGrad(eps=eps)
    history = []
    for grad in grads:
        history.append(optimizer.rate(grad))
    return np.array(history, dtype=grads.dtype)

# %% wrong: the root has eps under it, and the rates are rounded to four digits
# kind: composed
# cause: several
# about: eps|under the root
# about: round|digit|decimal
import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    h = np.add.accumulate(grads * grads, axis=0)
    return np.round(lr / np.sqrt(h + eps), 4)

# %% wrong: two axes are taken for granted, so that one and three break down
# kind: public
# cause: breakdown
# about: rais|error|break|fail|dimension|axes|axis|shape|unpack
import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    # T: number of steps, n: number of parameters
    T, n = grads.shape
    G = np.zeros(n, dtype=grads.dtype)
    result = np.zeros((T, n), dtype=grads.dtype)
    for t in range(T):
        for j in range(n):
            G[j] += grads[t, j] ** 2
            result[t, j] = lr / (np.sqrt(G[j]) + eps)
    return result

# %% wrong: the accumulator starts at 0.1, as in a well-known library
# kind: public
# cause: foreign_rule
# about: initial|start|begin|0\.1\b|zero
import numpy as np

initial_accumulator_value = 0.1


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    accumulator = np.full_like(grads[0], initial_accumulator_value)
    out = []
    for g in grads:
        accumulator = accumulator + g * g
        out.append(lr / (np.sqrt(accumulator) + eps))
    return np.stack(out)

# %% wrong: a moving average with 0.9, as in RMSprop, in the place of the sum
# kind: public
# cause: foreign_rule
# about: average|decay|rmsprop|sum|accumul|add
import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    decay_rate = 0.9
    cache = np.zeros_like(grads[0])
    rates = np.empty_like(grads)
    for k, dx in enumerate(grads):
        cache = decay_rate * cache + (1 - decay_rate) * dx**2
        rates[k] = lr / (np.sqrt(cache) + eps)
    return rates

# %% wrong: the rate of a step lacks its own gradient, and eps is under the root
# kind: composed
# cause: several
# about: current_gradient_left_out|own gradient|first gradient|already|this step
# about: eps|under the root
import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    squares = grads**2
    before = np.concatenate([np.zeros_like(squares[:1]), squares[:-1]])
    h = np.cumsum(before, axis=0)
    return lr / np.sqrt(h + eps)

# %% wrong: no root is taken, and the list turns into float64
# kind: public
# cause: inputs_or_dtype
# about: root|sqrt
# about: dtype|float64|double|precision
import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    h = 0.0
    etas = []
    for g in grads:
        h = h + np.power(g, 2)
        etas.append(lr / (h + eps))
    # 리스트를 배열로
    return np.array(etas, dtype=float)

# %% wrong: summed from the end, so that a rate has the gradients that are still to come
# kind: plain
# cause: unlisted
# about: revers|order|future|backward|direction|\[::|axis|past
import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    squares = (grads * grads)[::-1]
    h = np.cumsum(squares, axis=0)[::-1]
    return lr / (np.sqrt(h) + eps)

# %% wrong: rounded to four digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    h = np.cumsum(np.square(grads), axis=0)
    rates = lr / (np.sqrt(h) + eps)
    return rates.round(4)

# %% wrong: the mean of the squares in the place of their sum, and eps under the root
# kind: public
# cause: several
# about: mean|average|sum|number of steps
# about: \beps|under the root
import numpy as np


def rms(values, eps):
    return np.sqrt(np.mean(values**2, axis=0) + eps)


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    rates = []
    for t in range(1, grads.shape[0] + 1):
        rates.append(lr / rms(grads[:t], eps))
    return np.asarray(rates)

# %% right: a function that adds up to the step before calls itself
import numpy as np


def sum_until(grads, t):
    if t < 0:
        return 0 * grads[0]
    return sum_until(grads, t - 1) + grads[t] ** 2


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    return np.array([lr / (np.sqrt(sum_until(grads, t)) + eps) for t in range(len(grads))])

# %% right: a class with Korean names
import numpy as np


class 누적기:
    def __init__(self, 모양, 자료형):
        self.합 = np.zeros(모양, 자료형)

    def 더하기(self, 기울기):
        self.합 += 기울기 * 기울기
        return self.합


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    누적 = 누적기(grads.shape[1:], grads.dtype)
    결과 = np.empty_like(grads)
    for 번호, 기울기 in enumerate(grads):
        결과[번호] = lr / (np.sqrt(누적.더하기(기울기)) + eps)
    return 결과

# %% right: itertools.accumulate, and a message that is printed
from itertools import accumulate

import numpy as np

adagrad_learning_rates = None


def adagrad_learning_rates(grads: np.ndarray, lr: float = 1e-2, eps: float = 1e-8) -> np.ndarray:
    sums = list(accumulate(g**2 for g in grads))
    print(f"{len(sums)} steps, last sum {sums[-1]}")
    return lr / (np.asarray(sums) ** 0.5 + eps)

# %% right: a matrix of ones below the diagonal adds up
import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    n = len(grads)
    below = np.tril(np.ones((n, n), dtype=grads.dtype))
    flat = below @ grads.reshape(n, -1) ** 2
    return (lr / (eps + np.sqrt(flat))).reshape(grads.shape)

# %% right: norms of the history
import numpy as np

adagrad_learning_rates = lambda grads, lr=1e-2, eps=1e-8: np.stack(  # noqa: E731
    [lr / (np.linalg.norm(grads[: t + 1], axis=0) + eps) for t in range(grads.shape[0])]
)

# %% wrong: the sum runs along the parameters, and without a root
# kind: composed
# cause: several
# about: axis|along|parameters
# about: root|sqrt
import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    return lr / (np.cumsum(grads**2, axis=-1) + eps)

# %% wrong: the learning rate is one
# kind: plain
# cause: constant
# about: \blr\b|learning rate|\b1\b
import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    h = np.cumsum(grads * grads, axis=0)
    return 1 / (np.sqrt(h) + eps)
