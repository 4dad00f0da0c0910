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


def _close(values):
    return 1e-10 * np.max(np.abs(values))


@mistake(
    en="What counts as zero: a size by itself, or beside the largest?", close=[1e-5, 1e-10, 1e-12]
)
def bound_of_fixed_size(A, *, close):
    return _named(np.linalg.eigvalsh(A), close)


@mistake(en="How small does an eigenvalue have to be to count as zero? Is this bound too narrow?")
def bound_too_narrow(A):
    values = np.linalg.eigvalsh(A)
    return _named(values, 1e-5 * _close(values))


@mistake(en="Does a size of exactly the bound count as zero?")
def bound_itself_not_zero(A):
    values = np.linalg.eigvalsh(A)
    return _named(values, _close(values) * (1 - 1e-9))


@mistake(en="Which question has to be asked first: is it definite, or is it semidefinite?")
def semidefinite_asked_first(A):
    return _named(np.linalg.eigvalsh(A), _close(np.linalg.eigvalsh(A))).replace(" def", " semidef")


@mistake(en="Is a matrix with an eigenvalue of zero still definite?")
def semidefinite_called_definite(A):
    return _named(np.linalg.eigvalsh(A), _close(np.linalg.eigvalsh(A))).replace("semi", "")


@mistake(en="What is a matrix called that has an eigenvalue of zero, and others of one sign?")
def semidefinite_called_indefinite(A):
    said = _named(np.linalg.eigvalsh(A), _close(np.linalg.eigvalsh(A)))
    return "indefinite" if "semi" in said else said


@mistake(en="Is the sum of the eigenvalues positive only where all of them are?")
def trace_looked_at(A):
    values = np.linalg.eigvalsh(A)
    return _named(np.array([np.trace(A)]), _close(values))


@mistake(en="Do the other eigenvalues have the sign of the largest one?")
def largest_eigenvalue_alone(A):
    values = np.linalg.eigvalsh(A)
    return _named(values[[np.argmax(np.abs(values))]], _close(values))


@mistake(en="Do the signs of the entries say what the signs of the eigenvalues are?")
def entries_looked_at(A):
    return _named(A.ravel(), 1e-10 * np.abs(A).max())


@mistake(en="What is a matrix of zeros called?")
def zeros_called_indefinite(A):
    said = _named(np.linalg.eigvalsh(A), _close(np.linalg.eigvalsh(A)))
    return said if A.any() else "indefinite"


@mistake(en="Singular values are never negative. What happens to the signs?")
def singular_values_looked_at(A):
    values = np.linalg.svd(A, compute_uv=False)
    return _named(values, _close(values))


@mistake(en="Which word belongs to which sign?")
def words_exchanged(A):
    values = np.linalg.eigvalsh(A)
    return _named(-values, _close(values))


@mistake(en="Is there anything else than positive definite and not?")
def positive_definite_or_indefinite(A):
    values = np.linalg.eigvalsh(A)
    return "positive definite" if (values > _close(values)).all() else "indefinite"
