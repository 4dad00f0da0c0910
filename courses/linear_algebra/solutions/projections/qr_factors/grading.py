import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["2"],
    oracle="numpy.linalg.qr, up to signs",
    domain={"A": "float64 (n, d)"},
    forbid=["numpy.linalg.qr", "numpy.linalg.svd", "numpy.linalg.cholesky"],
    reasons={
        "not_triangular": "R has entries below its diagonal.",
        "not_orthonormal": "The columns of Q are not orthonormal.",
        "matrix_changed": "After the call A is another matrix than before.",
        "another_product": "Q times R is another matrix than A.",
    },
    rounding=["columns_not_normalised", "triangle_transposed", "classical_gram_schmidt"],
)


@exercise.check("two columns", points=1, public=True, judge="is_factorisation")
def two(rng):
    yield Case(A=np.array([[3.0, 1.0], [4.0, 2.0]]))


@exercise.check("random columns", points=3, public=True, judge="is_factorisation")
def random_columns(rng):
    yield Case(A=rng.normal(size=(5, 3)))


@exercise.check("one column, and square ones", points=2, judge="is_factorisation")
def ends(rng):
    for _ in range(2):
        yield Case(A=rng.normal(size=(4, 1)))
    yield Case(A=rng.normal(size=(1, 1)))
    yield Case(A=rng.normal(size=(4, 4)))


@exercise.check("columns that are nearly parallel", points=3, judge="is_factorisation")
def nearly_parallel(rng):
    # Here classical Gram-Schmidt loses what the modified one keeps.
    first = rng.normal(size=6)
    yield Case(A=np.stack([first + 1e-6 * rng.normal(size=6) for _ in range(4)], axis=1))


@exercise.check(
    "the matrix stays as it was",
    points=1,
    driver="inputs_after",
    judge="is_factorisation_and_matrix_stays",
)
def stays(rng):
    yield Case(A=rng.normal(size=(4, 3)))
