import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    """How far the gradients of the mini-batches lie from the full gradient.

    noise = mean over the batches B of ||g_B - g||**2,
    with g_B = 2/|B| * X_B.T @ (X_B @ w - y_B), and g the same over all rows

    Args:
        w: weights, a float array of shape (d,).
        X: data, a float array of shape (n, d), with n and d at least 1.
        y: targets, a float array of shape (n,).
        batch_size: rows per batch, an int of at least 1; it may exceed n.
        order: the order of the rows, a permutation of 0..n-1, an integer array of shape (n,).

    Returns:
        The noise, one number.

    Source: Bottou, Curtis and Nocedal, "Optimization Methods for Large-Scale Machine Learning",
    2018, section 4.
    """
    ### BEGIN SOLUTION
    rows_gradients = 2 * (X @ w - y)[:, None] * X
    full = rows_gradients.mean(axis=0)
    squares = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        difference = rows_gradients[batch].mean(axis=0) - full
        squares.append(np.sum(difference**2))
    return np.mean(squares)
    ### END SOLUTION
