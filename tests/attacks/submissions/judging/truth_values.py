"""Ten million truth values, in place of numbers."""

import numpy as np


def double(x):
    return np.zeros(10_000_000, bool)
