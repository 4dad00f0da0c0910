import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=14,
    notes=["19"],
    oracle="torch.optim.SGD",
    domain={
        "grad_fn": "function",
        "w0": "float (d,)",
        "lr": "(0, inf)",
        "beta": "[0, 1)",
        "steps": "int >= 0",
    },
)


@exercise.check(
    "the first step is the same for all",
    ko="첫 걸음은 셋이 같음",
    points=1,
    public=True,
    driver="race",
)
def first_step(rng):
    w0, curvatures = rng.uniform(0.5, 1.5, size=(2, 2))
    yield Case(w0=w0, curvatures=curvatures, lr=0.1, beta=0.9, steps=1)


@exercise.check(
    "three paths down a ravine",
    ko="좁고 긴 골짜기를 내려가는 세 경로",
    points=3,
    public=True,
    driver="race",
    plot=Plot("path", x="w₁", y="w₂", bowl=(0.5, 12.0)),
)
def ravine(rng):
    # Plain descent is still on its way, momentum swings far past the minimum, Nesterov's less.
    yield Case(
        w0=np.array([-2.0, 1.0]),
        curvatures=np.array([0.5, 12.0]),
        lr=0.1,
        beta=0.8,
        steps=30,
    )


@exercise.check(
    "fifty steps where the curvature changes",
    ko="굽은 정도가 바뀌는 골짜기에서 오십 걸음",
    points=4,
    driver="race",
)
def bent(rng):
    w0, curvatures = rng.uniform(0.5, 1.5, size=(2, 3))
    yield Case(w0=w0, curvatures=curvatures, bend=0.5, lr=0.1, beta=0.75, steps=50)
    # A few where no velocity is left of the step before; the rates are integers.
    yield Case(w0=w0, curvatures=curvatures, bend=0.0625, lr=1, beta=0, steps=3)
    # The first step ends at zero exactly, and Nesterov looks ahead from there.
    yield Case(w0=np.array([1.0]), curvatures=np.array([2.0]), lr=0.5, beta=0.75, steps=3)


@exercise.check("float32 stays float32", ko="float32는 float32로", points=3, driver="race")
def single(rng):
    # Far from zero, where float32 is judged by its relative error.
    w0 = rng.uniform(4, 8, size=2).astype(np.float32)
    curvatures = rng.uniform(0.5, 1, size=2).astype(np.float32)
    yield Case(w0=w0, curvatures=curvatures, lr=0.0625, beta=0.5, steps=6)


@exercise.check(
    "no steps at all, and a single parameter",
    ko="걸음이 없을 때, 파라미터가 하나일 때",
    points=2,
    driver="race",
)
def shapes(rng):
    w0 = rng.uniform(1, 2, size=3).astype(np.float32)
    yield Case(w0=w0, curvatures=np.ones_like(w0), lr=0.1, beta=0.9, steps=0)
    w0 = rng.uniform(1, 2, size=1)
    yield Case(w0=w0, curvatures=np.array([2.0]), lr=0.125, beta=0.75, steps=1)


@exercise.check(
    "the start stays as it was",
    ko="출발점이 바뀌지 않음",
    points=1,
    driver="inputs_after",
    reports="inputs_after",
)
def untouched(rng):
    # The first gradient is above 1, which is where gradients are often clipped.
    w0, curvatures = rng.uniform(1.5, 2.5, size=2), rng.uniform(0.75, 1.5, size=2)
    yield Case(w0=w0, curvatures=curvatures, lr=0.1, beta=0.75, steps=2)
