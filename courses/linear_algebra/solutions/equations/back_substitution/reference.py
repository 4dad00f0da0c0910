import numpy as np


def back_substitution(U, b):
    """The solution x of U x = b, where U is upper triangular; from the last unknown to the first.

    x_i = (b_i - sum_{j > i} U_ij x_j) / U_ii

    Args:
        U: upper triangular, shape (n, n), float64, no zero on its diagonal.
        b: shape (n,), float64.

    Returns:
        The solution, shape (n,), float64.

    Source: Golub and Van Loan, Matrix Computations, section 3.1.
    """
    ### BEGIN SOLUTION
    x = np.zeros(len(b))
    for i in range(len(b) - 1, -1, -1):
        x[i] = (b[i] - U[i, i + 1 :] @ x[i + 1 :]) / U[i, i]
    return x
    ### END SOLUTION
