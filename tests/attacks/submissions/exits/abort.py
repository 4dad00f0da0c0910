"""The process aborts."""

import os


def double(x):
    os.abort()
