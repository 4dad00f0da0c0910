import numpy as np


def linear_warmup(t, lr0, warmup):
    """The learning rate of a linear warmup at epoch t.

    lr0 * t/warmup up to epoch warmup, and lr0 after it

    Args:
        t: epoch, an int or a float from 0 on, or an int64 or float64 array of them, of any shape
            with at least one entry.
        lr0: a number above 0, the learning rate from the end of the warmup on.
        warmup: epochs of the warmup, an int of at least 1.

    Returns:
        The learning rate: a number, or for an array a float64 array of its shape.

    Source: Goyal et al., "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour", 2017,
    section 2.2.
    """
    ### BEGIN SOLUTION
    share = np.minimum(t / warmup, 1.0)
    return lr0 * share
    ### END SOLUTION
