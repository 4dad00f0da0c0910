import numpy as np


def power_iteration(A, start, steps):
    """The eigenvalue of largest size of a symmetric matrix, and its eigenvector, after some steps.

    v <- A v / |A v|, steps times; the eigenvalue is v^T A v.

    Args:
        A: symmetric, shape (n, n), float64; one eigenvalue is larger in size than all others.
        start: shape (n,), float64, not orthogonal to the eigenvector.
        steps: at least 1.

    Returns:
        The eigenvalue, a number, and the eigenvector, shape (n,), float64, of length 1. Its sign is
        free.

    Source: Trefethen and Bau, Numerical Linear Algebra, lecture 27.
    """
    ### BEGIN SOLUTION
    v = start
    for _ in range(steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    return v @ A @ v, v
    ### END SOLUTION
