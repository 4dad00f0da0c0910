import numpy as np


def line_between_the_logarithms(t, lr0, warmup, start):
    return np.exp(np.interp(t, [0.0, warmup], [np.log(start), np.log(lr0)]))


def weighted_product(t, lr0, warmup, start):
    share = np.clip(np.divide(t, warmup), 0, 1)
    return start ** (1 - share) * lr0**share


def factor_per_epoch(t, lr0, warmup, start):
    factor = (lr0 / start) ** (1 / warmup)
    return np.where(np.less(t, warmup), start * factor ** np.minimum(t, warmup), lr0)


def one_by_one(t, lr0, warmup, start):
    rate = np.full(np.shape(t), lr0, dtype=float)
    for index in np.ndindex(rate.shape):
        epoch = float(np.asarray(t)[index])
        if epoch < warmup:
            rate[index] = start * (lr0 / start) ** (epoch / warmup)
    return rate
