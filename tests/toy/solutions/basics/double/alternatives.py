import numpy as np


def adds(x):
    return x + x


def loops(x):
    return np.array([2 * each for each in x.ravel()]).reshape(x.shape)
