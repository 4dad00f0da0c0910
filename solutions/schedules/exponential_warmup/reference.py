import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    """The learning rate of an exponential (geometric) warmup at epoch t.

    start * (lr0/start)**(t/warmup) up to epoch warmup, and lr0 after it

    Args:
        t: epoch, an int or a float from 0 on, or an int64 or float64 array of them, of any shape
            with at least one entry.
        lr0: a number above 0, the learning rate from the end of the warmup on.
        warmup: epochs of the warmup, an int of at least 1.
        start: learning rate at t = 0, a number above 0.

    Returns:
        The learning rate: a number, or for an array a float64 array of its shape.

    Source: optax.exponential_decay with a decay_rate above 1 and end_value.
    """
    ### BEGIN SOLUTION
    share = np.minimum(t / warmup, 1.0)
    return start * (lr0 / start) ** share
    ### END SOLUTION
