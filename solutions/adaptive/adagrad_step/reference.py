import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    """One step of AdaGrad.

    h <- h + grad**2
    w <- w - lr * grad / (sqrt(h) + eps)

    Args:
        w: parameters, a float array of any shape with at least one entry, or a float.
        h: sum of the squared gradients so far, like w, at least 0.
        grad: gradient at w, like w.
        lr: learning rate, a number above 0.
        eps: added to the root, not under it, a number above 0.

    Returns:
        (w, h) after the step, of the dtype of w.

    Source: Duchi, Hazan and Singer, "Adaptive Subgradient Methods", 2011.
    """
    ### BEGIN SOLUTION
    h = h + grad * grad
    w = w - lr * grad / (np.sqrt(h) + eps)
    return w, h
    ### END SOLUTION
