import math

import numpy as np


def frobenius_norm(w):
    return np.linalg.norm(w)


def product_with_itself(w):
    flat = np.ravel(w)
    return (flat @ flat) ** 0.5


def hypotenuse(w):
    return math.hypot(*np.ravel(w))
