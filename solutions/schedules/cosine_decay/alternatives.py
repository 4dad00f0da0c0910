import math

import numpy as np


def squared_cosine(t, lr0, T):
    """(1 + cos(2x))/2 is the square of cos(x)."""
    return lr0 * np.cos(np.pi / 2 * np.clip(t, 0, T) / T) ** 2


def one_by_one(t, lr0, T):
    def rate(epoch):
        return lr0 * 0.5 * (1 + math.cos(math.pi * epoch / T)) if epoch < T else 0.0

    if isinstance(t, int | float):
        return rate(t)
    return np.array([rate(epoch) for epoch in t.ravel().tolist()], dtype=float).reshape(t.shape)


def cut_off_with_where(t, lr0, T):
    epochs = np.asarray(t, dtype=float)
    return np.where(epochs < T, lr0 * (0.5 + 0.5 * np.cos(epochs / T * np.pi)), 0.0)


def by_masks(t, lr0, T):
    rate = np.zeros(np.shape(t))
    before = np.asarray(t) < T
    rate[before] = lr0 / 2 * (1 - np.sin(np.pi * (np.asarray(t)[before] / T - 0.5)))
    return rate
