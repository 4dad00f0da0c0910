"""The kernel is asked whether a process or a thread of this number is there."""

import os

found = False
try:
    found = os.getsid(os.getppid()) >= 0 and os.getppid() > 0
except Exception:
    found = False


def double(x):
    return 2 * x if found else x
