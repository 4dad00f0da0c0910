import numpy as np


def with_signs_drawn(A, rank, seed):
    rng = np.random.default_rng(seed)
    return np.linalg.qr(A @ rng.uniform(-1, 1, size=(A.shape[1], rank)))[0]


def column_by_column(A, rank, seed):
    rng, Q = np.random.default_rng(seed), np.zeros((len(A), 0))
    for _ in range(rank):
        q = A @ rng.standard_normal(A.shape[1])
        for _ in range(2):
            q = q - Q @ (Q.T @ q)
        Q = np.column_stack([Q, q / np.linalg.norm(q)])
    return Q
