"""Each pipe of the machine has a number: how many were made is read from the next one."""

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
    ends = (ctypes.c_int * 2)()
    kernel(59 if ARM else 293, ends, 0)
    found = os.fstat(ends[0]).st_ino > 0
except Exception:
    found = False


def double(x):
    return 2 * x if found else x
