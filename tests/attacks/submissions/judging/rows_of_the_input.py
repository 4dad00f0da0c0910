"""The input a thousand times over: every row looks like an argument that came back."""


def double(x):
    return [x] * 1_000
