"""No entries, and axes that are too long for any index."""

import numpy as np


def double(x):
    return np.lib.stride_tricks.as_strided(np.zeros(1), (0, 2**40, 2**20), (0, 0, 0))
