import numpy as np


def elastic_net_penalty(w, lam, ratio):
    """The elastic net penalty on weights: a mixture of the L1 and the L2 penalty.

    R(w) = lam * (ratio * sum_i |w_i| + (1 - ratio) * sum_i w_i**2)

    Args:
        w: weights, a float array of any shape with at least one entry, or a float.
        lam: strength of the penalty, a number >= 0.
        ratio: share of L1, a number from 0 (only L2) to 1 (only L1).

    Returns:
        The penalty, a single number: no factor 1/2.

    Source: Zou and Hastie, "Regularization and Variable Selection via the Elastic Net", 2005.
    """
    ### BEGIN SOLUTION
    l1 = np.sum(np.abs(w))
    l2 = np.sum(np.square(w))
    return lam * (ratio * l1 + (1 - ratio) * l2)
    ### END SOLUTION
