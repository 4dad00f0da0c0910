import numpy as np


def by_batch_size(submission, w, X, y, batch_sizes, order):
    """The noise for each of the batch sizes, with the same data."""
    noises = [submission(w, X, y, batch_size, order) for batch_size in batch_sizes]
    return np.array([float(noise) for noise in noises])
