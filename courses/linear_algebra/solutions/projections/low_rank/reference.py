import numpy as np


def low_rank(A, rank):
    """The matrix of this rank that is closest to a matrix, and how far off it is.

    A = U diag(s) V^T, and A_k = sum_{i <= k} s_i u_i v_i^T

    Args:
        A: shape (n, d), float64.
        rank: k, from 1 to the smaller of n and d.

    Returns:
        A_k, shape (n, d), float64, and the distance, the Frobenius norm of A - A_k, a number.

    Source: Eckart and Young (1936); Trefethen and Bau, Numerical Linear Algebra, lecture 5.
    """
    ### BEGIN SOLUTION
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    closest = (U[:, :rank] * s[:rank]) @ Vt[:rank]
    return closest, np.linalg.norm(s[rank:])
    ### END SOLUTION
