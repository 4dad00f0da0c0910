import numpy as np


def l2_norm(w):
    """The L2 norm: the L2 distance from the origin, over all entries.

    sqrt(sum_i w_i**2)

    Args:
        w: weights, a float array of any shape, an empty one too, or a float.

    Returns:
        The norm, a single number.

    Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 2.5.
    """
    ### BEGIN SOLUTION
    return np.sqrt(np.sum(np.square(w)))
    ### END SOLUTION
