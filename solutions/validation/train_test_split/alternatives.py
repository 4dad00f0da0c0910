import math
from fractions import Fraction

import numpy as np


def cut_by_numpy(order, test_fraction):
    n_train = math.floor(len(order) - len(order) * test_fraction + 1e-9)
    return np.split(order, [n_train])


def size_in_exact_fractions(order, test_fraction):
    n_test = math.ceil(len(order) * Fraction(str(test_fraction)))
    return order[: len(order) - n_test].copy(), order[len(order) - n_test :].copy()


def row_by_row(order, test_fraction):
    wanted = len(order) * test_fraction - 1e-9
    test = []
    for row in order[::-1]:
        if len(test) >= wanted:
            break
        test.insert(0, row)
    train = order[: len(order) - len(test)]
    return train, np.array(test, dtype=order.dtype)
