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


@mistake(en="Which factor comes first?")
def factors_exchanged(A):
    return _gram_schmidt(A)[::-1]


@mistake(en="Do the orthonormal vectors stand in the columns of Q, or in its rows?")
def first_factor_transposed(A):
    Q, R = _gram_schmidt(A)
    return Q.T, R


@mistake(en="From how many of the columns before it has a column to be freed?")
def freed_from_the_column_before_alone(A):
    n, d = A.shape
    Q, R = np.zeros((n, d)), np.zeros((d, d))
    for j in range(d):
        v = A[:, j].copy()
        if j:
            R[j - 1, j] = Q[:, j - 1] @ v
            v -= R[j - 1, j] * Q[:, j - 1]
        R[j, j] = np.linalg.norm(v)
        Q[:, j] = v / R[j, j]
    return Q, R


@mistake(en="What stands above the diagonal of R: is what was subtracted kept?")
def coefficients_not_kept(A):
    Q, R = _gram_schmidt(A)
    return Q, np.diag(np.diag(R))


@mistake(en="What stands on the diagonal of R: are the lengths kept?")
def lengths_not_kept(A):
    Q, R = _gram_schmidt(A)
    return Q, R - np.diag(np.diag(R))


@mistake(en="What has Q to be multiplied by to give A: R, or its inverse?")
def triangle_inverted(A):
    Q, R = _gram_schmidt(A)
    return Q, np.linalg.inv(R)


@mistake(en="What are the lengths on the diagonal: are they squares?")
def squares_on_the_diagonal(A):
    Q, R = _gram_schmidt(A)
    return Q, R + np.diag(np.diag(R) ** 2 - np.diag(R))


@mistake(
    en="Of which vector is the length on the diagonal: of the column, or of what is left of it?"
)
def lengths_of_the_columns(A):
    n, d = A.shape
    Q, R = _gram_schmidt(A)
    lengths = np.linalg.norm(A, axis=0)
    return Q * np.diag(R) / lengths, R + np.diag(lengths - np.diag(R))
