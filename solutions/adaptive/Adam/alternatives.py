import types

import numpy as np


def functions_in_place_of_a_class(lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    memory = {"t": 0}

    def step(params, grads):
        memory["t"] += 1
        root = (1 - beta2 ** memory["t"]) ** 0.5
        rate = lr * root / (1 - beta1 ** memory["t"])
        new = []
        for place, (w, g) in enumerate(zip(params, grads, strict=True)):
            m, v = memory.get(place, (0.0, 0.0))
            m, v = m + (1 - beta1) * (g - m), v + (1 - beta2) * (g**2 - v)
            memory[place] = m, v
            new.append(w - rate * m / (np.sqrt(v) + eps * root))
        return tuple(new)

    return types.SimpleNamespace(step=step)


class all_in_one_vector:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.settings = lr, beta1, beta2, eps
        self.state = 0, 0.0, 0.0

    def step(self, params, grads):
        lr, beta1, beta2, eps = self.settings
        t, m, v = self.state
        g = np.concatenate([np.ravel(each) for each in grads])
        t, m, v = t + 1, beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
        self.state = t, m, v
        change = lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        ends = np.cumsum([np.size(each) for each in params])
        pieces = np.split(change, ends[:-1])
        return [w - piece.reshape(np.shape(w)) for w, piece in zip(params, pieces, strict=True)]


class decaying_powers_kept:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.power1 = self.power2 = 1.0
        self.moments = []

    def step(self, params, grads):
        self.power1 *= self.beta1
        self.power2 *= self.beta2
        if not self.moments:
            self.moments = [(np.array(w) * 0, np.array(w) * 0) for w in params]
        new = [np.array(w, copy=True) for w in params]
        for i, g in enumerate(grads):
            m, v = self.moments[i]
            m = self.beta1 * m + (1 - self.beta1) * g
            v = self.beta2 * v + (1 - self.beta2) * np.square(g)
            self.moments[i] = m, v
            new[i] -= (
                self.lr * (m / (1 - self.power1)) / (np.sqrt(v / (1 - self.power2)) + self.eps)
            )
        return new
