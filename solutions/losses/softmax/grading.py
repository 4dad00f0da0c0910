import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=13,
    notes=["top"],
    oracle="scipy.special.softmax, torch.softmax",
    domain={
        "z": "float (..., C) in [-1e4, 1e4]",
        "axis": "int in [-z.ndim, z.ndim)",
    },
)


@exercise.check(
    "the rows of a table, one score rising",
    ko="표의 행마다, 한 점수가 커질 때",
    points=2,
    public=True,
    plot=Plot(
        "curve",
        x={"ko": "행 (첫 점수 −4 … 4)", "en": "row (first score −4 … 4)"},
        y={"ko": "확률", "en": "probability"},
    ),
)
def one_score_rises(rng):
    rising = np.linspace(-4, 4, 17)
    yield Case(z=np.stack([rising, np.full(17, 1.0), np.full(17, -0.5)], axis=1))


@exercise.check("scores of a thousand", ko="천이 넘는 점수", points=1, public=True)
def thousands(rng):
    yield Case(z=np.array([1000.0, 1001.0, 999.0]))


@exercise.check("along each axis", ko="축마다", points=3, driver="along_each_axis")
def each_axis(rng):
    yield Case(z=rng.uniform(-2, 2, size=(2, 3, 4)))
    # A single row whose scores are all zero.
    yield Case(z=np.zeros((1, 3)))


@exercise.check(
    "scores far apart in a row, and rows far apart",
    ko="행 안에서도 행끼리도 멀리 떨어진 점수",
    points=3,
)
def far_apart(rng):
    z = rng.uniform(-2, 2, size=(3, 5)) + np.array([[-2000.0], [0.0], [3000.0]])
    z[1, 4] += 4000
    yield Case(z=z)
    # The largest sizes that there are, in a single row; then a column of single scores.
    yield Case(z=np.array([1e4, -1e4, 9999.5]), axis=-1)
    yield Case(z=rng.uniform(-2, 2, size=(3, 1)))


@exercise.check("float32 stays float32", ko="float32는 float32로", points=3)
def single_precision(rng):
    z = rng.uniform(-2, 2, size=(4, 3))
    z[0] -= 120
    z[1, 2] += 250
    yield Case(z=z.astype(np.float32), axis=1)


@exercise.check(
    "the scores stay as they were", ko="점수가 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(z=rng.uniform(-2, 2, size=(2, 3)).astype(np.float32), axis=0)
