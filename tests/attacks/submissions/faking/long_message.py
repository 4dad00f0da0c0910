"""An error whose message has a hundred million characters."""


def double(x):
    raise ValueError("x" * 100_000_000)
