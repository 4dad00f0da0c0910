import numpy as np

from autograder import mistake


def _gram_schmidt(A, *, norm=True, transposed=False):
    n, d = A.shape
    Q, R = np.zeros((n, d)), np.zeros((d, d))
    for j in range(d):
        v = A[:, j].copy()
        for i in range(j):
            R[i, j] = Q[:, i] @ v
            v -= R[i, j] * Q[:, i]
        R[j, j] = np.linalg.norm(v) if norm else 1.0
        Q[:, j] = v / R[j, j]
    return Q, R.T if transposed else R


@mistake(en="What are the lengths of the columns of Q?")
def columns_not_normalised(A):
    n, d = A.shape
    Q, R = np.array(A), np.eye(d)
    for j in range(d):
        for i in range(j):
            R[i, j] = (Q[:, i] @ Q[:, j]) / (Q[:, i] @ Q[:, i])
            Q[:, j] -= R[i, j] * Q[:, i]
    return Q, R


@mistake(en="Is R upper or lower triangular?")
def triangle_transposed(A):
    return _gram_schmidt(A, transposed=True)


@mistake(en="Which vector should the coefficients be taken of, once parts have been subtracted?")
def classical_gram_schmidt(A):
    n, d = A.shape
    Q, R = np.zeros((n, d)), np.zeros((d, d))
    for j in range(d):
        R[:j, j] = Q[:, :j].T @ A[:, j]
        v = A[:, j] - Q[:, :j] @ R[:j, j]
        R[j, j] = np.linalg.norm(v)
        Q[:, j] = v / R[j, j]
    return Q, R


@mistake(en="Are the columns normalised, or also orthogonal?")
def columns_only_normalised(A):
    lengths = np.linalg.norm(A, axis=0)
    return A / lengths, np.diag(lengths)
