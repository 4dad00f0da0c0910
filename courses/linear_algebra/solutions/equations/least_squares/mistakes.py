import numpy as np

from autograder import mistake


@mistake(en="Is it the coefficients that are asked for, or the fitted values?")
def fitted_values_returned(A, b):
    Q, _ = np.linalg.qr(A)
    return Q @ (Q.T @ b)


@mistake(en="How many digits are left where the condition of A is squared?")
def normal_equations(A, b):
    return np.linalg.solve(A.T @ A, A.T @ b)


@mistake(en="Which equations are left out, if only the first ones are solved?")
def only_the_first_equations(A, b):
    d = A.shape[1]
    return np.linalg.solve(A[:d], b[:d])


@mistake(en="What has to be undone after b is expressed in the columns of Q?")
def triangle_not_solved(A, b):
    Q, _ = np.linalg.qr(A)
    return Q.T @ b
