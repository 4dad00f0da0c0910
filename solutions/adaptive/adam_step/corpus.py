# %% wrong: the form of the Korean textbook: both corrections in the rate, and 1e-7
# kind: public
# cause: several
# about: epsilon_beside|uncorrected|corrections? in the rate|corrected v|beside
# about: 1e-0?7|\beps\b|small number
import numpy as np


class Adam:

    """Adam (http://arxiv.org/abs/1412.6980v8)"""

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2

    def update(self, w, m, v, g, t):
        lr_t = self.lr * (1.0 - self.beta2**t) ** 0.5 / (1.0 - self.beta1**t)
        m = m + (1 - self.beta1) * (g - m)
        v = v + (1 - self.beta2) * (g**2 - v)
        w = w - lr_t * m / (np.sqrt(v) + 1e-7)
        return w, m, v


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    return Adam(lr, beta1, beta2).update(w, m, v, grad, t)

# %% wrong: m is corrected with beta2
# kind: plain
# cause: unlisted
# about: beta ?1|beta ?2|correct
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta2**t)
    v_hat = v / (1 - beta2**t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v

# %% wrong: 0.9 in the first moment and its correction in the place of beta1
# kind: public
# cause: constant
# about: beta ?1|0\.9\b
import numpy as np

MOMENTUM = 0.9


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    # 1차 모멘텀
    m = MOMENTUM * m + (1 - MOMENTUM) * grad
    # 2차 모멘텀
    v = beta2 * v + (1 - beta2) * grad * grad
    m_bias_corr = m / (1 - MOMENTUM**t)
    v_bias_corr = v / (1 - beta2**t)
    w = w - lr * m_bias_corr / (np.sqrt(v_bias_corr) + eps)
    return w, m, v

# %% wrong: AMSGrad, which never lets the second moment fall
# kind: public
# cause: foreign_rule
# about: amsgrad|max|fall|larger
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v_new = beta2 * v + (1 - beta2) * np.power(grad, 2)
    v_new = np.maximum(v, v_new)
    m_hat = m / (1 - beta1**t)
    v_hat = v_new / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v_new

# %% wrong: Nadam
# kind: public
# cause: foreign_rule
# about: nadam|nesterov|look|ahead|grad
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1.0 - beta1) * grad
    v = beta2 * v + (1.0 - beta2) * grad**2
    mhat = m / (1.0 - beta1**t)
    vhat = v / (1.0 - beta2**t)
    nesterov_m = beta1 * mhat + (1.0 - beta1) * grad / (1.0 - beta1**t)
    w = w - lr * nesterov_m / (np.sqrt(vhat) + eps)
    return w, m, v

# %% wrong: the weights of both averages are swapped, and the step is uphill
# kind: composed
# cause: several
# about: swap|changed places|weight|past|beta
# about: sign|against|minus|climb|uphill|direction
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = (1 - beta1) * m + beta1 * grad
    v = (1 - beta2) * v + beta2 * grad * grad
    m_hat = m / (1 - (1 - beta1) ** t)
    v_hat = v / (1 - (1 - beta2) ** t)
    return w + lr * m_hat / (np.sqrt(v_hat) + eps), m, v

# %% wrong: eps under the root, and one is added to t
# kind: composed
# cause: several
# about: under the root|eps
# about: t \+ 1|count|twice|one is added|exponent|already
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    t = t + 1
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad * grad
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / np.sqrt(v_hat + eps), m, v

# %% wrong: math.sqrt of an array
# kind: public
# cause: breakdown
# about: rais|error|array|TypeError|math
from math import pow, sqrt


def bias(beta, t):
    return 1 - pow(beta, t)


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m_t = beta1 * m + (1 - beta1) * grad
    v_t = beta2 * v + (1 - beta2) * (grad * grad)
    m_cap = m_t / bias(beta1, t)
    v_cap = v_t / bias(beta2, t)
    w = w - (lr * m_cap) / (sqrt(v_cap) + eps)
    return w, m_t, v_t

# %% wrong: all three are rounded to four digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad * grad
    w = w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return np.round(w, 4), np.round(m, 4), np.round(v, 4)

