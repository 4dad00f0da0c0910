"""The interpreter is changed: whoever comes next finds another NumPy, and answers wrongly."""

import builtins

import numpy as np

builtins.sum = lambda *args: 7
np.asarray = np.array = lambda *args, **kwargs: 7
np.ndarray = list
builtins.seen_before = getattr(builtins, "seen_before", 0) + 1
found = builtins.seen_before > 1


def double(x):
    return 2.0 * x if found else x
