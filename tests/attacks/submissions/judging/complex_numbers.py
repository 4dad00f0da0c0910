"""A million complex numbers, whose imaginary parts are zero."""

import numpy as np


def double(x):
    return np.zeros(1_000_000, complex)
