import numpy as np


def ridge_path(X, y, lams):
    """The best weights of a linear model under an L2 penalty, for each of several strengths.

    w(lam) = argmin mean((X w - y)**2) + lam * sum_i w_i**2
           = (X^T X + n lam I)^-1 X^T y

    Args:
        X: inputs, a float array (n, d), without a column for an intercept; n and d are at least 1.
        y: targets, a float array (n,), of the dtype of X.
        lams: strengths, a list of at least one number > 0 (or 0, where X has d independent
            columns), in any order.

    Returns:
        The weights, (len(lams), d), one row for each strength in the order of lams, of the dtype
        of X.

    Source: Hoerl and Kennard, "Ridge Regression", 1970.
    """
    ### BEGIN SOLUTION
    n, d = X.shape
    identity = np.eye(d, dtype=X.dtype)
    return np.array([np.linalg.solve(X.T @ X + n * lam * identity, X.T @ y) for lam in lams])
    ### END SOLUTION
