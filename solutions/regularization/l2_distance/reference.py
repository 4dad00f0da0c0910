import numpy as np


def l2_distance(a, b):
    """The L2 (Euclidean) distance between points.

    sqrt(sum_i (a_i - b_i)**2), over the last axis

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
    # Subtract before squaring: a*a - 2*a*b + b*b loses all digits where a and b are close.
    difference = a - b
    return np.sqrt(np.sum(difference * difference, axis=-1))
    ### END SOLUTION
