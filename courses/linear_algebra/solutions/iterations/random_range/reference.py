import numpy as np


def random_range(A, rank, seed):
    """An orthonormal basis that almost surely contains the columns of A.

    The columns of A times a Gaussian matrix are random combinations of the columns of A.

    Args:
        A: shape (n, d), float64, of at most the given rank.
        rank: at most n and d, at least 1.
        seed: a number for `np.random.default_rng`.

    Returns:
        The basis, shape (n, rank), float64. Any that contains the columns of A is right.

    Source: Halko, Martinsson and Tropp, Finding structure with randomness, algorithm 4.1.
    """
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    sample = A @ rng.normal(size=(A.shape[1], rank))
    return np.linalg.qr(sample)[0]
    ### END SOLUTION
