"""Errors in a ring, each the cause of the other, and a group of groups of them."""


def double(x):
    one, other = ValueError("one"), ValueError("other")
    one.__cause__, other.__cause__ = other, one
    one.__context__, other.__context__ = other, one
    group = ExceptionGroup("x", [one])
    for _ in range(5000):
        group = ExceptionGroup("x", [group])
    raise group
