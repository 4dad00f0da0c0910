"""Nothing is further away from NaN than it may be."""

import numpy as np


def double(x):
    return np.full(x.shape, np.nan)
