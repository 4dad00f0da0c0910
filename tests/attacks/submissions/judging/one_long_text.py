"""One text of a million characters among thirty thousand empty ones: an array of them has 112 GB."""


def double(x):
    return ["x" * 1_000_000, *[""] * 30_000]
