import numpy as np


def interpolated(t, lr0, warmup):
    return np.interp(t, [0.0, warmup], [0.0, lr0])


def clipped_epochs(t, lr0, warmup):
    return np.clip(t, 0, warmup) * (lr0 / warmup)


def with_where(t, lr0, warmup):
    return np.where(np.less(t, warmup), np.multiply(t, lr0) / warmup, lr0)


def one_by_one(t, lr0, warmup):
    def rate(epoch):
        return lr0 * epoch / warmup if epoch < warmup else lr0

    if np.ndim(t) == 0:
        return rate(t)
    return np.array([rate(epoch) for epoch in np.ravel(t)], dtype=float).reshape(np.shape(t))
