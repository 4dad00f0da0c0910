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


def _solved(A, b):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    kept = s > 1e-14 * s[0] * len(A)
    return Vt[kept].T @ ((U.T @ b)[kept] / s[kept])


@mistake(
    en="Is anything added to the diagonal of the matrix that is solved?",
    ridge=[1e-6, 1e-3, 1e-2, 0.1, 1.0],
)
def ridge_added(A, b, *, ridge):
    return np.linalg.solve(A.T @ A + ridge * np.eye(A.shape[1]), A.T @ b)


@mistake(
    en="Are means taken off before it is solved? Then there is a constant that nobody asked for."
)
def means_taken_off(A, b):
    return _solved(A - A.mean(axis=0), b - b.mean())


@mistake(
    en="Has the matrix another column than those that are given? How many coefficients come back?"
)
def constant_returned_too(A, b):
    return _solved(np.column_stack([np.ones(len(A)), A]), b)


@mistake(
    en="How many coefficients come back, and is one of them that of a column that is not in A?"
)
def constant_returned_last(A, b):
    return _solved(np.column_stack([A, np.ones(len(A))]), b)


@mistake(en="Is it the coefficients that are asked for, or what they leave of b?")
def remainder_returned(A, b):
    return b - A @ _solved(A, b)


@mistake(en="Is the triangle R solved, or its transpose?")
def triangle_transposed(A, b):
    Q, R = np.linalg.qr(A)
    return np.linalg.solve(R.T, Q.T @ b)


@mistake(en="May each column be fitted by itself, if the columns are not orthogonal?")
def each_column_by_itself(A, b):
    return (A.T @ b) / (A * A).sum(axis=0)


@mistake(en="Which equations are left out, if only the last ones are solved?")
def only_the_last_equations(A, b):
    d = A.shape[1]
    return np.linalg.solve(A[-d:], b[-d:])


@mistake(en="A^T b has to be solved for. By which matrix?")
def products_with_the_columns_returned(A, b):
    return A.T @ b


@mistake(en="One side is divided by the number of equations. Is the other one, too?")
def one_side_divided_by_the_number(A, b):
    return _solved(A, b) / len(b)


@mistake(en="Does the triangle have entries beside its diagonal?")
def only_the_diagonal_of_the_triangle(A, b):
    Q, R = np.linalg.qr(A)
    return (Q.T @ b) / np.diag(R)


@mistake(en="Is the error that of b alone, or of the columns too?")
def errors_in_the_columns_too(A, b):
    v = np.linalg.svd(np.column_stack([A, b]))[2][-1]
    return -v[:-1] / v[-1]


@mistake(en="Of which columns are these the coefficients: of those of A, or of those of length 1?")
def coefficients_of_unit_columns(A, b):
    return _solved(A, b) * np.linalg.norm(A, axis=0)


@mistake(en="What becomes of coefficients that are negative?")
def negative_ones_cut_off(A, b):
    return np.maximum(_solved(A, b), 0.0)
