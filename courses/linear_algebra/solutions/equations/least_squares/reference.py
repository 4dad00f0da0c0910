import numpy as np


def least_squares(A, b):
    """The coefficients x for which A x is nearest to b.

    They solve the triangular system R x = Q^T b, where A = Q R.

    Args:
        A: shape (n, d) with n >= d, float64, its columns linearly independent.
        b: shape (n,), float64.

    Returns:
        The coefficients, shape (d,), float64.

    Source: Trefethen and Bau, Numerical Linear Algebra, lecture 11.
    """
    ### BEGIN SOLUTION
    Q, R = np.linalg.qr(A)
    return np.linalg.solve(R, Q.T @ b)
    ### END SOLUTION
