import numpy as np


def sigmoid(x):
    """The logistic sigmoid, entry by entry."""
    return np.exp(x) / (1 + np.exp(x))
