import numpy as np


def whole_quotient(t, lr0, gamma, d):
    return lr0 * np.power(gamma, t // d)


def drop_after_drop(t, lr0, gamma, d):
    rate = np.full(np.shape(t), lr0, dtype=float)
    drop = d
    while np.any(drop <= np.asarray(t)):
        rate = np.where(drop <= np.asarray(t), rate * gamma, rate)
        drop += d
    return rate


def one_by_one(t, lr0, gamma, d):
    def rate(epoch):
        return lr0 * gamma ** int(epoch // d)

    return np.vectorize(rate, otypes=[float])(t)


def by_logarithms(t, lr0, gamma, d):
    begun = np.asarray(t) - np.mod(t, d)
    return np.exp(np.log(lr0) + np.log(gamma) * (begun / d))
