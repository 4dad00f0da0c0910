"""Ninety thousand texts, each of them the representation of a number."""


def double(x):
    return ["2.0"] * 90_000
