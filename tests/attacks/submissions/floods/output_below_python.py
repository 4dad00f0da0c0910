"""Writing to the descriptors of standard output and standard error, below Python."""

import os

line = b"left-by-attack" * 1000
for _ in range(200):
    for fd in (1, 2):
        try:
            os.write(fd, line)
        except OSError:
            continue


def double(x):
    return x
