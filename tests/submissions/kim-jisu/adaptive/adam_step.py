import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step of Adam."""
    m_t = beta1 * m + (1 - beta1) * grad
    v_t = beta2 * v + (1 - beta2) * grad ** 2

    # bias correction
    m_hat = m_t / (1 - beta1 ** t)
    v_hat = v_t / (1 - beta2 ** t)

    w_t = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w_t, m_t, v_t
