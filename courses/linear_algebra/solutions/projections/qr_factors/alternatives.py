import numpy as np


def by_reflections(A):
    n, d = A.shape
    Q, R = np.eye(n), A.astype(float)
    for j in range(d):
        v = R[j:, j].copy()
        v[0] += np.copysign(np.linalg.norm(v), v[0])
        v /= np.linalg.norm(v)
        R[j:] -= 2 * np.outer(v, v @ R[j:])
        Q[:, j:] -= 2 * np.outer(Q[:, j:] @ v, v)
    return Q[:, :d], np.triu(R[:d])


def twice_is_enough(A):
    Q, R = np.array(A), np.eye(A.shape[1])
    for _ in range(2):
        S = np.zeros_like(R)
        for j in range(len(S)):
            S[:j, j] = Q[:, :j].T @ Q[:, j]
            Q[:, j] -= Q[:, :j] @ S[:j, j]
            S[j, j] = np.linalg.norm(Q[:, j])
            Q[:, j] /= S[j, j]
        R = S @ R
    return Q, R
