import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["3"],
    oracle="numpy.linalg.lstsq, of the equations and the ridge",
    domain={
        "d": "int >= 1",
        "ridge": "(0, inf)",
        "add.a": "float64 (d,)",
        "add.b": "float",
    },
)


@exercise.check("three equations", points=1, public=True, driver="after_each")
def three(rng):
    A = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
    yield Case(A=A, b=np.array([1.0, 3.0, 4.0]), ridge=0.5)


@exercise.check("many equations", points=3, public=True, driver="after_each", rtol=1e-7)
def many(rng):
    yield Case(A=rng.normal(size=(8, 3)), b=rng.normal(size=8), ridge=0.1)


@exercise.check(
    "two in turn, one unknown, a whole ridge", points=3, driver="two_at_once", rtol=1e-7
)
def two(rng):
    yield Case(A=rng.normal(size=(4, 2)), b=rng.normal(size=4), ridge=0.25)
    yield Case(A=rng.normal(size=(3, 1)), b=rng.normal(size=3), ridge=2)


@exercise.check(
    "rows that are overwritten afterwards", points=3, driver="reusing_one_row", rtol=1e-5
)
def overwritten(rng):
    yield Case(A=rng.normal(size=(6, 3)), b=rng.normal(size=6))
