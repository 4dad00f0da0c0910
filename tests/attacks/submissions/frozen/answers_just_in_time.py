"""Each answer takes as long as it may, and is wrong."""

import time


def double(x):
    time.sleep(0.4)
    return 3 * x
