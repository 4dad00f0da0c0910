import numpy as np

from autograder import mistake


def _named(values, close):
    if (values > close).all():
        return "positive definite"
    if (values < -close).all():
        return "negative definite"
    if (values >= -close).all():
        return "positive semidefinite"
    if (values <= close).all():
        return "negative semidefinite"
    return "indefinite"


@mistake(en="Is an eigenvalue of zero ever exactly zero on a computer?")
def zero_taken_exactly(A):
    return _named(np.linalg.eigvalsh(A), 0)


@mistake(en="Do the entries on the diagonal have the signs of the eigenvalues?")
def diagonal_looked_at(A):
    return _named(np.diag(A), 1e-10 * np.abs(A).max())


@mistake(en="What does a determinant say of two negative eigenvalues?")
def determinant_looked_at(A):
    sign = np.linalg.det(A)
    close = 1e-10 * np.abs(A).max()
    if abs(sign) <= close:
        return "positive semidefinite"
    return "positive definite" if sign > 0 else "indefinite"


@mistake(en="What are matrices called all of whose eigenvalues are below zero?")
def negative_forgotten(A):
    said = _named(np.linalg.eigvalsh(A), 1e-10 * np.abs(np.linalg.eigvalsh(A)).max())
    return "indefinite" if said.startswith("negative") else said


@mistake(en="What is a matrix called that is semidefinite in both ways, as one of zeros is?")
def zeros_called_negative(A):
    said = _named(np.linalg.eigvalsh(A), 1e-10 * np.abs(np.linalg.eigvalsh(A)).max())
    return said if A.any() else "negative semidefinite"
