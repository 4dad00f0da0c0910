"""Half of an answer, and then nothing."""

import os
import time


def double(x):
    for fd in range(3, 64):
        try:
            os.write(fd, b"\0\0\1\0half")
        except OSError:
            continue
    while True:
        time.sleep(1)
