import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=14,
    notes=["22"],
    oracle="torch.optim.RMSprop",
    domain={
        "w": "float (...) or float",
        "h": "like w >= 0",
        "grad": "like w; special 0",
        "lr": "(0, inf)",
        "beta": "[0, 1)",
        "eps": "(0, inf)",
    },
)

# Large enough that its place matters, and so small that it does not.
EPS, TINY = 1e-2, 1e-12


def _like(rng, *shape, dtype=np.float64):
    """An array whose entries, and their squares, keep away from zero and from one."""
    return (rng.uniform(1.5, 3, size=shape) * rng.choice([-1, 1], size=shape)).astype(dtype)


@exercise.check("the first step", ko="첫 걸음", points=2, public=True)
def first_step(rng):
    # In float32, so that a result in float64 is seen before it is handed in.
    w, grad = _like(rng, 3, dtype=np.float32), _like(rng, 3, dtype=np.float32)
    yield Case(w=w, h=np.zeros_like(w), grad=grad, lr=0.5, beta=0.8, eps=TINY)


@exercise.check(
    "a later step, asked for twice",
    ko="나중 걸음을 두 번 물어보기",
    points=3,
    public=True,
    driver="twice",
)
def later_step(rng):
    w, grad = _like(rng, 2, 3), _like(rng, 2, 3)
    yield Case(w=w, h=rng.uniform(1, 9, size=(2, 3)), grad=grad, lr=0.5, beta=0.8, eps=EPS)


@exercise.check(
    "the path in a narrow valley",
    ko="좁은 골짜기에서의 경로",
    points=2,
    public=True,
    driver="descent",
    plot=Plot("path", x="w₁", y="w₂", bowl=(1.0, 4.0)),
)
def valley(rng):
    # It does not slow down as AdaGrad does, and in the end it trembles around the minimum.
    curvatures = np.array([1.0, 4.0])
    yield Case(
        w=np.array([-2.0, 1.0]), curvatures=curvatures, steps=30, lr=0.25, beta=0.8, eps=TINY
    )


@exercise.check(
    "a hundred steps with changing gradients",
    ko="바뀌는 기울기로 백 걸음",
    points=2,
    driver="trajectory",
)
def long_run(rng):
    grads = _like(rng, 100, 2) * np.array([1.0, 0.01])
    yield Case(w=_like(rng, 2), grads=grads, lr=0.5, beta=0.375, eps=EPS)


@exercise.check("steps in float32", ko="float32로 걷기", points=3, driver="trajectory")
def single_precision(rng):
    grads = _like(rng, 4, 2, 2, dtype=np.float32)
    grads[0] *= 6  # so that h falls from the first step to the next
    yield Case(w=_like(rng, 2, 2, dtype=np.float32), grads=grads, lr=0.5, beta=0.8, eps=TINY)


@exercise.check("a number, and a gradient that is zero", ko="숫자 하나와 0인 기울기", points=1)
def numbers(rng):
    # A Python number, and a division by next to nothing: neither form is asked for elsewhere.
    yield Case(w=0.5, h=2.25, grad=-2.0, lr=0.5, beta=0.8, eps=EPS)
    yield Case(
        w=_like(rng, 2), h=np.zeros(2), grad=np.array([0.0, 2.0]), lr=0.5, beta=0.8, eps=1e-8
    )
    # Without axes and with one entry, no gradient and no weight; without a past, and settings that
    # are integers.
    yield Case(w=np.array(0.5), h=np.array(2.25), grad=np.array(0.0), lr=2, beta=0, eps=1)
    yield Case(w=np.array([0.0]), h=np.array([2.25]), grad=np.array([-2.0]), lr=2, beta=0, eps=1)


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    w, grad = _like(rng, 3), _like(rng, 3)
    yield Case(w=w, h=rng.uniform(9, 16, size=3), grad=grad, lr=0.5, beta=0.8, eps=TINY)
