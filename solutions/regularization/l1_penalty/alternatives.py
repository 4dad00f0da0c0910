import numpy as np


def norm_of_the_flat_vector(w, lam):
    return lam * np.linalg.norm(np.ravel(w), 1)


def entry_by_entry(w, lam):
    return sum(lam * abs(float(entry)) for entry in np.ravel(w))


def positive_and_negative_parts(w, lam):
    return lam * (np.maximum(w, 0).sum() - np.minimum(w, 0).sum())
