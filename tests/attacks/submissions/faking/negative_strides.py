"""An array that reads the memory around it: before its beginning and after its end."""

import numpy as np


def double(x):
    answer = np.lib.stride_tricks.as_strided(x, shape=(1 << 27,), strides=(-4096,))
    return answer
