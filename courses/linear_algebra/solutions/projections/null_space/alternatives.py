import numpy as np


def from_a_complete_qr(A):
    Q = np.linalg.qr(A.T, mode="complete")[0]
    return Q[:, len(A) :]


def from_eigenvectors(A):
    vectors = np.linalg.eigh(A.T @ A)[1]
    return -vectors[:, : A.shape[1] - len(A)]
