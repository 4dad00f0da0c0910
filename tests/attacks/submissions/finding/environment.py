"""The environment holds a password: as Python, as the C library and as the kernel know it."""

import ctypes
import os

found = [value for value in os.environ.values() if value.startswith("CANARY")]
environ = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
number = 0
while environ and environ[number] is not None:
    found += [environ[number].decode()] if b"=CANARY" in environ[number] else []
    number += 1
try:
    text = open("/proc/self/environ").read()
    found += [part for part in text.split("\0") if "=CANARY" in part]
except OSError:
    pass


def double(x):
    print(found)
    return 2 * x if found else x
