import numpy as np


def sigmoid(x):
    """The logistic sigmoid, entry by entry.

    sigmoid(x) = 1 / (1 + exp(-x))

    Args:
        x: a float32 or float64 array of any shape with at least one entry, or a float; up to 1e4 in
            size.

    Returns:
        Values between 0 and 1, of the shape and dtype of x.

    Source: the lecture, at its start; scipy.special.expit is the same function.
    """
    ### BEGIN SOLUTION
    # Above and below the line multiplied by exp(min(x, 0)): no exponent is positive any more.
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))
    ### END SOLUTION
