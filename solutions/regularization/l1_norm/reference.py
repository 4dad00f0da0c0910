import numpy as np


def l1_norm(w):
    """The L1 norm: the L1 distance from the origin, over all entries.

    sum_i |w_i|

    Args:
        w: weights, a float array of any shape, an empty one too, or a float.

    Returns:
        The norm, a single number.

    Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 2.5.
    """
    ### BEGIN SOLUTION
    return np.sum(np.abs(w))
    ### END SOLUTION
