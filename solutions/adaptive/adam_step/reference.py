import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step of Adam.

    m <- beta1*m + (1 - beta1)*grad
    v <- beta2*v + (1 - beta2)*grad**2
    w <- w - lr * (m / (1 - beta1**t)) / (sqrt(v / (1 - beta2**t)) + eps)

    Args:
        w: parameters, a float array of any shape with at least one entry, or a float.
        m: first moment (moving average of the gradient), like w.
        v: second moment (moving average of the squared gradient), like w, at least 0.
        grad: gradient at w, like w.
        t: number of this step, an int, counted from 1.
        lr: learning rate, a number above 0.
        beta1: decay of the first moment, at least 0 and less than 1.
        beta2: decay of the second moment, at least 0 and less than 1.
        eps: added to the root, not under it, a number above 0.

    Returns:
        (w, m, v) after the step, of the dtype of w; m and v are the moments without correction.

    Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, Algorithm 1.
    """
    ### BEGIN SOLUTION
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad * grad
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v
    ### END SOLUTION
