import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["3"],
    oracle="scipy.sparse.linalg.cg",
    domain={"product": "function", "b": "float64 (n,)", "steps": "int >= 1"},
)


def _definite(rng, n):
    """A matrix of this kind with a condition number of at most ten: rounding stays small."""
    Q, _ = np.linalg.qr(rng.normal(size=(n, n)))
    A = Q @ np.diag(rng.uniform(1, 10, size=n)) @ Q.T
    return (A + A.T) / 2


@exercise.check("one step in the plane", points=1, public=True, driver="with_matrix")
def plane(rng):
    yield Case(A=np.array([[2.0, 0.0], [0.0, 4.0]]), b=np.array([1.0, 1.0]), steps=1)


@exercise.check("three steps of six", points=1, public=True, driver="with_matrix", rtol=1e-8)
def three(rng):
    yield Case(A=_definite(rng, 6), b=rng.normal(size=6), steps=3)


@exercise.check("one step, and as many as unknowns", points=3, driver="with_matrix", rtol=1e-6)
def as_many(rng):
    yield Case(A=_definite(rng, 4), b=rng.normal(size=4), steps=1)
    yield Case(A=_definite(rng, 4), b=rng.normal(size=4), steps=4)
    yield Case(A=np.array([[2.5]]), b=np.array([-5.0]), steps=1)
    # Whoever stops where the residual is small, whatever small is, stops here too soon.
    yield Case(A=_definite(rng, 5), b=1e-9 * rng.normal(size=5), steps=3)


# All is exact here, so that the residual is zero and not nearly zero.
@exercise.check("there before the last step", points=3, driver="with_matrix")
def early(rng):
    yield Case(A=2 * np.eye(3), b=np.array([1.0, -2.0, 4.0]), steps=5)
    yield Case(A=_definite(rng, 3), b=np.zeros(3), steps=2)


@exercise.check("one product a step", points=2, driver="one_product_a_step", rtol=1e-8)
def products(rng):
    yield Case(A=_definite(rng, 7), b=rng.normal(size=7), steps=4)


@exercise.check("sixty unknowns, two steps", points=2, extra=True, driver="with_matrix", rtol=1e-6)
def large(rng):
    # Two values apart from each other: whoever has the right directions is there in two steps.
    d = np.where(np.arange(60) % 2, 1.0, 4.0)
    yield Case(A=np.diag(d), b=rng.normal(size=60), steps=2)
