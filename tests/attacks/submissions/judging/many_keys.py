"""A dict of thirty thousand keys, which are sorted before they are told."""


def double(x):
    return {f"{number:09}": 0.0 for number in range(30_000)}
