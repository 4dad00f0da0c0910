import numpy as np


def qr_factors(A):
    """Factors Q and R of A: Q has orthonormal columns, R is upper triangular, and Q R = A.

    Args:
        A: shape (n, d) with n >= d, float64, its columns linearly independent.

    Returns:
        Q, shape (n, d), and R, shape (d, d), float64. The signs of the columns of Q are free.

    Source: Trefethen and Bau, Numerical Linear Algebra, lecture 8.
    """
    ### BEGIN SOLUTION
    n, d = A.shape
    Q, R = np.zeros((n, d)), np.zeros((d, d))
    for j in range(d):
        v = A[:, j].copy()
        for i in range(j):
            R[i, j] = Q[:, i] @ v
            v -= R[i, j] * Q[:, i]
        R[j, j] = np.linalg.norm(v)
        Q[:, j] = v / R[j, j]
    return Q, R
    ### END SOLUTION
