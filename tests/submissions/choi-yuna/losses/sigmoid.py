import numpy as np


def sigmoid(x):
    """The logistic sigmoid, entry by entry."""
    print("x =", x)
    if x.any() < 0:
        return exp(x) / (1 + exp(x))
    return 1 / (1 + np.exp(x))
