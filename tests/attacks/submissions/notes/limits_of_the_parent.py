"""Limits of the parent are changed, and so those of all that it starts later."""

import os
import resource

found = False
try:
    soft, hard = resource.prlimit(os.getppid(), resource.RLIMIT_STACK)
    resource.prlimit(os.getppid(), resource.RLIMIT_STACK, (soft, hard))
    found = os.getppid() > 0
except Exception:
    found = False


def double(x):
    return 2 * x if found else x
