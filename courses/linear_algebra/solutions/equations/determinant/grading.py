import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["3"],
    oracle="numpy.linalg.det",
    domain={"A": "float64 (n, n)"},
    forbid=["numpy.linalg.det", "numpy.linalg.slogdet", "numpy.linalg.eigvals", "numpy.linalg.eig"],
    rounding=["no_exchanges", "exchanged_for_zeros_only"],
)


def _exchanged_once(rng, n):
    """A matrix whose elimination exchanges rows an odd number of times, whatever is drawn."""
    L = np.tril(rng.uniform(-0.9, 0.9, size=(n, n)), -1) + np.eye(n)
    U = np.triu(rng.normal(size=(n, n)), 1) + np.diag(rng.uniform(1, 2, size=n))
    A = L @ U
    A[[0, -1]] = A[[-1, 0]]
    return A


@exercise.check("two rows", points=1, public=True)
def two(rng):
    yield Case(A=np.array([[2.0, 1.0], [4.0, 5.0]]))


@exercise.check("four rows", points=1, public=True, rtol=1e-8)
def four(rng):
    yield Case(A=_exchanged_once(rng, 4))


@exercise.check("zeros on the diagonal, or nothing else", points=3, partial=True, atol=1e-9)
def zeros(rng):
    yield Case(A=np.array([[0.0, 2.0, 1.0], [1.0, 0.0, 3.0], [4.0, 1.0, 0.0]]))
    yield Case(A=np.fliplr(np.diag([2.0, -4.0, 0.5, 8.0])))
    yield Case(A=np.array([[0.0, 1.0], [0.0, 3.0]]))
    yield Case(A=np.array([[0.0, 1.0], [-2.0, 3.0]]))
    # After one step the second row has a zero where the matrix itself has the larger entry.
    yield Case(A=np.array([[4.0, 2.0, 1.0], [2.0, 1.0, 3.0], [1.0, 0.75, 2.0]]))


# A tiny first entry leaves nothing of the others, unless a larger one is exchanged for it.
@exercise.check("a tiny entry, one row", points=3, rtol=1e-8)
def tiny(rng):
    A = rng.uniform(1, 2, size=(3, 3)) + np.diag([0.0, 1.0, 2.0])
    A[0, 0] = 1e-17
    yield Case(A=A)
    yield Case(A=-A)
    yield Case(A=np.array([[-2.5]]))
    yield Case(A=_exchanged_once(rng, 5))


# The sum over all orders of eight rows has 40320 products.
@exercise.check("eight rows, in so many steps as elimination needs", points=1, steps=50, rtol=1e-8)
def eight(rng):
    yield Case(A=_exchanged_once(rng, 8))


@exercise.check("the inputs stay as they were", points=1, driver="inputs_after")
def untouched(rng):
    yield Case(A=np.array([[1.0, 2.0], [4.0, 2.0]]))
