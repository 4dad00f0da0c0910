def half_life(schedule, lr0, horizon):
    """The first epoch at which a schedule has come down to half of the learning rate.

    the smallest t in 0, 1, ..., horizon with schedule(t) <= lr0/2

    Args:
        schedule: a function that takes one epoch, a Python int, and returns its learning rate.
        lr0: the learning rate of which half is asked for, a number above 0.
        horizon: the last epoch that is looked at, an int from 0 on.

    Returns:
        The epoch, an int, or None if there is none up to the horizon.

    Source: the lecture, 26, 28 and 29.
    """
    ### BEGIN SOLUTION
    for t in range(horizon + 1):
        if schedule(t) <= lr0 / 2:
            return t
    return None
    ### END SOLUTION
