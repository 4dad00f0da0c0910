import math

import numpy as np


def by_the_formula(x):
    # The overflow of exp gives inf with a warning, and 1 / inf is the right answer.
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-x))


def half_a_tanh(x):
    return 0.5 + 0.5 * np.tanh(0.5 * x)


def from_its_logarithm(x):
    return np.exp(-np.logaddexp(0, -x))


def clipped_far_out(x):
    return 1 / (1 + np.exp(-np.clip(x, -80, 80)))


def positive_and_negative_entries(x):
    x = np.asarray(x)
    y = np.empty_like(x)
    positive = x >= 0
    y[positive] = 1 / (1 + np.exp(-x[positive]))
    grown = np.exp(x[~positive])
    y[~positive] = grown / (1 + grown)
    return y


def entry_by_entry(x):
    y = np.array(x, copy=True)
    for index in np.ndindex(y.shape):
        value = float(y[index])
        small = math.exp(-abs(value))
        y[index] = 1 / (1 + small) if value >= 0 else small / (1 + small)
    return y
