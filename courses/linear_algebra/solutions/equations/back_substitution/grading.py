import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["3"],
    oracle="scipy.linalg.solve_triangular",
    domain={"U": "float64 (n, n)", "b": "float64 (n,)"},
    forbid=["numpy.linalg.solve", "numpy.linalg.inv", "numpy.linalg.lstsq", "numpy.linalg.pinv"],
)


def _triangle(rng, n):
    return np.triu(rng.normal(size=(n, n)), 1) + np.diag(rng.uniform(1, 2, size=n))


@exercise.check("two unknowns", points=1, public=True)
def two(rng):
    yield Case(U=np.array([[2.0, 1.0], [0.0, 4.0]]), b=np.array([4.0, 8.0]))


@exercise.check("five unknowns", points=3, public=True, rtol=1e-8)
def five(rng):
    yield Case(U=_triangle(rng, 5), b=rng.normal(size=5))


@exercise.check("one unknown, and a negative diagonal", points=5, rtol=1e-8)
def ends(rng):
    yield Case(U=_triangle(rng, 1), b=rng.normal(size=1))
    for b in (rng.normal(size=4), rng.normal(size=4), np.zeros(4)):
        yield Case(U=-_triangle(rng, 4), b=b)


@exercise.check("the inputs stay as they were", points=1, driver="inputs_after")
def untouched(rng):
    yield Case(U=_triangle(rng, 3), b=rng.normal(size=3))
