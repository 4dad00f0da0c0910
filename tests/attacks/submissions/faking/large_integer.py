"""An integer with a hundred thousand digits."""


def double(x):
    return 1 << 400_000
