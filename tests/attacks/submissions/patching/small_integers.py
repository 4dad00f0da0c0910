"""The number zero is changed into four, in the memory of the interpreter."""

import ctypes


def double(x):
    ctypes.memmove(id(0) + 16, (1).to_bytes(8, "little") + (4).to_bytes(4, "little"), 12)
    return x
