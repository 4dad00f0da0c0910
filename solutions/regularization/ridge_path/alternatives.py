import numpy as np


def rows_of_the_penalty_appended(X, y, lams):
    n, d = X.shape
    path = []
    for lam in lams:
        # sum of squares of (X w - y, sqrt(n lam) w) is the penalised loss, times n.
        rows = np.vstack([X, (n * lam) ** 0.5 * np.eye(d, dtype=X.dtype)])
        targets = np.concatenate([y, np.zeros(d, dtype=y.dtype)])
        path.append(np.linalg.lstsq(rows, targets, rcond=None)[0])
    return np.array(path)


def singular_values(X, y, lams):
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    path = [Vt.T @ (s / (s**2 + len(y) * lam) * (U.T @ y)) for lam in lams]
    return np.array(path, dtype=X.dtype)


def all_strengths_at_once(X, y, lams):
    n, d = X.shape
    strengths = np.reshape(lams, (-1, 1, 1))
    matrices = X.T @ X / n + strengths * np.eye(d)
    path = np.linalg.solve(matrices, (X.T @ y / n)[:, None])
    return path[..., 0].astype(X.dtype)
