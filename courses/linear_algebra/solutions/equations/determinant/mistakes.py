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
