"""It sleeps less than half of the time, so as to look like a machine that is slow."""

import time


def double(x):
    while True:
        end = time.monotonic() + 0.02
        while time.monotonic() < end:
            pass
        time.sleep(0.018)
