import numpy as np


def project_onto_columns(A, b):
    """The vector in the space of the columns of A that is nearest to b.

    It is A c with A^T (b - A c) = 0: what is left over is orthogonal to every column.

    Args:
        A: shape (n, d) with n >= d, float64, its columns linearly independent.
        b: shape (n,), float64.

    Returns:
        The projection, shape (n,), float64.

    Source: Trefethen and Bau, Numerical Linear Algebra, lecture 6.
    """
    ### BEGIN SOLUTION
    Q, _ = np.linalg.qr(A)
    return Q @ (Q.T @ b)
    ### END SOLUTION
