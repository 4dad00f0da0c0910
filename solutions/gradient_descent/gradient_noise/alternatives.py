import numpy as np


def matrix_products(w, X, y, batch_size, order):
    full = 2 / len(y) * X.T @ (X @ w - y)
    batches = np.split(order, range(batch_size, len(order), batch_size))
    total = 0.0
    for batch in batches:
        grad = 2 / len(batch) * X[batch].T @ (X[batch] @ w - y[batch])
        total += np.linalg.norm(grad - full) ** 2
    return total / len(batches)


def averaging_matrix(w, X, y, batch_size, order):
    number = np.empty(len(order), dtype=int)
    number[order] = np.arange(len(order)) // batch_size
    member = number == np.arange(number.max() + 1)[:, None]
    average = member / member.sum(axis=1, keepdims=True)
    rows_gradients = 2 * X * (X @ w - y)[:, None]
    difference = average @ rows_gradients - rows_gradients.mean(axis=0)
    return float((difference**2).sum() / len(difference))


def row_by_row(w, X, y, batch_size, order):
    gradients = [2 * (X[row] @ w - y[row]) * X[row] for row in order]
    full = sum(gradients) / len(gradients)
    squares = []
    while gradients:
        batch, gradients = gradients[:batch_size], gradients[batch_size:]
        difference = sum(batch) / len(batch) - full
        squares.append(difference @ difference)
    return sum(squares) / len(squares)
