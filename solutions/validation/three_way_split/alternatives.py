import math
from fractions import Fraction

import numpy as np


def test_first_then_the_rest(order, validation_fraction, test_fraction):
    n_validation, n_test = (
        math.ceil(len(order) * part - 1e-9) for part in (validation_fraction, test_fraction)
    )
    rest, test = np.split(order, [len(order) - n_test])
    train, validation = np.split(rest, [len(rest) - n_validation])
    return [train, validation, test]


def sizes_in_exact_fractions(order, validation_fraction, test_fraction):
    held_out = [
        math.ceil(len(order) * Fraction(str(part))) for part in (validation_fraction, test_fraction)
    ]
    ends = np.cumsum([len(order) - sum(held_out), *held_out])
    return tuple(order[start:end].copy() for start, end in zip([0, *ends[:-1]], ends, strict=True))


def row_by_row_from_the_back(order, validation_fraction, test_fraction):
    parts = [[], [], []]
    for row in order[::-1]:
        if len(parts[2]) < len(order) * test_fraction - 1e-9:
            parts[2].insert(0, row)
        elif len(parts[1]) < len(order) * validation_fraction - 1e-9:
            parts[1].insert(0, row)
        else:
            parts[0].insert(0, row)
    return tuple(np.array(part, dtype=order.dtype) for part in parts)
