import numpy as np


class Adam:
    """Adam, which remembers its moments and its number of steps from call to call.

    For each parameter w with gradient g, at the t-th call of step:
    m <- beta1*m + (1 - beta1)*g
    v <- beta2*v + (1 - beta2)*g**2
    w <- w - lr * (m / (1 - beta1**t)) / (sqrt(v / (1 - beta2**t)) + eps)

    Args:
        lr: learning rate, a number above 0.
        beta1: decay of the first moment, at least 0 and less than 1.
        beta2: decay of the second moment, at least 0 and less than 1.
        eps: added to the root, not under it, a number above 0.

    Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, Algorithm 1.
    """

    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        ### BEGIN SOLUTION
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.t = 0
        self.m = None
        self.v = None
        ### END SOLUTION

    def step(self, params, grads):
        """Take one step for all parameters.

        Args:
            params: a list of at least one float array; the arrays have any shapes with at least one
                entry, and one dtype.
            grads: their gradients, a list of the same length, each like its parameter. The lists
                of every call have the same length and shapes.

        Returns:
            A list of the new parameters, new arrays of the same shapes and dtype.
        """
        ### BEGIN SOLUTION
        if self.m is None:
            self.m = [np.zeros_like(w) for w in params]
            self.v = [np.zeros_like(w) for w in params]
        self.t += 1
        new = []
        for i, (w, g) in enumerate(zip(params, grads, strict=True)):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g * g
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            new.append(w - self.lr * m_hat / (np.sqrt(v_hat) + self.eps))
        return new
        ### END SOLUTION
