# %% wrong: the textbook's class on lists: both corrections in the rate, and 1e-7
# kind: public
# cause: several
# about: uncorrected|correct|rate|beside|under
# about: 1e-0?7|\beps\b
import numpy as np


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.iter = 0
        self.m = None
        self.v = None

    def step(self, params, grads):
        if self.m is None:
            self.m, self.v = {}, {}
            for key, val in enumerate(params):
                self.m[key] = np.zeros_like(val)
                self.v[key] = np.zeros_like(val)

        self.iter += 1
        lr_t = self.lr * (1.0 - self.beta2**self.iter) ** 0.5 / (1.0 - self.beta1**self.iter)

        new_params = []
        for key in range(len(params)):
            self.m[key] = self.m[key] + (1 - self.beta1) * (grads[key] - self.m[key])
            self.v[key] = self.v[key] + (1 - self.beta2) * (grads[key] ** 2 - self.v[key])
            new_params.append(params[key] - lr_t * self.m[key] / (np.sqrt(self.v[key]) + 1e-7))
        return new_params

# %% wrong: the epsilon that was given is never read
# kind: public
# cause: constant
# about: eps|1e-0?8
import numpy as np


class Adam:
    """Adam optimizer."""

    epsilon = 1e-8

    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr = lr
        self.b1, self.b2 = beta1, beta2
        self.t = 0
        self.state = []

    def reset(self):
        self.t = 0
        self.state = []

    def step(self, params, grads):
        if not self.state:
            self.state = [[np.zeros_like(p), np.zeros_like(p)] for p in params]
        self.t += 1
        out = []
        for p, g, s in zip(params, grads, self.state):
            s[0] = self.b1 * s[0] + (1 - self.b1) * g
            s[1] = self.b2 * s[1] + (1 - self.b2) * g**2
            mhat = s[0] / (1 - self.b1**self.t)
            vhat = s[1] / (1 - self.b2**self.t)
            out.append(p - self.lr * mhat / (np.sqrt(vhat) + self.epsilon))
        return out

# %% wrong: t grows for each parameter, and eps is under the root
# kind: composed
# cause: several
# about: t grow|count|per parameter|step_counted|one call|loop
# about: under the root|eps
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t, self.m, self.v = 0, None, None

    def step(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(w) for w in params]
            self.v = [np.zeros_like(w) for w in params]
        new = []
        for i, (w, g) in enumerate(zip(params, grads)):
            self.t += 1
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            new.append(w - self.lr * m_hat / np.sqrt(v_hat + self.eps))
        return new

# %% wrong: the moments start from small random numbers
# kind: plain
# cause: draws
# about: random|draw|differ|same
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t, self.m, self.v = 0, None, None

    def step(self, params, grads):
        if self.m is None:
            self.m = [(0.01 * np.random.randn(*w.shape)).astype(w.dtype) for w in map(np.asarray, params)]
            self.v = [np.abs(m) for m in self.m]
        self.t += 1
        new = []
        for i, (w, g) in enumerate(zip(params, grads)):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            new.append((w - self.lr * m_hat / (np.sqrt(v_hat) + self.eps)).astype(w.dtype))
        return new

# %% wrong: moments that are None are multiplied
# kind: public
# cause: raises
# about: rais|error|TypeError|None
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.learning_rate = lr
        self.beta_1 = beta1
        self.beta_2 = beta2
        self.epsilon = eps
        self.m = None
        self.v = None
        self.t = 0

    def step(self, params, grads):
        self.t += 1
        updated = []
        for param, grad in zip(params, grads):
            self.m = self.beta_1 * self.m + (1 - self.beta_1) * grad
            self.v = self.beta_2 * self.v + (1 - self.beta_2) * grad**2
            m_hat = self.m / (1 - self.beta_1**self.t)
            v_hat = self.v / (1 - self.beta_2**self.t)
            updated.append(param - self.learning_rate * m_hat / (np.sqrt(v_hat) + self.epsilon))
        return updated

