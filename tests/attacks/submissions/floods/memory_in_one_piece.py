"""One array that is larger than the machine."""

import builtins

import numpy as np

builtins.hoard = []


def double(x):
    for exponent in range(31, 19, -1):
        for _ in range(4):
            try:
                builtins.hoard.append(np.ones(1 << exponent, dtype=np.uint8))
            except MemoryError:
                break
    return 2 * x
