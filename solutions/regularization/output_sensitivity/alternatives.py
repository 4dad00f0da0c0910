import numpy as np


def before_and_after(w, X, dX):
    return np.abs((X + dX) @ w - X @ w)


def weighted_noise_summed(w, X, dX):
    return np.abs(np.sum(dX * w, axis=1))


def row_by_row(w, X, dX):
    changes = [
        abs(np.dot(row + noise, w) - np.dot(row, w)) for row, noise in zip(X, dX, strict=True)
    ]
    return np.array(changes)


def larger_minus_smaller(w, X, dX):
    clean, noisy = X @ w, (X + dX) @ w
    return np.maximum(clean, noisy) - np.minimum(clean, noisy)
