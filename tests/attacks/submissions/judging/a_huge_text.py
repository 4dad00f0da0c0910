"""A text of fifteen million characters, where a row of numbers belongs."""


def double(x):
    return "0123456789abcde" * 1_000_000
