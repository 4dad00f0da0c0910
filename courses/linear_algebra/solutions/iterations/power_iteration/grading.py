import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["4"],
    oracle="numpy.linalg.eigh, by the residual",
    domain={"A": "float64 (n, n)", "start": "float64 (n,)", "steps": "int >= 1"},
    forbid=["numpy.linalg.eig", "numpy.linalg.eigh", "numpy.linalg.eigvals", "numpy.linalg.svd"],
    require=["loops"],
    reasons={
        "not_of_length_one": "The vector does not have length 1.",
        "value_of_another_vector": "The eigenvalue does not belong to the vector that is returned.",
        "large_residual": "A v and the eigenvalue times v are still too far apart.",
    },
)


def _with_eigenvalues(rng, *values):
    Q, _ = np.linalg.qr(rng.normal(size=(len(values), len(values))))
    A = Q @ np.diag(values) @ Q.T
    return (A + A.T) / 2


@exercise.check("two directions", points=1, public=True, judge="is_as_close")
def two(rng):
    yield Case(A=np.array([[2.0, 1.0], [1.0, 2.0]]), start=np.array([1.0, 0.0]), steps=5)


@exercise.check("four directions", points=1, public=True, judge="is_as_close")
def four(rng):
    A = _with_eigenvalues(rng, 5.0, 2.0, 1.0, -3.0)
    yield Case(A=A, start=rng.normal(size=4), steps=12)


@exercise.check("exactly one step, and exactly three", points=3, judge="is_this_vector")
def few_steps(rng):
    for steps in (1, 3, 3):
        A = _with_eigenvalues(rng, 3.0, 2.0, -1.0)
        yield Case(A=A, start=rng.normal(size=3), steps=steps)


@exercise.check("a negative eigenvalue, one direction", points=2, judge="is_as_close")
def negative(rng):
    for _ in range(2):
        A = _with_eigenvalues(rng, -4.0, 3.0, 1.0)
        yield Case(A=A, start=10 * rng.normal(size=3), steps=20)
    yield Case(A=np.array([[-2.5]]), start=np.array([3.0]), steps=2)


@exercise.check("many steps, too many without a norm", points=3, judge="is_as_close")
def many(rng):
    yield Case(A=_with_eigenvalues(rng, 1e4, 9.5e3, 10.0), start=rng.normal(size=3), steps=120)
