"""One line that is longer than any screen, in each place."""


def double(x):
    print("x" * 10_000, "<script>" * 1000)
    raise ValueError("y" * 100_000)
