import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["3"],
    oracle="numpy.linalg.lstsq",
    domain={"A": "float64 (n, d)", "b": "float64 (n,)"},
    forbid=["numpy.linalg.lstsq", "numpy.linalg.pinv"],
    rounding=["normal_equations"],
)


@exercise.check("a line through three points", points=1, public=True)
def line(rng):
    yield Case(A=np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]]), b=np.array([1.0, 3.0, 4.0]))


@exercise.check("more equations than unknowns", points=3, public=True, rtol=1e-8, atol=1e-10)
def overdetermined(rng):
    yield Case(A=rng.normal(size=(8, 3)), b=rng.normal(size=8))


@exercise.check(
    "one column, one number, as many equations as unknowns", points=3, rtol=1e-8, atol=1e-10
)
def ends(rng):
    for _ in range(2):
        yield Case(A=rng.normal(size=(5, 1)), b=rng.normal(size=5))
    yield Case(A=np.array([[0.5]]), b=rng.normal(size=1))
    yield Case(A=rng.normal(size=(3, 3)) + 3 * np.eye(3), b=rng.normal(size=3))


@exercise.check("powers that are nearly dependent", points=3, rtol=1e-4, atol=1e-6)
def powers(rng):
    # The normal equations square the condition: of sixteen digits hardly one is left.
    t = np.linspace(0, 1, 30)
    yield Case(A=np.stack([t**k for k in range(11)], axis=1), b=np.sin(3 * t) + rng.normal(size=30))
