import numpy as np


class Adam:
    """Adam, which remembers its moments and its number of steps from call to call."""

    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.ms = []
        self.vs = []
        self.t = 0

    def step(self, params, grads):
        if self.t == 0:
            for p in params:
                self.ms.append(np.zeros(p.shape, p.dtype))
                self.vs.append(np.zeros(p.shape, p.dtype))
        self.t = self.t + 1

        result = []
        for k in range(len(params)):
            g = grads[k]
            self.ms[k] = self.beta1 * self.ms[k] + (1 - self.beta1) * g
            self.vs[k] = self.beta2 * self.vs[k] + (1 - self.beta2) * g**2
            mhat = self.ms[k] / (1 - self.beta1**self.t)
            vhat = self.vs[k] / (1 - self.beta2**self.t)
            result.append(params[k] - self.lr * mhat / (np.sqrt(vhat) + self.eps))
        return result