# %% wrong: the moments are changed in place, and only m is corrected
# kind: composed
# cause: inputs_or_dtype
# about: in place|in-place|input|copy|caller
# about: correct|v starts|bias|beta2
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v) + eps), m, v

# %% wrong: the correction is made at the first step alone
# kind: plain
# cause: edge
# about: correct|first|later|only|condition|guard|bias
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad * grad
    if t == 1:
        m_hat, v_hat = m / (1 - beta1), v / (1 - beta2)
    else:
        m_hat, v_hat = m, v
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v

# %% wrong: the newest square has the weight of the first moment
# kind: plain
# cause: unlisted
# about: beta ?1|beta ?2|weight|newest|exchang
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta1) * grad * grad
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v

# %% wrong: weights decay as in AdamW
# kind: public
# cause: foreign_rule
# about: decay|regulari|0\.01\b|\bw\b|factor|term
import numpy as np

WEIGHT_DECAY = 0.01


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    w = w * (1 - lr * WEIGHT_DECAY)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad * grad
    denom = np.sqrt(v / (1 - beta2**t)) + eps
    return w - lr / (1 - beta1**t) * m / denom, m, v

# %% right: averages by a helper
import numpy as np


def ema(old, new, beta):
    return beta * old + (1 - beta) * new


def unbias(average, beta, t):
    return average / (1 - beta**t)


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = ema(m, grad, beta1), ema(v, grad**2, beta2)
    direction = unbias(m, beta1, t) / (unbias(v, beta2, t) ** 0.5 + eps)
    return w - lr * direction, m, v

# %% right: a data class with a property for each corrected moment
from dataclasses import dataclass

import numpy as np


@dataclass
class Moments:
    m: np.ndarray
    v: np.ndarray
    t: int
    beta1: float
    beta2: float

    @property
    def m_hat(self):
        return self.m / (1 - self.beta1**self.t)

    @property
    def v_hat(self):
        return self.v / (1 - self.beta2**self.t)


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    moments = Moments(
        beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad * grad, t, beta1, beta2
    )
    print(f"step {t}: m = {moments.m}, v = {moments.v}")
    w = w - lr * moments.m_hat / (np.sqrt(moments.v_hat) + eps)
    return w, moments.m, moments.v

# %% right: one entry after the other, in plain numbers
import math

import numpy as np


def _one(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g * g
    return w - lr * (m / (1 - beta1**t)) / (math.sqrt(v / (1 - beta2**t)) + eps), m, v


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if not isinstance(w, np.ndarray):
        return _one(w, m, v, grad, t, lr, beta1, beta2, eps)
    flat = [each.astype(float).ravel().tolist() for each in (w, m, v, grad)]
    rows = [_one(*each, t, lr, beta1, beta2, eps) for each in zip(*flat)]
    columns = np.array(rows).T
    return tuple(column.reshape(w.shape).astype(w.dtype) for column in columns)

# %% right: Korean names, and the minus inside
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    새_m = m - (1 - beta1) * (m - grad)
    새_v = v - (1 - beta2) * (v - grad * grad)
    보정1, 보정2 = 1 - beta1**t, 1 - beta2**t
    걸음 = -lr * (새_m / 보정1) / (eps + np.sqrt(새_v / 보정2))
    return w + 걸음, 새_m, 새_v

# %% wrong: the corrected moments are returned, and beta2 stands in both corrections
# kind: composed
# cause: several
# about: carried|returned|correct|next step
# about: beta
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = (beta1 * m + (1 - beta1) * grad) / (1 - beta2**t)
    v = (beta2 * v + (1 - beta2) * grad * grad) / (1 - beta2**t)
    return w - lr * m / (np.sqrt(v) + eps), m, v

# %% wrong: a rate of 0.001, whatever lr is
# kind: plain
# cause: constant
# about: \blr\b|learning rate|0\.001
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad * grad
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - 0.001 * m_hat / (np.sqrt(v_hat) + eps), m, v

# %% wrong: the old v is corrected
# kind: plain
# cause: unlisted
# about: \bv\b|old|new|this step|order
import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    v = beta2 * v + (1 - beta2) * grad * grad
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
