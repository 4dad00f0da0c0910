import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["2"],
    oracle="numpy.linalg.cond",
    domain={"A": "float64 (n, n)"},
    forbid=["numpy.linalg.cond"],
    rounding=["infinite_for_exact_zeros_only", "rounding_taken_for_a_number"],
)


def _with_values(rng, *values):
    n = len(values)
    U, _ = np.linalg.qr(rng.normal(size=(n, n)))
    V, _ = np.linalg.qr(rng.normal(size=(n, n)))
    return U @ np.diag(values) @ V.T


@exercise.check("a diagonal", points=1, public=True)
def diagonal(rng):
    yield Case(A=np.diag([4.0, -0.5]))


@exercise.check("three rows", points=2, public=True, rtol=1e-8)
def three(rng):
    yield Case(A=_with_values(rng, 5.0, 2.0, 0.25))


# The smallest singular value has an error of 1e-16 times the largest: 1e-6 of it here.
@exercise.check("singular, and nearly singular", points=4, rtol=1e-4)
def singular(rng):
    yield Case(A=_with_values(rng, 1e5, 3.0, 1e-5))
    yield Case(A=np.array([[1.0, 2.0], [2.0, 4.0]]))
    yield Case(A=np.zeros((3, 3)))
    yield Case(A=np.arange(16.0).reshape(4, 4))
    yield Case(A=np.array([[0.0]]))
    # By the machine epsilon, 2**-52: four of them are singular for four rows, and more are not.
    yield Case(A=np.diag([1.0, 1.0, 1.0, 3.5 * 2.0**-52]))
    yield Case(A=np.diag([1.0, 1.0, 1.0, 4.5 * 2.0**-52]))


@exercise.check("not symmetric, one row, small entries", points=3, rtol=1e-8)
def others(rng):
    yield Case(A=np.array([[1.0, 100.0], [0.0, 1.0]]))
    yield Case(A=np.array([[-3.0]]))
    yield Case(A=1e-20 * _with_values(rng, 6.0, 3.0, 2.0, 1.0))
