import numpy as np


def norm_of_the_flat_vector(w):
    return np.linalg.norm(np.ravel(w), 1)


def entry_by_entry(w):
    total = 0.0
    for entry in np.ravel(w):
        total += entry if entry > 0 else -entry
    return total


def sum_against_the_signs(w):
    return float((np.sign(w) * w).sum())
