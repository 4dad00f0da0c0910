"""A file without a name holds a program."""

import os

made = []
try:
    made.append(os.memfd_create("left-by-attack"))
except OSError:
    pass


def double(x):
    return 2 * x if made else x
