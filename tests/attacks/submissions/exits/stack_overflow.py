"""Recursion in C runs over the stack."""

import ctypes
import sys


def double(x):
    sys.setrecursionlimit(10**9)
    kind = ctypes.CFUNCTYPE(None)
    callback = kind(lambda: callback())
    callback()
