"""Lists in lists in lists, as wide as they are deep."""


def bush(depth):
    return [bush(depth - 1) for _ in range(17)] if depth else 0.0


def double(x):
    return bush(4)
