import numpy as np


def column_by_column(U, b):
    rest, x = b.copy(), np.zeros(len(b))
    for j in reversed(range(len(b))):
        x[j] = rest[j] / U[j, j]
        rest[:j] -= U[:j, j] * x[j]
    return x


def from_the_smaller_system(U, b):
    last = b[-1] / U[-1, -1]
    if len(b) == 1:
        return np.array([last])
    return np.append(from_the_smaller_system(U[:-1, :-1], b[:-1] - U[:-1, -1] * last), last)
