"""Twenty thousand arrays of one number, in place of one array."""

import numpy as np


def double(x):
    return [np.zeros(1)] * 20_000
