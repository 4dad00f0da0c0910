import numpy as np


def moving_average(values, beta):
    """The exponential moving average of a sequence, after each of its values.

    m <- beta*m + (1 - beta)*x, from m = 0

    Args:
        values: the sequence, a float array with at least one axis; the first axis is time, and
            there may be no values.
        beta: how much of the old average stays, at least 0 and less than 1.

    Returns:
        The average after each value, of the shape and dtype of values.

    Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, section 3, where
    the moving averages start at zero.
    """
    ### BEGIN SOLUTION
    averages = np.zeros_like(values)
    m = 0.0
    for t, x in enumerate(values):
        m = beta * m + (1 - beta) * x
        averages[t] = m
    return averages
    ### END SOLUTION
