"""Arrays without entries that are a million long in another direction."""

import numpy as np


def double(x):
    return [np.zeros((0, 1_000_000))] * 10