# %% wrong: the moments are looked up by the shape, so that two alike share them
# kind: public
# cause: unlisted
# about: share|shape|state|each (parameter|its own)|position|one_state|same
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t = 0
        self.ms = {}
        self.vs = {}

    def step(self, params, grads):
        self.t += 1
        return [self.update_one(p, g) for p, g in zip(params, grads)]

    def update_one(self, param, grad):
        key = param.shape
        if key not in self.ms:
            self.ms[key] = np.zeros_like(param)
            self.vs[key] = np.zeros_like(param)
        m = self.beta1 * self.ms[key] + (1 - self.beta1) * grad
        v = self.beta2 * self.vs[key] + (1 - self.beta2) * grad**2
        self.ms[key], self.vs[key] = m, v
        m, v = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
        return param - self.lr * m / (np.sqrt(v) + self.eps)

# %% wrong: one row of moments for each array: no axes break down
# kind: public
# cause: breakdown
# about: rais|error|IndexError|shape|axes|break|dimension
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t = 0
        self.m = []
        self.v = []

    def step(self, params, grads):
        if self.t == 0:
            for p in params:
                n = p.shape[0]
                self.m.append(np.zeros((n, *p.shape[1:]), dtype=p.dtype))
                self.v.append(np.zeros((n, *p.shape[1:]), dtype=p.dtype))
        self.t += 1
        result = []
        for i in range(len(params)):
            # 모멘트 갱신
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * grads[i]
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * grads[i] ** 2
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            result.append(params[i] - self.lr * m_hat / (np.sqrt(v_hat) + self.eps))
        return result

# %% wrong: the new arrays are put into the given list, and nothing is corrected
# kind: composed
# cause: inputs_or_dtype
# about: list|in place|input|caller|changed
# about: correct|bias|start at zero|too small
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v = None, None

    def step(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(w) for w in params]
            self.v = [np.zeros_like(w) for w in params]
        for i, g in enumerate(grads):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g
            params[i] = params[i] - self.lr * self.m[i] / (np.sqrt(self.v[i]) + self.eps)
        return params

# %% wrong: the betas belong to the other moment, and the step is uphill
# kind: composed
# cause: several
# about: beta
# about: sign|against|minus|climb|uphill|direction
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.b1, self.b2, self.eps = lr, beta2, beta1, eps
        self.t, self.m, self.v = 0, None, None

    def step(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(w) for w in params]
            self.v = [np.zeros_like(w) for w in params]
        self.t += 1
        new = []
        for i, (w, g) in enumerate(zip(params, grads)):
            self.m[i] = self.b1 * self.m[i] + (1 - self.b1) * g
            self.v[i] = self.b2 * self.v[i] + (1 - self.b2) * g * g
            m_hat = self.m[i] / (1 - self.b1**self.t)
            v_hat = self.v[i] / (1 - self.b2**self.t)
            new.append(w + self.lr * m_hat / (np.sqrt(v_hat) + self.eps))
        return new

# %% wrong: the return stands inside the loop, so that one parameter comes back
# kind: plain
# cause: unlisted
# about: return|loop|one of|one_short|length|part|first|short
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t, self.m, self.v = 0, None, None

    def step(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(w) for w in params]
            self.v = [np.zeros_like(w) for w in params]
        self.t += 1
        new = []
        for i, (w, g) in enumerate(zip(params, grads)):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            new.append(w - self.lr * m_hat / (np.sqrt(v_hat) + self.eps))
            return new

# %% wrong: the second moment is that of the gradient's distance from its mean
# kind: plain
# cause: foreign_rule
# about: squar|second moment|\bv\b|gradient itself|mean|m\b
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t, self.m, self.v = 0, None, None

    def step(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(w) for w in params]
            self.v = [np.zeros_like(w) for w in params]
        self.t += 1
        new = []
        for i, (w, g) in enumerate(zip(params, grads)):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * (g - self.m[i]) ** 2
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            new.append(w - self.lr * m_hat / (np.sqrt(v_hat) + self.eps))
        return new

# %% wrong: the correction of m without its exponent
# kind: plain
# cause: unlisted
# about: exponent|power|correct|\bt\b|fade
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t, self.m, self.v = 0, None, None

    def step(self, params, grads):
        if self.m is None:
            self.m = [0 * w for w in params]
            self.v = [0 * w for w in params]
        self.t += 1
        for i, g in enumerate(grads):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g
        m_hat = [m / (1 - self.beta1) for m in self.m]
        v_hat = [v / (1 - self.beta2**self.t) for v in self.v]
        return [
            w - self.lr * m / (np.sqrt(v) + self.eps)
            for w, m, v in zip(params, m_hat, v_hat)
        ]

