import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=15,
    notes=["13"],
    oracle="torch.optim.SGD over a BatchSampler",
    domain={
        "X": "float (n, d)",
        "y": "like X (n,)",
        "w0": "like X (d,)",
        "lr": "(0, inf)",
        "batch_size": "int >= 1; special n, > n",
        "orders": "int (epochs, n) in [0, n); special empty",
    },
)


def problem(rng, n, d, epochs, dtype=np.float64):
    """Data that no weights fit, a start, and the orders of the epochs."""
    X = rng.uniform(-1, 1, size=(n, d))
    y = X @ rng.uniform(1, 2, size=d) + rng.uniform(-1, 1, size=n)
    w0 = rng.uniform(-2, -1, size=d)
    orders = [rng.permutation(n) for _ in range(epochs)]
    return {
        "X": X.astype(dtype),
        "y": y.astype(dtype),
        "w0": w0.astype(dtype),
        "orders": np.array(orders, dtype=np.int64).reshape(epochs, n),
    }


@exercise.check(
    "epochs of batches of equal size", ko="같은 크기의 배치로 여러 에폭", points=2, public=True
)
def equal_batches(rng):
    yield Case(**problem(rng, 6, 3, 3), lr=0.1, batch_size=2)


@exercise.check(
    "the paths of batch, mini-batch and stochastic descent",
    ko="배치, 미니 배치, 확률적 경사 하강법의 경로",
    points=2,
    public=True,
    driver="by_batch_size",
    plot=Plot("path", x="w₁", y="w₂", bowl=(2.0, 0.5)),
)
def three_ways(rng):
    # The columns are orthogonal to each other and to the targets: the best weights are zero, and
    # each row alone pulls elsewhere.
    X = np.array([[1.0, 0.5], [1.0, -0.5], [-1.0, 0.5], [-1.0, -0.5]] * 2)
    y = np.array([1.0, -1.0, -1.0, 1.0] * 2) * 0.75
    yield Case(
        X=X,
        y=y,
        w0=np.array([-2.0, 1.5]),
        lr=0.125,
        batch_sizes={"batch": 8, "mini-batch": 2, "stochastic": 1},
        orders=np.array([rng.permutation(8) for _ in range(20)]),
    )


@exercise.check(
    "the short last batch has its own mean",
    ko="짧은 마지막 배치는 자기 크기로 평균",
    points=4,
)
def short_batch(rng):
    # In float32, or a result in double precision would keep all points but those of one check.
    yield Case(**problem(rng, 7, 2, 3, np.float32), lr=0.1, batch_size=3)


@exercise.check(
    "no epochs, and a batch size beyond the data",
    ko="에폭이 없을 때와 데이터보다 큰 배치 크기",
    points=2,
)
def extremes(rng):
    yield Case(**problem(rng, 4, 2, 0), lr=0.1, batch_size=2)
    yield Case(**problem(rng, 4, 2, 3), lr=0.1, batch_size=9)
    # One row, one weight, one epoch, and a rate that is an integer.
    yield Case(
        X=np.array([[0.5]]),
        y=np.array([2.0]),
        w0=np.array([-1.5]),
        orders=np.array([[0]]),
        lr=1,
        batch_size=1,
    )


@exercise.check("small floats", ko="float32", points=2)
def small_floats(rng):
    yield Case(**problem(rng, 6, 2, 4, np.float32), lr=0.05, batch_size=3)


@exercise.check("the same training two times", ko="같은 학습을 두 번", points=2, driver="twice")
def two_times(rng):
    yield Case(**problem(rng, 8, 2, 4), lr=0.1, batch_size=1)


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    # Far from the best weights, where the gradients are large.
    given = problem(rng, 6, 2, 4)
    yield Case(**given | {"w0": 4 * given["w0"]}, lr=0.1, batch_size=2)
