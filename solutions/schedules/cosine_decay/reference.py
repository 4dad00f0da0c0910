import numpy as np


def cosine_decay(t, lr0, T):
    """The learning rate of cosine decay at epoch t.

    lr0/2 * (1 + cos(pi*t/T)) up to epoch T, and 0 after it

    Args:
        t: epoch, an int or a float from 0 on, or an int64 or float64 array of them, of any shape
            with at least one entry.
        lr0: a number above 0, the learning rate at t = 0.
        T: number of epochs, an int of at least 1; the rate is 0 at t = T.

    Returns:
        The learning rate: a number, or for an array a float64 array of its shape.

    Source: Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017,
    equation 5, without restarts.
    """
    ### BEGIN SOLUTION
    share = np.minimum(t, T) / T
    return lr0 / 2 * (1 + np.cos(np.pi * share))
    ### END SOLUTION
