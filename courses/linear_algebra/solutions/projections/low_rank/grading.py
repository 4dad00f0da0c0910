import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["2"],
    oracle="scipy.linalg.svd, and the eigenvalues of A^T A",
    domain={"A": "float64 (n, d)", "rank": "int >= 1"},
)


def _with_values(rng, n, d, *values):
    """A matrix with these singular values, which lie well apart: the closest one is unique."""
    U, _ = np.linalg.qr(rng.normal(size=(n, len(values))))
    V, _ = np.linalg.qr(rng.normal(size=(d, len(values))))
    return U @ np.diag(values) @ V.T


@exercise.check("a diagonal", points=1, public=True, atol=1e-10)
def diagonal(rng):
    yield Case(A=np.array([[3.0, 0.0, 0.0], [0.0, 1.0, 0.0]]), rank=1)


# Sums of rounded products: what is zero in the closest matrix comes out as 1e-16 or so.
@exercise.check("five rows, three columns", points=3, public=True, rtol=1e-8, atol=1e-10)
def tall(rng):
    yield Case(A=_with_values(rng, 5, 3, 7.0, 3.0, 1.0), rank=1)


@exercise.check("wide and square ones", points=4, partial=True, rtol=1e-8, atol=1e-10)
def shapes(rng):
    yield Case(A=_with_values(rng, 3, 6, 9.0, 4.0, 2.0), rank=1)
    yield Case(A=_with_values(rng, 4, 4, 8.0, 5.0, 2.0, 1.0), rank=2)
    yield Case(A=_with_values(rng, 4, 4, 8.0, 5.0, 2.0, 1.0), rank=3)
    yield Case(A=_with_values(rng, 6, 2, 5.0, 2.0), rank=1)


@exercise.check("of full rank, one row, one column", points=2, rtol=1e-8, atol=1e-10)
def full(rng):
    yield Case(A=_with_values(rng, 3, 4, 6.0, 3.0, 1.0), rank=3)
    yield Case(A=rng.normal(size=(1, 4)), rank=1)
    yield Case(A=rng.normal(size=(4, 1)), rank=1)
    yield Case(A=np.array([[-2.0]]), rank=1)
