import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["4"],
    oracle="the signs of scipy.linalg.eigvalsh",
    domain={"A": "float64 (n, n); special all 0"},
    rounding=["zero_taken_exactly"],
)


def _with_eigenvalues(rng, *values):
    Q, _ = np.linalg.qr(rng.normal(size=(len(values), len(values))))
    A = Q @ np.diag(values) @ Q.T
    return (A + A.T) / 2


@exercise.check("both signs", points=1, public=True)
def both_signs(rng):
    yield Case(A=np.array([[0.0, 1.0], [1.0, 0.0]]))


@exercise.check("one sign", points=3, public=True)
def one_sign(rng):
    yield Case(A=_with_eigenvalues(rng, 1.0, 2.0, 5.0))
    yield Case(A=_with_eigenvalues(rng, -0.5, -3.0))


@exercise.check("an eigenvalue of zero", points=3)
def zero(rng):
    yield Case(A=_with_eigenvalues(rng, 0.0, 1.0, 3.0))
    yield Case(A=_with_eigenvalues(rng, 0.0, -1.0, -3.0))
    yield Case(A=_with_eigenvalues(rng, 0.0, 1.0, -3.0))
    yield Case(A=_with_eigenvalues(rng, 0.0, -0.25))
    yield Case(A=np.diag([1.0, -1e-10]))
    yield Case(A=np.diag([-1.0, 1e-10]))
    # Three times as large is not zero, and a third of it is.
    yield Case(A=np.diag([1.0, 3e-10]))
    yield Case(A=np.diag([-1.0, -3e-10]))
    yield Case(A=np.diag([1.0, 3e-11]))
    yield Case(A=np.diag([-1.0, -3e-11]))
    # What counts as zero depends on the largest size.
    yield Case(A=_with_eigenvalues(rng, 1e-6, 2e6))
    yield Case(A=_with_eigenvalues(rng, -1e-6, -2e6))
    yield Case(A=_with_eigenvalues(rng, 1e-12, 4e-12))
    yield Case(A=_with_eigenvalues(rng, -1e-12, -4e-12))
    yield Case(A=_with_eigenvalues(rng, -1e-12, 4e-12))


@exercise.check("one number, nothing but zeros, a small eigenvalue, large entries", points=3)
def ends(rng):
    yield Case(A=np.array([[-2.0]]))
    yield Case(A=np.zeros((2, 2)))
    yield Case(A=_with_eigenvalues(rng, 1e-3, 1e-4))
    yield Case(A=np.array([[1.0, 2.0], [2.0, 1.0]]))
