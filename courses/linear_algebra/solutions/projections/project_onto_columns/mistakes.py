import numpy as np

from autograder import mistake


@mistake(en="Are the columns of A orthonormal?")
def columns_taken_for_orthonormal(A, b):
    return A @ (A.T @ b)


@mistake(en="Is it the projection that is returned, or what is left of b?")
def remainder_returned(A, b):
    Q, _ = np.linalg.qr(A)
    return b - Q @ (Q.T @ b)


@mistake(en="Where in space is the point that these coefficients belong to?")
def coefficients_returned(A, b):
    return np.linalg.lstsq(A, b)[0]


@mistake(en="Is a projection onto each column alone enough, if the columns are not orthogonal?")
def sum_of_projections_onto_each_column(A, b):
    return sum(a * (a @ b) / (a @ a) for a in A.T)


def _projected(A, b):
    Q, _ = np.linalg.qr(A)
    return Q @ (Q.T @ b)


@mistake(en="Is it the projection that is asked for, or the mirror image?")
def reflected(A, b):
    return 2 * _projected(A, b) - b


@mistake(en="Is the space that of one column, or that of all of them?")
def only_the_first_column(A, b):
    return _projected(A[:, :1], b)


@mistake(en="Is the space that of one column, or that of all of them?")
def only_the_last_column(A, b):
    return _projected(A[:, -1:], b)


@mistake(en="Does a second column change what the first one has to give?")
def one_column_after_the_other(A, b):
    left = b
    for a in A.T:
        left = left - (a @ left) / (a @ a) * a
    return b - left


@mistake(en="By what are the coefficients divided: by a length, or by its square?")
def divided_by_the_length_once(A, b):
    return sum(a * (a @ b) / np.linalg.norm(a) for a in A.T)


@mistake(
    en="Is anything added to the diagonal of the matrix that is solved?", ridge=[1e-6, 1e-3, 1.0]
)
def ridge_added(A, b, *, ridge):
    return A @ np.linalg.solve(A.T @ A + ridge * np.eye(A.shape[1]), A.T @ b)


@mistake(en="Is there a column of ones beside those of A?")
def column_of_ones_added(A, b):
    Q, s, _ = np.linalg.svd(np.column_stack([np.ones(len(A)), A]), full_matrices=False)
    Q = Q[:, s > 1e-12 * s[0]]
    return Q @ (Q.T @ b)


@mistake(en="Is a vector asked for, or the matrix that projects?")
def matrix_returned(A, b):
    Q, _ = np.linalg.qr(A)
    return Q @ Q.T


@mistake(en="Is a vector asked for, or its length?")
def length_returned(A, b):
    return np.linalg.norm(_projected(A, b))


@mistake(en="In which matrix are the coefficients put: in Q, or in A?")
def coefficients_of_other_columns(A, b):
    Q, _ = np.linalg.qr(A)
    return A @ (Q.T @ b)


@mistake(en="Which part of b is its mean? Is it taken off first?")
def means_taken_off(A, b):
    return _projected(A - A.mean(axis=0), b - b.mean())
