import math

import numpy as np


def sum_of_the_weights(moment, beta, t):
    return moment / math.fsum((1 - beta) * beta**k for k in range(t))


def factor_first(moment, beta, t):
    return (1 / (1 - math.pow(beta, t))) * moment


def powers_multiplied_up(moment, beta, t):
    power = 1.0
    for _ in range(t):
        power *= beta
    return np.divide(moment, 1 - power, dtype=np.asarray(moment).dtype)
