import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    """Fit a linear regression by mini-batch gradient descent.

    For each batch B of an epoch: w <- w - lr * 2/|B| * X_B.T @ (X_B @ w - y_B)

    Args:
        X: data, a float array of shape (n, d), with n and d at least 1.
        y: targets, a float array of shape (n,).
        w0: weights to start from, a float array of shape (d,).
        lr: learning rate, a number above 0.
        batch_size: rows per batch, an int of at least 1; it may exceed n.
        orders: the order of the rows in each epoch, an integer array of shape (epochs, n);
            there may be no epochs.

    Returns:
        The weights after each epoch, a float array of shape (epochs + 1, d) that begins with w0,
        of the dtype of the inputs.

    Source: Bottou, Curtis and Nocedal, "Optimization Methods for Large-Scale Machine Learning",
    2018, section 3.
    """
    ### BEGIN SOLUTION
    w = w0
    path = [w]
    for order in orders:
        for start in range(0, len(order), batch_size):
            batch = order[start : start + batch_size]
            residual = X[batch] @ w - y[batch]
            grad = 2 / len(batch) * (X[batch].T @ residual)
            w = w - lr * grad
        path.append(w)
    return np.array(path)
    ### END SOLUTION
