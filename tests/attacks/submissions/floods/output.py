"""Printing without end."""


def double(x):
    for _ in range(100_000):
        print("x" * 100)
    return 2 * x
