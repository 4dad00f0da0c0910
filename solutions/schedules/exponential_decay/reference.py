def exponential_decay(t, lr0, gamma):
    """The learning rate of exponential decay at epoch t.

    lr0 * gamma**t

    Args:
        t: epoch, an int or a float from 0 on, or an int64 or float64 array of them, of any shape
            with at least one entry.
        lr0: a number above 0, the learning rate at t = 0.
        gamma: what the rate is multiplied by in each epoch, a number above 0 and at most 1.

    Returns:
        The learning rate: a number, or for an array a float64 array of its shape.

    Source: PyTorch, torch.optim.lr_scheduler.ExponentialLR.
    """
    ### BEGIN SOLUTION
    return lr0 * gamma**t
    ### END SOLUTION
