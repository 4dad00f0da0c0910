import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    """One step of RMSprop.

    h <- beta*h + (1 - beta)*grad**2
    w <- w - lr * grad / (sqrt(h) + eps)

    Args:
        w: parameters, a float array of any shape with at least one entry, or a float.
        h: moving average of the squared gradient, like w, at least 0.
        grad: gradient at w, like w.
        lr: learning rate, a number above 0.
        beta: weight of the past in the average, at least 0 and less than 1.
        eps: added to the root, not under it, a number above 0.

    Returns:
        (w, h) after the step, of the dtype of w.

    Source: Tieleman and Hinton, "Neural Networks for Machine Learning", lecture 6.5, 2012.
    """
    ### BEGIN SOLUTION
    h = beta * h + (1 - beta) * grad * grad
    w = w - lr * grad / (np.sqrt(h) + eps)
    return w, h
    ### END SOLUTION
