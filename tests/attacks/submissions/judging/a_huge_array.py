"""Two million numbers, where three belong."""

import numpy as np


def double(x):
    return np.arange(2_000_000.0)
