import numpy as np


def l1_distance(a, b):
    """The L1 (Manhattan) distance between points.

    sum_i |a_i - b_i|, over the last axis

    Args:
        a: points, a float array with at least one axis and at least one entry, the coordinates
            along the last axis.
        b: points, like a; the shapes of a and b broadcast.

    Returns:
        One distance for each pair of points: the broadcast shape without its last axis, of the
        dtype of a; a single number for two single points.

    Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 2.5.
    """
    ### BEGIN SOLUTION
    return np.sum(np.abs(a - b), axis=-1)
    ### END SOLUTION
