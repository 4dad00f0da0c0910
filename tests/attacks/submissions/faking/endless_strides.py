"""An array that pretends to have ten thousand million entries."""

import numpy as np


def double(x):
    return np.lib.stride_tricks.as_strided(np.zeros(1), shape=(10**10,), strides=(0,))
