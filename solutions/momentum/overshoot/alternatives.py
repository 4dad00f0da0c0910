import numpy as np


def by_cases(path, minimum):
    if path[0] > minimum:
        return max(minimum - np.min(path), 0)
    if path[0] < minimum:
        return max(np.max(path) - minimum, 0)
    return 0


def point_by_point(path, minimum):
    start, *rest = path
    farthest = 0.0
    for w in rest:
        if (start - minimum) * (w - minimum) < 0:
            farthest = max(farthest, float(abs(w - minimum)))
    return farthest


def masked(path, minimum):
    shifted = path - minimum
    across = np.sign(shifted) == -np.sign(shifted[0])
    return np.array(np.where(across, np.abs(shifted), 0).max())
