import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=12,
    notes=["13"],
    oracle="torch.nn.functional.mse_loss with autograd",
    domain={
        "w": "float (d,)",
        "X": "like w (n, d)",
        "y": "like w (n,)",
    },
)


def problem(rng, n, d, dtype=np.float64):
    """Weights, data and targets that no weights fit; the residuals are far from zero.

    In float32 all have one sign: where they cancel in the gradient, rounding counts for too much.
    """
    signs = 1 if dtype == np.float32 else np.where(np.arange(n) % 3 == 1, -1, 1)
    X = rng.uniform(0.5, 2, size=(n, d))
    w = rng.uniform(0.5, 2, size=d)
    y = X @ w + rng.uniform(0.5, 2, size=n) * signs
    return {"w": w.astype(dtype), "X": X.astype(dtype), "y": y.astype(dtype)}


@exercise.check("a single row", ko="데이터 한 행", points=1, public=True)
def single_row(rng):
    yield Case(w=np.array([1.0, 2.0]), X=np.array([[1.0, -3.0]]), y=np.array([0.5]))


@exercise.check("the mean over several rows", ko="여러 행의 평균", points=3, public=True)
def several_rows(rng):
    yield Case(**problem(rng, 5, 3))


@exercise.check(
    "several weights with the same data",
    ko="같은 데이터에서 가중치를 바꾸어 가며",
    points=3,
    driver="at_points",
)
def same_data(rng):
    given = problem(rng, 6, 2)
    yield Case(points=list(rng.normal(size=(3, 2))), X=given["X"], y=given["y"])


@exercise.check(
    "one column, and more columns than rows", ko="열이 하나일 때와 행보다 많을 때", points=2
)
def wide_and_narrow(rng):
    yield Case(**problem(rng, 4, 1, np.float32))
    yield Case(**problem(rng, 3, 5))
    # One row, and weights that are zero.
    yield Case(**problem(rng, 1, 2) | {"w": np.zeros(2)})


@exercise.check("small floats", ko="float32", points=2)
def small_floats(rng):
    yield Case(**problem(rng, 8, 3, np.float32))


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(**problem(rng, 5, 2))
