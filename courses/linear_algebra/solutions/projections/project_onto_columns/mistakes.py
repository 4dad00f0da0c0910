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
