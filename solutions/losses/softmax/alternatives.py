import math

import numpy as np


def exponential_of_the_logarithm(z, axis=-1):
    log_sum = np.logaddexp.reduce(z, axis=axis, keepdims=True)
    return np.exp(z - log_sum)


def axis_moved_to_the_end(z, axis=-1):
    rows = np.moveaxis(z, axis, -1)
    powers = np.exp(rows - rows.max(axis=-1)[..., None])
    return np.moveaxis(powers / powers.sum(axis=-1)[..., None], -1, axis)


def row_by_row(z, axis=-1):
    def one(row):
        top = max(row)
        powers = [math.exp(score - top) for score in row]
        total = math.fsum(powers)
        return np.array([power / total for power in powers], dtype=z.dtype)

    return np.apply_along_axis(one, axis, z)


def by_pairwise_differences(z, axis=-1):
    # 1 / sum_j exp(z_j - z_i): where a difference overflows, 1 / inf is the right answer.
    rows = np.moveaxis(z, axis, -1)
    with np.errstate(over="ignore"):
        sums = np.exp(rows[..., None, :] - rows[..., :, None]).sum(axis=-1)
    return np.moveaxis(1 / sums, -1, axis)
