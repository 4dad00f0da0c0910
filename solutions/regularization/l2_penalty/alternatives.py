import numpy as np


def product_with_itself(w, lam):
    flat = np.ravel(w)
    return lam * (flat @ flat)


def square_of_the_norm(w, lam):
    return lam * np.linalg.norm(w) ** 2


def entry_by_entry(w, lam):
    return sum(lam * float(entry) ** 2 for entry in np.ravel(w))
