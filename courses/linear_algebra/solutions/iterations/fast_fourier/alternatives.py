import numpy as np


def with_a_table_of_turns(x):
    if len(x) <= 1:
        return np.array(x, dtype=complex)
    even, odd = with_a_table_of_turns(x[0::2]), with_a_table_of_turns(x[1::2])
    turns = np.exp(-2j * np.pi / len(x) * np.arange(len(x)))
    return np.tile(even, 2) + turns * np.tile(odd, 2)


def down_to_two(x):
    n = len(x)
    if n == 1:
        return x.astype(complex)
    if n == 2:
        return np.array([x[0] + x[1], x[0] - x[1]], dtype=complex)
    even, odd = down_to_two(x[::2]), down_to_two(x[1::2])
    whole = [even[k % (n // 2)] + np.exp(-2j * np.pi * k / n) * odd[k % (n // 2)] for k in range(n)]
    return np.array(whole)
