"""It sleeps for a very long time."""

import time


def double(x):
    time.sleep(10**6)
