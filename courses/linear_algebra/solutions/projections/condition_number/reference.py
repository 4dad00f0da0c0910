import numpy as np


def condition_number(A):
    """How much larger a relative error can become when A x = b is solved.

    cond A = s_max / s_min, the largest by the smallest singular value

    Args:
        A: shape (n, n), float64.

    Returns:
        The condition number, a number; infinite where the smallest singular value is at most n
        times the machine epsilon of float64 times the largest.

    Source: Trefethen and Bau, Numerical Linear Algebra, lecture 12.
    """
    ### BEGIN SOLUTION
    s = np.linalg.svd(A, compute_uv=False)
    if s[-1] <= len(A) * np.finfo(float).eps * s[0]:
        return np.inf
    return s[0] / s[-1]
    ### END SOLUTION
