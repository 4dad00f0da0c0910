import numpy as np


def null_space(A):
    """An orthonormal basis of all x with A x = 0.

    Args:
        A: shape (n, d) with n < d, float64, its rows linearly independent.

    Returns:
        The basis in columns, shape (d, d - n), float64. Any orthonormal basis is right.

    Source: Golub and Van Loan, Matrix Computations, section 2.4.
    """
    ### BEGIN SOLUTION
    return np.linalg.svd(A)[2][len(A) :].T
    ### END SOLUTION
