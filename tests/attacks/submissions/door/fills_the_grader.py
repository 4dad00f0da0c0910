"""Every cell comes with pictures of sixteen megabytes, which the grader has to keep."""

import sys

import numpy as np

for name, module in list(sys.modules.items()):
    if name.startswith("autograder.sandbox.guest") and hasattr(module, "figures"):
        module.figures = lambda **kwargs: [np.zeros(15 << 20, dtype=np.uint8)]


def double(x):
    return x
