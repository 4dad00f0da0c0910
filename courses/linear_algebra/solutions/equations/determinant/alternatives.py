import numpy as np


def row_by_row(A):
    rows = A.tolist()
    n, value = len(rows), 1.0
    for k in range(n):
        p = max(range(k, n), key=lambda i: abs(rows[i][k]))
        if rows[p][k] == 0.0:
            return 0.0
        if p != k:
            rows[k], rows[p] = rows[p], rows[k]
            value = -value
        value *= rows[k][k]
        for i in range(k + 1, n):
            factor = rows[i][k] / rows[k][k]
            for j in range(k, n):
                rows[i][j] -= factor * rows[k][j]
    return value


def from_the_smaller_matrix(A):
    p = int(np.argmax(np.abs(A[:, 0])))
    pivot = A[p, 0]
    if pivot == 0 or len(A) == 1:
        return float(pivot)
    rest = np.delete(A, p, axis=0)
    smaller = rest[:, 1:] - np.outer(rest[:, 0] / pivot, A[p, 1:])
    return (-1) ** p * pivot * from_the_smaller_matrix(smaller)
