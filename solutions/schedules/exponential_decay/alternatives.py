import math

import numpy as np


def by_logarithms(t, lr0, gamma):
    return np.exp(np.log(lr0) + t * np.log(gamma))


def base_two(t, lr0, gamma):
    return lr0 * np.exp2(np.multiply(t, math.log2(gamma)))


def one_by_one(t, lr0, gamma):
    rate = np.empty(np.shape(t))
    for index in np.ndindex(rate.shape):
        rate[index] = lr0 * math.pow(gamma, np.asarray(t)[index])
    return rate
