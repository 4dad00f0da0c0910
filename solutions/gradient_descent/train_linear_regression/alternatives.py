import numpy as np


def shuffled_copies(X, y, w0, lr, batch_size, orders):
    path = np.empty((len(orders) + 1, len(w0)), dtype=w0.dtype)
    path[0] = w0
    w = w0.copy()
    for epoch, order in enumerate(orders, start=1):
        rows, targets = X[order], y[order]
        for start in range(0, len(order), batch_size):
            part = slice(start, start + batch_size)
            errors = rows[part] @ w - targets[part]
            w -= lr * np.mean(2 * errors[:, None] * rows[part], axis=0)
        path[epoch] = w
    return path


def split_at_the_bounds(X, y, w0, lr, batch_size, orders):
    path = [w0]
    for order in orders:
        w = path[-1]
        for batch in np.split(order, range(batch_size, len(order), batch_size)):
            inner, outer = X[batch].T @ X[batch], X[batch].T @ y[batch]
            w = w - 2 * lr * (inner @ w - outer) / len(batch)
        path.append(w)
    return np.stack(path)


def row_by_row(X, y, w0, lr, batch_size, orders):
    w, path = w0, [w0]
    for order in orders:
        total, seen = np.zeros_like(w0), 0
        for place, row in enumerate(order, start=1):
            total = total + (X[row] @ w - y[row]) * X[row]
            seen += 1
            if seen == batch_size or place == len(order):
                w = w - lr * 2 * total / seen
                total, seen = np.zeros_like(w0), 0
        path.append(w)
    return np.array(path)
