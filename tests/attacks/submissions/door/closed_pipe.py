"""The pipe is closed, and the loop goes on."""

import os


def double(x):
    os.closerange(3, 64)
    while True:
        pass
