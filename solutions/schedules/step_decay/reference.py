import numpy as np


def step_decay(t, lr0, gamma, d):
    """The learning rate of step decay at epoch t.

    lr0 * gamma**floor(t/d)

    Args:
        t: epoch, an int or a float from 0 on, or an int64 or float64 array of them, of any shape
            with at least one entry.
        lr0: a number above 0, the learning rate at t = 0.
        gamma: what the rate is multiplied by at every drop, a number above 0 and at most 1.
        d: epochs from one drop to the next, an int, at least 1.

    Returns:
        The learning rate: a number, or for an array a float64 array of its shape.

    Source: PyTorch, torch.optim.lr_scheduler.StepLR.
    """
    ### BEGIN SOLUTION
    drops = np.floor(t / d)
    return lr0 * gamma**drops
    ### END SOLUTION
