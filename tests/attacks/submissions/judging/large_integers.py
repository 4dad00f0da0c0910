"""Ninety thousand integers of sixty-three bits."""


def double(x):
    return [2**62 + 1] * 90_000
