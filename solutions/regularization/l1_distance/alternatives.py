import numpy as np


def axis_by_axis(a, b):
    total = 0
    for i in range(a.shape[-1]):
        total = total + np.abs(a[..., i] - b[..., i])
    return total


def norm_of_the_difference(a, b):
    return np.linalg.norm(a - b, ord=1, axis=-1)


def larger_minus_smaller(a, b):
    return (np.maximum(a, b) - np.minimum(a, b)).sum(axis=-1)


def point_by_point(a, b):
    a, b = np.broadcast_arrays(a, b)
    out = np.empty(a.shape[:-1], dtype=a.dtype)
    for index in np.ndindex(out.shape):
        out[index] = sum(abs(p - q) for p, q in zip(a[index], b[index], strict=True))
    return out
