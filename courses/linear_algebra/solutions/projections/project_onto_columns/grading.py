import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["1"],
    oracle="numpy.linalg.lstsq, times A",
    domain={"A": "float64 (n, d)", "b": "float64 (n,)"},
)


@exercise.check("onto a plane", points=1, public=True)
def plane(rng):
    yield Case(A=np.array([[1.0, 1.0], [0.0, 1.0], [0.0, 2.0]]), b=np.array([3.0, 1.0, -2.0]))


@exercise.check("random columns", points=3, public=True, rtol=1e-7, atol=1e-9)
def random_columns(rng):
    yield Case(A=rng.normal(size=(6, 3)), b=rng.normal(size=6))


@exercise.check("one column, and the whole space", points=3, atol=1e-10)
def ends(rng):
    for b in (rng.normal(size=5), rng.normal(size=5), np.zeros(5)):
        yield Case(A=rng.normal(size=(5, 1)), b=b)
    yield Case(A=rng.normal(size=(1, 1)), b=rng.normal(size=1))
    yield Case(A=rng.normal(size=(3, 3)) + 3 * np.eye(3), b=rng.normal(size=3))


@exercise.check("long columns that are far from orthogonal", points=3, rtol=1e-6, atol=1e-6)
def slanted(rng):
    # The tolerance is what the normal equations, which square the condition, still keep.
    first = rng.normal(size=7)
    yield Case(
        A=np.stack([first, first + 0.1 * rng.normal(size=7)], axis=1), b=50 * rng.normal(size=7)
    )
