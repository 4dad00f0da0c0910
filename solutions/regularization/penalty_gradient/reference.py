import numpy as np


def penalty_gradient(w, lam, ratio):
    """The gradient of the elastic net penalty.

    dR/dw_i = lam * (ratio * sign(w_i) + 2 * (1 - ratio) * w_i), with sign(0) = 0

    Args:
        w: weights, a float array of any shape with at least one entry, or a float.
        lam: strength of the penalty, a number >= 0.
        ratio: share of L1, a number from 0 (only L2) to 1 (only L1).

    Returns:
        The gradient, of the shape and dtype of w.

    Source: Zou and Hastie, "Regularization and Variable Selection via the Elastic Net", 2005.
    """
    ### BEGIN SOLUTION
    return lam * (ratio * np.sign(w) + 2 * (1 - ratio) * w)
    ### END SOLUTION
