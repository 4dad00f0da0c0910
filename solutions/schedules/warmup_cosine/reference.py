import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    """The learning rate of a linear warmup followed by cosine decay, at epoch t.

    lr0 * t/warmup                                       up to epoch warmup
    lr0/2 * (1 + cos(pi * (t - warmup)/(T - warmup)))    from there to epoch T
    0                                                    after it

    Args:
        t: epoch, an int or a float from 0 on, or an int64 or float64 array of them, of any shape
            with at least one entry.
        lr0: a number above 0, the learning rate at t = warmup, the highest.
        warmup: epochs of the warmup, an int of at least 1.
        T: number of epochs in all, the warmup included, an int above warmup.

    Returns:
        The learning rate: a number, or for an array a float64 array of its shape.

    Source: Goyal et al., "Accurate, Large Minibatch SGD", 2017, section 2.2, and Loshchilov and
    Hutter, "SGDR", 2017, equation 5; put together as in optax.warmup_cosine_decay_schedule.
    """
    ### BEGIN SOLUTION
    rising = np.minimum(t / warmup, 1.0)
    share = np.clip((t - warmup) / (T - warmup), 0.0, 1.0)
    falling = (1 + np.cos(np.pi * share)) / 2
    # During the warmup falling is still 1, and after it rising is already 1.
    return lr0 * rising * falling
    ### END SOLUTION
