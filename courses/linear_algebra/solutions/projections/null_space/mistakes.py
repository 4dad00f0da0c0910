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


@mistake(en="How many vectors does a basis of this space have?")
def one_vector_too_many(A):
    return np.linalg.svd(A)[2][len(A) - 1 :].T


@mistake(en="Which rows of V belong to the zeros? Is the first of them among these?")
def one_vector_too_few(A):
    return np.linalg.svd(A)[2][len(A) + 1 :].T


@mistake(en="Does every vector of V belong to this space?")
def all_vectors_returned(A):
    return np.linalg.svd(A)[2].T


@mistake(en="Is a basis asked for, or the matrix that projects onto the space?")
def projection_returned(A):
    return np.eye(A.shape[1]) - np.linalg.pinv(A) @ A


@mistake(en="Columns of length 1 are not yet orthogonal. What makes them so?")
def columns_only_normalised(A):
    n, d = A.shape
    basis = np.concatenate([-np.linalg.solve(A[:, :n], A[:, n:]), np.eye(d - n)])
    return basis / np.linalg.norm(basis, axis=0)


@mistake(en="Which space do the rows of A span?")
def basis_of_the_rows(A):
    return np.linalg.qr(A.T)[0]


@mistake(en="Do the vectors of V stand in its rows, or in its columns?")
def factor_not_transposed(A):
    return np.linalg.svd(A)[2][:, len(A) :]


@mistake(en="With which sign do the free unknowns come in, once they are moved to the other side?")
def sign_of_the_free_part(A):
    n, d = A.shape
    return np.concatenate([np.linalg.solve(A[:, :n], A[:, n:]), np.eye(d - n)])
