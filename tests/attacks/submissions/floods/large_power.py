"""A number that takes hours to work out."""


def double(x):
    return 7 ** (10**9) % 10
