import numpy as np


def by_the_rank(A):
    if np.linalg.matrix_rank(A) < len(A):
        return np.inf
    return np.linalg.norm(A, 2) / np.linalg.norm(A, -2)


def from_the_whole_decomposition(A):
    _, s, _ = np.linalg.svd(A)
    largest, smallest = float(max(s)), float(min(s))
    singular = smallest <= largest * len(s) * np.finfo(np.float64).eps
    return float("inf") if singular else largest / smallest
