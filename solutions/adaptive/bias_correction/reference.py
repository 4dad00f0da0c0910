def bias_correction(moment, beta, t):
    """The moving average without the pull of its start at zero.

    moment / (1 - beta**t)

    Args:
        moment: a moving average that started at zero, a float array of any shape with at least
            one entry, or a float.
        beta: weight of the past in the average, from 0 up to, but not including, 1.
        t: how many values are in the average, an int, counted from 1.

    Returns:
        The corrected average, of the shape and dtype of moment.

    Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, section 3.
    """
    ### BEGIN SOLUTION
    return moment / (1 - beta**t)
    ### END SOLUTION
