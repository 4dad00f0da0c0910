import numpy as np

from autograder import mistake


@mistake(en="Do the basis vectors stand in rows, or in columns?")
def basis_in_rows(A):
    return np.linalg.svd(A)[2][len(A) :]


@mistake(en="Which singular values belong to vectors that A sends to zero?")
def row_space(A):
    V = np.linalg.svd(A)[2]
    return V[: A.shape[1] - len(A)].T


@mistake(en="Solving for some unknowns gives a basis. Is it orthonormal?")
def not_orthonormal(A):
    n, d = A.shape
    return np.concatenate([-np.linalg.solve(A[:, :n], A[:, n:]), np.eye(d - n)])


@mistake(en="How many vectors does a basis of this space have?")
def last_vector_alone(A):
    return np.linalg.svd(A)[2][-1]


@mistake(en="Does a reduced factorisation have columns beside those that span the rows?")
def taken_from_a_reduced_factorisation(A):
    return np.linalg.qr(A.T)[0][:, len(A) :]
