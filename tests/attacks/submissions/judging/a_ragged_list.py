"""A list of rows that differ in length, of which no array can be made."""


def double(x):
    return [[0.0] * (1 + number % 5) for number in range(20_000)]
