import numpy as np


### BEGIN FILE pivot_row
def pivot_row(U, k):
    """The row of the entry of largest size in column k, on or below the diagonal.

    Args:
        U: shape (n, n), float64.
        k: the column, from 0.

    Returns:
        The row, from k to n - 1; of several the first one.
    """
    ### BEGIN SOLUTION
    return k + np.argmax(np.abs(U[k:, k]))
    ### END SOLUTION


### END FILE


def determinant(A):
    """The determinant of a matrix, by elimination with row exchanges.

    P A = L U, and det A = sign(P) U_11 U_22 ... U_nn

    In each column the entry of largest size on or below the diagonal comes to the diagonal.

    Args:
        A: shape (n, n), float64.

    Returns:
        The determinant, a number; 0 where there is no entry to divide by.

    Source: Golub and Van Loan, Matrix Computations, section 3.4.
    """
    ### BEGIN SOLUTION
    U, value = A.copy(), 1.0
    for k in range(len(U)):
        p = pivot_row(U, k)
        if U[p, k] == 0:
            return 0.0
        if p != k:
            U[[k, p]] = U[[p, k]]
            value = -value
        value = value * U[k, k]
        U[k + 1 :] -= np.outer(U[k + 1 :, k] / U[k, k], U[k])
    return value
    ### END SOLUTION
