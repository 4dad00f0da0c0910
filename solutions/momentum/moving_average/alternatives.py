from itertools import accumulate

import numpy as np


def by_its_weights(values, beta):
    time = np.arange(len(values))
    age = time[:, None] - time
    weights = np.where(age >= 0, (1 - beta) * beta ** np.maximum(age, 0), 0.0)
    return np.tensordot(weights.astype(values.dtype), values, axes=1)


def moved_towards_each_value(values, beta):
    averages = []
    m = np.zeros_like(values, shape=values.shape[1:])
    for x in values:
        m = m + (1 - beta) * (x - m)
        averages.append(m)
    return np.array(averages, dtype=values.dtype).reshape(values.shape)


def accumulated(values, beta):
    scaled = (1 - beta) * values
    return np.array([*accumulate(scaled, lambda m, x: beta * m + x)], values.dtype).reshape(
        values.shape
    )
