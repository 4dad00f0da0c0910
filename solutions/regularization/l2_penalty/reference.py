import numpy as np


def l2_penalty(w, lam):
    """The L2 penalty on weights.

    R(w) = lam * sum_i w_i**2

    Args:
        w: weights, a float array of any shape with at least one entry, or a float.
        lam: strength of the penalty, a number >= 0.

    Returns:
        The penalty, a single number: no root, no factor 1/2.

    Source: Hoerl and Kennard, "Ridge Regression", 1970.
    """
    ### BEGIN SOLUTION
    return lam * np.sum(np.square(w))
    ### END SOLUTION
