import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=13,
    notes=["13"],
    oracle="torch autograd, batch by batch",
    domain={
        "w": "float (d,)",
        "X": "like w (n, d)",
        "y": "like w (n,)",
        "batch_size": "int >= 1; special n, > n",
        "order": "int (n,) in [0, n)",
    },
)


def problem(rng, n, d, dtype=np.float64):
    """Weights, data and targets; the rows' gradients differ much."""
    X = rng.uniform(0.5, 2, size=(n, d)) * rng.choice([-1.0, 1.0], size=(n, d))
    w = rng.uniform(0.5, 2, size=d)
    y = X @ w + rng.uniform(0.5, 2, size=n) * rng.choice([-1.0, 1.0], size=n)
    return {"w": w.astype(dtype), "X": X.astype(dtype), "y": y.astype(dtype)}


# The small orders are fixed: by chance, one could put the same rows together as the plain order.


@exercise.check("batches of equal size", ko="크기가 모두 같은 배치", points=2, public=True)
def equal_batches(rng):
    yield Case(**problem(rng, 6, 3), batch_size=2, order=np.array([4, 0, 3, 5, 1, 2]))


@exercise.check(
    "the larger the batch, the less noise",
    ko="배치가 클수록 작아지는 노이즈",
    points=2,
    public=True,
    driver="by_batch_size",
    plot=Plot(
        "curve",
        x={"ko": "k (배치 크기 2ᵏ)", "en": "k (batch size 2ᵏ)"},
        y={"ko": "기울기의 노이즈", "en": "noise of the gradient"},
    ),
)
def falling(rng):
    given = problem(rng, 16, 2)
    yield Case(**given, batch_sizes=[1, 2, 4, 8, 16], order=rng.permutation(16))


@exercise.check("a short last batch counts once", ko="짧은 마지막 배치도 한 번", points=3)
def short_batch(rng):
    yield Case(**problem(rng, 7, 2), batch_size=3, order=np.array([5, 1, 6, 0, 3, 2, 4]))


@exercise.check("a batch size beyond the data", ko="데이터보다 큰 배치 크기", points=1)
def beyond(rng):
    yield Case(**problem(rng, 4, 2), batch_size=9, order=np.array([2, 0, 3, 1]))
    # And one that is exactly the data.
    yield Case(**problem(rng, 4, 2), batch_size=4, order=np.array([2, 0, 3, 1]))


@exercise.check("one weight, and small floats", ko="가중치 하나, 그리고 float32", points=2)
def one_weight(rng):
    yield Case(**problem(rng, 5, 1), batch_size=2, order=np.array([3, 0, 4, 1, 2]))
    given = problem(rng, 7, 2, np.float32)
    yield Case(**given, batch_size=3, order=np.array([5, 1, 6, 0, 3, 2, 4]))
    # Row by row, and a single row.
    yield Case(**problem(rng, 5, 1), batch_size=1, order=np.array([3, 0, 4, 1, 2]))
    yield Case(**problem(rng, 1, 2), batch_size=1, order=np.array([0]))


@exercise.check("the same question two times", ko="같은 계산을 두 번", points=2, driver="twice")
def two_times(rng):
    yield Case(**problem(rng, 7, 2), batch_size=2, order=np.array([3, 0, 5, 1, 6, 2, 4]))


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(**problem(rng, 6, 2), batch_size=3, order=np.array([5, 0, 2, 4, 1, 3]))
