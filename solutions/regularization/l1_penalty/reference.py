import numpy as np


def l1_penalty(w, lam):
    """The L1 penalty on weights.

    R(w) = lam * sum_i |w_i|

    Args:
        w: weights, a float array of any shape with at least one entry, or a float.
        lam: strength of the penalty, a number >= 0.

    Returns:
        The penalty, a single number.

    Source: Tibshirani, "Regression Shrinkage and Selection via the Lasso", 1996.
    """
    ### BEGIN SOLUTION
    return lam * np.sum(np.abs(w))
    ### END SOLUTION
