"""A function that calls itself, with all the room it can get."""

import sys

sys.setrecursionlimit(10**8)


def double(x):
    return double(x)
