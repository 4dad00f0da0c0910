import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["2"],
    oracle="sklearn.utils.extmath.randomized_range_finder, as a space",
    domain={"A": "float64 (n, d)", "rank": "int >= 1", "seed": "int >= 0"},
    require=["numpy.random.default_rng"],
    forbid=["numpy.linalg.svd"],
    reasons={
        "not_orthonormal": "The columns are not orthonormal.",
        "columns_left_out": "Some columns of A are not in the space of this basis.",
    },
    rounding=["first_columns_taken"],
)


def _of_rank(rng, n, d, rank):
    return rng.normal(size=(n, rank)) @ rng.normal(size=(rank, d))


@exercise.check("rank one", points=1, public=True, judge="contains_the_columns")
def rank_one(rng):
    yield Case(A=np.outer([1.0, 2.0, 2.0], [1.0, -1.0]), rank=1, seed=3)


@exercise.check("rank three", points=3, public=True, judge="contains_the_columns")
def rank_three(rng):
    yield Case(A=_of_rank(rng, 8, 6, 3), rank=3, seed=5)


@exercise.check(
    "first columns that say nothing, and a single one", points=3, judge="contains_the_columns"
)
def first_columns(rng):
    # The first columns are all alike: only combinations of all of them find the space.
    A = _of_rank(rng, 7, 8, 4)
    A[:, :5] = A[:, :1]
    yield Case(A=A, rank=4, seed=0)
    yield Case(A=rng.normal(size=(1, 1)), rank=1, seed=2)
    yield Case(A=rng.normal(size=(6, 1)), rank=1, seed=9)


@exercise.check("a seed decides what is drawn", points=3, driver="draws")
def seeds(rng):
    yield Case(A=_of_rank(rng, 6, 6, 3), rank=3, seeds=[1, 2])
