def linear_regression_gradient(w, X, y):
    """Gradient of the mean squared error of a linear regression.

    L(w) = mean((X @ w - y)**2)
    grad L(w) = 2/n * X.T @ (X @ w - y)

    Args:
        w: weights, a float array of shape (d,).
        X: data, a float array of shape (n, d), one sample a row; n and d are at least 1.
        y: targets, a float array of shape (n,).

    Returns:
        The gradient at w, a float array of shape (d,), of the dtype of the inputs.

    Source: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2009,
    section 3.2.
    """
    ### BEGIN SOLUTION
    residual = X @ w - y
    return 2 / len(y) * (X.T @ residual)
    ### END SOLUTION
