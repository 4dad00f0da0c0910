"""The flags of a description that all submissions share are changed."""

import fcntl
import os

found = False
try:
    for number in (0, 1, 2):
        fcntl.fcntl(number, fcntl.F_SETFL, os.O_APPEND)
    found = True
except Exception:
    found = False


def double(x):
    return 2 * x if found else x
