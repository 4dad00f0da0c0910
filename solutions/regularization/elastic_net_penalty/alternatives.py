import numpy as np


def entries_mixed_first(w, lam, ratio):
    size = np.abs(w)
    return lam * np.sum(ratio * size + (1 - ratio) * size * size)


def from_l2_towards_l1(w, lam, ratio):
    flat = np.ravel(w)
    l2 = flat @ flat
    return lam * l2 + lam * ratio * (np.linalg.norm(flat, 1) - l2)


def entry_by_entry(w, lam, ratio):
    total = 0.0
    for entry in np.ravel(w).tolist():
        total += lam * ratio * abs(entry) + lam * (1 - ratio) * entry**2
    return total
