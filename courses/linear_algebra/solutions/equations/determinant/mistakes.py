import numpy as np

from autograder import mistake


@mistake(en="What does an exchange of two rows do to a determinant?")
def sign_of_exchanges_forgotten(A):
    U, value = A.copy(), 1.0
    for k in range(len(U)):
        p = k + np.argmax(np.abs(U[k:, k]))
        if U[p, k] == 0:
            return 0.0
        U[[k, p]] = U[[p, k]]
        value *= U[k, k]
        U[k + 1 :] -= np.outer(U[k + 1 :, k] / U[k, k], U[k])
    return value


@mistake(en="What if the entry to divide by is zero, or tiny?")
def no_exchanges(A):
    U = A.copy()
    for k in range(len(U)):
        U[k + 1 :] -= np.outer(U[k + 1 :, k] / U[k, k], U[k])
    return np.prod(np.diag(U))


@mistake(en="Is a tiny entry as good to divide by as a large one?")
def exchanged_for_zeros_only(A):
    U, value = A.copy(), 1.0
    for k in range(len(U)):
        if U[k, k] == 0:
            below = np.flatnonzero(U[k:, k])
            if len(below) == 0:
                return 0.0
            U[[k, k + below[0]]] = U[[k + below[0], k]]
            value = -value
        value *= U[k, k]
        U[k + 1 :] -= np.outer(U[k + 1 :, k] / U[k, k], U[k])
    return value


@mistake(en="Is the diagonal of the matrix that of its triangle?")
def product_of_the_diagonal(A):
    return np.prod(np.diag(A))


@mistake(en="In which part of the column may a row for the exchange be looked for?")
def looked_for_in_the_whole_column(A):
    U, value = A.copy(), 1.0
    for k in range(len(U)):
        p = np.argmax(np.abs(U[:, k]))
        if U[p, k] == 0:
            return 0.0
        if p != k:
            U[[k, p]] = U[[p, k]]
            value = -value
        value *= U[k, k]
        U[k + 1 :] -= np.outer(U[k + 1 :, k] / U[k, k], U[k])
    return value


@mistake(en="Is an entry of large size always a large number?")
def largest_entry_whatever_its_size(A):
    U, value = A.copy(), 1.0
    for k in range(len(U)):
        p = k + np.argmax(U[k:, k])
        if U[p, k] == 0:
            return 0.0
        if p != k:
            U[[k, p]] = U[[p, k]]
            value = -value
        value *= U[k, k]
        U[k + 1 :] -= np.outer(U[k + 1 :, k] / U[k, k], U[k])
    return value


def _eliminated(A):
    """The triangle, and the sign of the exchanges."""
    U, sign = A.copy(), 1.0
    for k in range(len(U)):
        p = k + np.argmax(np.abs(U[k:, k]))
        if U[p, k] == 0:
            return U, 0.0
        if p != k:
            U[[k, p]] = U[[p, k]]
            sign = -sign
        U[k + 1 :] -= np.outer(U[k + 1 :, k] / U[k, k], U[k])
    return U, sign


@mistake(en="Is the determinant asked for, or its logarithm?")
def logarithm_returned(A):
    U, sign = _eliminated(A)
    return np.log(abs(np.prod(np.diag(U)))) if sign else -np.inf


@mistake(en="A determinant has a sign. Where does it go?")
def size_returned(A):
    U, sign = _eliminated(A)
    return abs(sign * np.prod(np.diag(U)))


@mistake(en="Does the sign change in every column, or only where rows were exchanged?")
def sign_changed_in_every_column(A):
    U, sign = _eliminated(A)
    return (-1.0) ** len(A) * abs(sign) * np.prod(np.diag(U))


@mistake(en="Which entries of the diagonal belong to the product? Is the last one among them?")
def last_pivot_left_out(A):
    U, sign = _eliminated(A)
    return sign * np.prod(np.diag(U)[:-1])


@mistake(en="Which entries of the diagonal belong to the product? Is the first one among them?")
def first_pivot_left_out(A):
    U, sign = _eliminated(A)
    return sign * np.prod(np.diag(U)[1:])


@mistake(en="If a row is divided by its first entry, where is that entry kept?")
def rows_divided_by_their_pivot(A):
    return _eliminated(A)[1]


@mistake(en="Are the entries of the diagonal multiplied, or added?")
def pivots_added(A):
    U, sign = _eliminated(A)
    return sign * np.sum(np.diag(U))


@mistake(en="Is the sum of the diagonal the determinant?")
def trace_returned(A):
    return np.trace(A)


@mistake(en="Does the rule for two rows hold for more of them?")
def rule_for_two_rows(A):
    if len(A) == 1:
        return A[0, 0]
    return A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]


@mistake(en="The rule with slanted products holds for three rows. How many products have four?")
def rule_for_three_rows(A):
    n = len(A)
    if n < 3:
        return A[0, 0] if n == 1 else A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
    rows = np.arange(n)
    down = sum(np.prod(A[rows, (rows + k) % n]) for k in range(n))
    return down - sum(np.prod(A[rows, (k - rows) % n]) for k in range(n))


@mistake(en="Half of the products of a determinant are subtracted. Which ones?")
def products_all_added(A):
    n = len(A)
    total = 0.0
    for chosen in range(1, 2**n):
        columns = [j for j in range(n) if chosen >> j & 1]
        total += (-1) ** (n - len(columns)) * np.prod(A[:, columns].sum(axis=1))
    return total
