import math

import numpy as np


def chosen_piece_by_piece(t, lr0, warmup, T):
    epochs = np.asarray(t, dtype=float)
    angle = np.pi * (epochs - warmup) / (T - warmup)
    pieces = [lr0 * epochs / warmup, lr0 / 2 * (1 + np.cos(angle))]
    return np.select([epochs < warmup, epochs < T], pieces, default=0.0)


def by_masks(t, lr0, warmup, T):
    epochs = np.asarray(t)
    rate = np.zeros(epochs.shape)
    early = epochs < warmup
    late = (epochs >= warmup) & (epochs < T)
    rate[early] = lr0 / warmup * epochs[early]
    rate[late] = lr0 * np.cos(np.pi / 2 * (epochs[late] - warmup) / (T - warmup)) ** 2
    return rate


def one_by_one(t, lr0, warmup, T):
    def rate(epoch):
        if epoch <= warmup:
            return lr0 * epoch / warmup
        left = max(T - epoch, 0) / (T - warmup)
        return lr0 / 2 * (1 - math.cos(math.pi * left))

    return np.vectorize(rate, otypes=[float])(t)
