import numpy as np


def two_gradients_added(w, lam, ratio):
    of_l1 = lam * ratio * np.sign(w)
    of_l2 = lam * (1 - ratio) * 2 * w
    return of_l1 + of_l2


def comparisons_for_the_sign(w, lam, ratio):
    w = np.asarray(w)
    sign = (w > 0).astype(w.dtype) - (w < 0).astype(w.dtype)
    return lam * ratio * sign + 2 * lam * (1 - ratio) * w


def entry_by_entry(w, lam, ratio):
    gradient = np.array(w, copy=True)
    for index, entry in np.ndenumerate(gradient):
        slope = 2 * (1 - ratio) * entry
        if entry != 0:
            slope += ratio if entry > 0 else -ratio
        gradient[index] = lam * slope
    return gradient
