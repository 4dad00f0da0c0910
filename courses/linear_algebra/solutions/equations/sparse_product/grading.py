import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["3"],
    oracle="scipy.sparse.csr_array",
    domain={
        "values": "float64 (m,)",
        "columns": "int64 (m,) in [0, d)",
        "starts": "int64 (r,)",
        "x": "float64 (d,)",
    },
    untouched={"starts: r = 1": "A matrix without rows has no product that says anything."},
)


def _sparse(rng, counts, d, used=None):
    """A matrix with so many entries in each row, as values, columns and starts.

    Its columns are among the first ones that are used, which are all of them unless it is said.
    """
    used = d if used is None else used
    columns = [np.sort(rng.permutation(used)[:count]) for count in counts]
    for row in columns:
        # Whoever takes an entry's place in its row for its column is never right by chance.
        if 0 < len(row) < used and row[-1] == len(row) - 1:
            row[-1] = used - 1
    return {
        "values": rng.normal(size=sum(counts)),
        "columns": np.concatenate(columns).astype(np.int64),
        "starts": np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        "x": rng.normal(size=d),
    }


@exercise.check("two rows", points=1, public=True)
def two(rng):
    yield Case(
        values=np.array([2.0, 1.0, 3.0]),
        columns=np.array([0, 2, 1]),
        starts=np.array([0, 2, 3]),
        x=np.array([1.0, 2.0, 4.0]),
    )


@exercise.check("five rows, none of them empty", points=2, public=True)
def five(rng):
    yield Case(**_sparse(rng, [2, 1, 3, 2, 1], 4))


@exercise.check("empty rows, wherever they are", points=4, partial=True)
def empty(rng):
    yield Case(**_sparse(rng, [2, 0, 0, 3, 1], 5))
    yield Case(**_sparse(rng, [0, 2, 1], 3))
    yield Case(**_sparse(rng, [2, 3, 0, 0], 4))
    yield Case(**_sparse(rng, [0, 0, 3, 0, 2, 0], 6))


@exercise.check("one row, one entry, more columns than are used, an entry stored twice", points=3)
def ends(rng):
    yield Case(**_sparse(rng, [1], 1))
    yield Case(**_sparse(rng, [1], 1))
    yield Case(**_sparse(rng, [1, 1], 7, used=6))
    case = _sparse(rng, [3, 2], 4)
    case["columns"][1] = case["columns"][0]
    yield Case(**case)


@exercise.check("one column", points=1, extra=True)
def one_column(rng):
    yield Case(**_sparse(rng, [1, 0, 1, 1, 0], 1))