# %% right: a list of little optimisers, one for each parameter
import numpy as np


class One:
    def __init__(self, like):
        self.m = np.zeros_like(like)
        self.v = np.zeros_like(like)

    def direction(self, g, t, b1, b2, eps):
        self.m = b1 * self.m + (1 - b1) * g
        self.v = b2 * self.v + (1 - b2) * g * g
        return self.m / (1 - b1**t) / (np.sqrt(self.v / (1 - b2**t)) + eps)


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr = lr
        self.settings = (beta1, beta2, eps)
        self.ones = []
        self.t = 0

    def step(self, params, grads):
        self.ones = self.ones or [One(w) for w in params]
        self.t += 1
        return [
            w - self.lr * one.direction(g, self.t, *self.settings)
            for w, g, one in zip(params, grads, self.ones)
        ]

# %% right: a data class that prints
from dataclasses import dataclass, field

import numpy as np


@dataclass
class Adam:
    lr: float = 1e-3
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8
    t: int = 0
    memory: dict = field(default_factory=dict)

    def step(self, params, grads):
        self.t += 1
        print(f"t = {self.t}")
        return [self._one(i, w, g) for i, (w, g) in enumerate(zip(params, grads))]

    def _one(self, i, w, g):
        m, v = self.memory.get(i, (0, 0))
        m = self.beta1 * m + (1 - self.beta1) * g
        v = self.beta2 * v + (1 - self.beta2) * g**2
        self.memory[i] = (m, v)
        return w - self.lr * (m / (1 - self.beta1**self.t)) / (
            (v / (1 - self.beta2**self.t)) ** 0.5 + self.eps
        )

# %% right: a generator remembers
import numpy as np


def walk(lr, beta1, beta2, eps):
    params, grads = yield
    ms = [np.zeros_like(w) for w in params]
    vs = [np.zeros_like(w) for w in params]
    t = 0
    while True:
        t += 1
        ms = [beta1 * m + (1 - beta1) * g for m, g in zip(ms, grads)]
        vs = [beta2 * v + (1 - beta2) * g * g for v, g in zip(vs, grads)]
        params, grads = yield [
            w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
            for w, m, v in zip(params, ms, vs)
        ]


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.walk = walk(lr, beta1, beta2, eps)
        next(self.walk)

    def step(self, params, grads):
        return self.walk.send((params, grads))

# %% right: Korean names, and all gradients kept
import numpy as np


class Adam:
    """지금까지의 기울기를 모두 기억하는 Adam"""

    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.학습률, self.베타1, self.베타2, self.엡실론 = lr, beta1, beta2, eps
        self.기록 = []

    def 평균(self, 값들, 베타):
        m = 0 * 값들[0]
        for 값 in 값들:
            m = 베타 * m + (1 - 베타) * 값
        return m / (1 - 베타 ** len(값들))

    def step(self, params, grads):
        self.기록.append([np.array(g) for g in grads])
        새_값 = []
        for i, w in enumerate(params):
            기울기들 = [grads[i] for grads in self.기록]
            m = self.평균(기울기들, self.베타1)
            v = self.평균([g * g for g in 기울기들], self.베타2)
            새_값.append(w - self.학습률 * m / (np.sqrt(v) + self.엡실론))
        return 새_값

# %% wrong: the settings are 0.9 and 0.999 in step
# kind: plain
# cause: constant
# about: beta ?1|beta ?2|0\.9
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr = lr
        self.eps = eps
        self.beta1 = 0.9
        self.beta2 = 0.999
        self.t = 0
        self.m = None
        self.v = None

    def step(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(w) for w in params]
            self.v = [np.zeros_like(w) for w in params]
        self.t += 1
        new = []
        for i, (w, g) in enumerate(zip(params, grads)):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            new.append(w - self.lr * m_hat / (np.sqrt(v_hat) + self.eps))
        return new

# %% wrong: the gradients are clipped, and v has no root
# kind: composed
# cause: several
# about: clip|bound|-1|1\b|grad
# about: root|sqrt
import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t, self.m, self.v = 0, None, None

    def step(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(w) for w in params]
            self.v = [np.zeros_like(w) for w in params]
        self.t += 1
        new = []
        for i, (w, g) in enumerate(zip(params, grads)):
            g = np.clip(g, -1, 1)
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            new.append(w - self.lr * m_hat / (v_hat + self.eps))
        return new
