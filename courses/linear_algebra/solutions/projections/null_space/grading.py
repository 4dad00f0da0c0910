import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=9,
    notes=["1"],
    oracle="scipy.linalg.null_space, as a space",
    domain={"A": "float64 (n, d)"},
    untouched={"A: d = 1": "A matrix of one column has fewer than one row."},
    reasons={
        "not_orthonormal": "The columns are not orthonormal.",
        "another_space": "A times these columns is not zero, or they are not all of the space.",
    },
)


@exercise.check("one equation in the plane", points=1, public=True, judge="is_basis")
def one_equation(rng):
    yield Case(A=np.array([[3.0, 4.0]]))


@exercise.check("two equations", points=3, public=True, judge="is_basis")
def two_equations(rng):
    yield Case(A=rng.normal(size=(2, 5)))


@exercise.check("many free directions, and one", points=5, judge="is_basis")
def many(rng):
    for _ in range(2):
        yield Case(A=rng.normal(size=(1, 6)))
    yield Case(A=rng.normal(size=(4, 5)))
