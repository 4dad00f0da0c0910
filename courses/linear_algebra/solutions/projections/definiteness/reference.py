import numpy as np


def definiteness(A):
    """What the signs of a symmetric matrix's eigenvalues make it.

    Args:
        A: symmetric, shape (n, n), float64. An eigenvalue counts as zero if its size is at most
            1e-10 times the largest size of an eigenvalue.

    Returns:
        "positive definite", "positive semidefinite", "negative definite", "negative semidefinite"
        or "indefinite". A matrix of zeros is "positive semidefinite".

    Source: Horn and Johnson, Matrix Analysis, chapter 7.
    """
    ### BEGIN SOLUTION
    values = np.linalg.eigvalsh(A)
    least, most = values[0], values[-1]
    close = 1e-10 * max(-least, most)
    if least > close:
        return "positive definite"
    if most < -close:
        return "negative definite"
    if least < -close and most > close:
        return "indefinite"
    return "positive semidefinite" if least >= -close else "negative semidefinite"
    ### END SOLUTION
