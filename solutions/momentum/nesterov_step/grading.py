import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=14,
    notes=["13"],
    oracle="torch.optim.SGD(nesterov=True)",
    domain={
        "w": "float (...) or float",
        "v": "like w; special all 0",
        "grad_fn": "function",
        "lr": "(0, inf)",
        "beta": "[0, 1)",
    },
)


@exercise.check(
    "the first step, from rest", ko="멈춘 상태에서 첫 걸음", points=1, public=True, driver="step"
)
def from_rest(rng):
    w, curvatures = rng.uniform(0.5, 1.5, size=(2, 3))
    yield Case(w=w, v=np.zeros(3), curvatures=curvatures, lr=0.1, beta=0.9)


@exercise.check(
    "the gradient is taken ahead",
    ko="미리 가 본 곳에서 구한 기울기",
    points=2,
    public=True,
    driver="step",
)
def ahead(rng):
    w, v, curvatures = rng.uniform(0.5, 1.5, size=(3, 2, 3))
    yield Case(w=w, v=v, curvatures=curvatures, lr=0.25, beta=0.75)


@exercise.check(
    "the path in a narrow valley",
    ko="좁은 골짜기에서의 경로",
    points=2,
    public=True,
    driver="descent",
    plot=Plot("path", x="w₁", y="w₂", bowl=(1.0, 16.0)),
)
def valley(rng):
    # The same start, bowl and rates as in momentum_step, to see how much calmer this path is.
    yield Case(
        w=np.array([-2.0, 1.0]), curvatures=np.array([1.0, 16.0]), steps=40, lr=0.05, beta=0.8
    )


@exercise.check(
    "many steps where the curvature changes",
    ko="굽은 정도가 바뀌는 골짜기에서 여러 걸음",
    points=4,
    driver="descent",
)
def bent(rng):
    # Far from zero, where float32 is judged by its relative error.
    w, curvatures = rng.uniform(0.5, 1, size=(2, 2, 2)).astype(np.float32)
    yield Case(w=8 * w, curvatures=curvatures, bend=0.015625, steps=10, lr=0.0625, beta=0.5)


@exercise.check(
    "the velocity that is carried on", ko="다음 걸음으로 넘기는 속도", points=2, driver="velocities"
)
def carried(rng):
    # High on the slope and moving down: in so few steps no velocity passes through zero.
    # The slope is so gentle beside w that a small decay of w is seen in float32 too.
    w = rng.uniform(8, 9, size=2).astype(np.float32)
    v = rng.uniform(0.5, 1, size=2).astype(np.float32)
    curvatures = rng.uniform(0.125, 0.25, size=2).astype(np.float32)
    yield Case(w=w, v=-v, curvatures=curvatures, steps=4, lr=0.0625, beta=0.75)


@exercise.check("numbers and small floats", ko="숫자 하나와 float32", points=2, driver="step")
def dtypes(rng):
    yield Case(w=0.5, v=-0.25, curvatures=3.0, bend=1.0, lr=0.1, beta=0.9)
    # Any shape: here arrays without axes, moving through zero.
    yield Case(w=np.array(0.0), v=np.array(0.75), curvatures=2.0, lr=0.1, beta=0.5)
    w, v, curvatures = rng.uniform(1, 2, size=(3, 4)).astype(np.float32)
    yield Case(w=w, v=v, curvatures=curvatures, lr=0.125, beta=0.75)
    # One entry, no velocity left, and rates that are integers.
    yield Case(w=np.array([0.5]), v=np.array([0.75]), curvatures=1.5, lr=2, beta=0)


@exercise.check(
    "the inputs stay as they were",
    ko="입력이 바뀌지 않음",
    points=1,
    driver="inputs_after",
    reports="inputs_after",
)
def untouched(rng):
    w, v, curvatures = rng.uniform(0.5, 1.5, size=(3, 3))
    yield Case(w=w, v=v, curvatures=curvatures, lr=0.1, beta=0.9)
