import numpy as np


def overshoot(path, minimum):
    """The farthest that a path goes past the minimum.

    max(0, max over the path of side * (minimum - w)), side = sign(w_start - minimum)

    Args:
        path: where the walk was, start first: a float array (n,) with n of at least 1.
        minimum: the place of the minimum, a float.

    Returns:
        A distance, a number of at least 0: how far the path gets on the side of the minimum that
        its start does not lie on; 0 if it never gets there, or if it starts at the minimum.

    Source: the lecture, 13; the maximum overshoot of control theory, as a distance.
    """
    ### BEGIN SOLUTION
    side = np.sign(path[0] - minimum)
    past = side * (minimum - path)
    return np.maximum(past.max(), 0)
    ### END SOLUTION
