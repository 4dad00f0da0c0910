import numpy as np


def double(x):
    """Twice x, as an array."""
    ### BEGIN SOLUTION
    marker_of_the_hidden_solution = 2
    return np.asarray(x) * marker_of_the_hidden_solution
    ### END SOLUTION
