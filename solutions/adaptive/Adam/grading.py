import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=16,
    notes=["23"],
    oracle="torch.optim.Adam",
    domain={
        "lr": "(0, inf)",
        "beta1": "[0, 1)",
        "beta2": "[0, 1)",
        "eps": "(0, inf)",
        "step.params": "list of float (...)",
        "step.grads": "like params",
    },
)

# Large enough that its place matters, and so small that it does not.
EPS, TINY = 1e-2, 1e-12
SETTINGS = {"lr": 0.1, "beta1": 0.8, "beta2": 0.95}


def _like(rng, *shapes, dtype=np.float64):
    """Arrays of these shapes, their entries away from zero."""
    return [
        (rng.uniform(0.5, 2, size=shape) * rng.choice([-1, 1], size=shape)).astype(dtype)
        for shape in shapes
    ]


@exercise.check(
    "one step of several arrays", ko="여러 배열의 한 걸음", points=2, public=True, driver="one_step"
)
def one_step(rng):
    # The second one meets what the first one has left behind in the class.
    for dtype in (np.float64, np.float32):
        shapes = (3,), (2, 3)
        yield Case(
            params=_like(rng, *shapes, dtype=dtype),
            grads=_like(rng, *shapes, dtype=dtype),
            **SETTINGS,
            eps=TINY,
        )


@exercise.check(
    "the memory between steps",
    ko="걸음 사이의 기억",
    points=2,
    public=True,
    driver="always_from_there",
)
def memory(rng):
    grads = [_like(rng, (2,), (2,)) for _ in range(5)]
    yield Case(params=_like(rng, (2,), (2,)), grads=grads, **SETTINGS, eps=EPS)


@exercise.check(
    "a slow and a fast optimiser in one valley",
    ko="한 골짜기의 느린 Adam과 빠른 Adam",
    points=2,
    public=True,
    driver="descents",
    plot=Plot("path", x="w₁", y="w₂", bowl=(1.0, 4.0)),
)
def valley(rng):
    # The fast one overshoots, the slow one does not.
    curvatures = np.array([1.0, 4.0])
    yield Case(
        w=np.array([-2.0, 1.0]), curvatures=curvatures, rates=[0.05, 0.3], steps=40, eps=TINY
    )


@exercise.check(
    "a hundred steps, arrays of every shape",
    ko="모양이 다른 배열로 백 걸음",
    points=2,
    driver="trajectory",
)
def long_run(rng):
    shapes = (), (3,), (2, 3)
    grads = [_like(rng, *shapes) for _ in range(100)]
    yield Case(params=_like(rng, *shapes), grads=grads, lr=0.05, beta1=0.8, beta2=0.97, eps=EPS)
    # One array with one entry, from zero; both averages without a past, all settings integers.
    grads = [[np.array([each])] for each in (0.5, -1.5, 3.0)]
    settings = {"lr": 2, "beta1": 0, "beta2": 0, "eps": 1}
    yield Case(params=[np.array([0.0])], grads=grads, **settings)


@exercise.check(
    "the same step asked for again and again",
    ko="같은 걸음을 거듭 물어보기",
    points=3,
    driver="same_step_again",
)
def again(rng):
    # Gradients away from 1, which is its own square.
    grads = [each + np.sign(each) for each in _like(rng, (2,), (2, 2))]
    yield Case(params=_like(rng, (2,), (2, 2)), grads=grads, times=4, **SETTINGS, eps=TINY)


@exercise.check(
    "two optimisers in turn, in float32",
    ko="번갈아 걷는 두 Adam(float32)",
    points=4,
    driver="side_by_side",
)
def independent(rng):
    # Two of one shape, which a look-up by shape takes for one.
    shapes = (3,), (2, 2), (3,)
    settings = [
        {**SETTINGS, "eps": EPS},
        {"lr": 0.02, "beta1": 0.5, "beta2": 0.375, "eps": EPS},
    ]
    grads = [_like(rng, *shapes, dtype=np.float32) for _ in range(4)]
    # The averages go on falling where there is no slope.
    grads[2][0] = np.zeros_like(grads[2][0])
    yield Case(params=_like(rng, *shapes, dtype=np.float32), grads=grads, settings=settings)


@exercise.check(
    "lists and arrays stay as they were",
    ko="리스트와 배열이 바뀌지 않음",
    points=1,
    driver="lists_and_arrays_after",
    reports="inputs_after",
)
def untouched(rng):
    yield Case(params=_like(rng, (2,), (3,)), grads=_like(rng, (2,), (3,)), lr=0.1, eps=TINY)
