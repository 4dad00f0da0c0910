"""A loop that does not return to Python, and so cannot be interrupted."""


def double(x):
    return sum(range(10**15))
