"""Ten million entries, each an object of its own."""


def double(x):
    return [[] for _ in range(10_000_000)]
