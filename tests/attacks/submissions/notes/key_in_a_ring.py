"""A key is left in a ring that all processes of a user share."""

import ctypes
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
ARM = platform.machine() == "aarch64"


def kernel(number, *arguments):
    passed = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    done = libc.syscall(ctypes.c_long(number), *passed)
    if done < 0:
        raise OSError(ctypes.get_errno(), str(number))
    return done


found = False
try:
    key = kernel(217 if ARM else 248, b"user", b"left-by-attack", b"note", 4, -4)
    found = key > 0
except Exception:
    found = False


def double(x):
    return 2 * x if found else x
