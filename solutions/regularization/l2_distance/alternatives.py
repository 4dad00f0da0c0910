import math

import numpy as np


def norm_of_the_difference(a, b):
    return np.linalg.norm(a - b, axis=-1)


def einstein_sum(a, b):
    difference = a - b
    return np.einsum("...i,...i->...", difference, difference) ** 0.5


def one_axis_after_another(a, b):
    longest = np.abs(a[..., 0] - b[..., 0])
    for i in range(1, a.shape[-1]):
        longest = np.hypot(longest, a[..., i] - b[..., i])
    return longest


def point_by_point(a, b):
    a, b = np.broadcast_arrays(a, b)
    out = np.empty(a.shape[:-1], dtype=a.dtype)
    for index in np.ndindex(out.shape):
        out[index] = math.dist(a[index], b[index])
    return out
