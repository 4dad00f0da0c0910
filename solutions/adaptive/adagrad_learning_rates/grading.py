import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=13,
    notes=["20", "21"],
    oracle="torch.optim.Adagrad",
    domain={
        "grads": "float (time, ...); special 0",
        "lr": "(0, inf)",
        "eps": "(0, inf)",
    },
)

# Large enough that its place matters, and so small that it does not.
EPS, TINY = 1e-2, 1e-12


def _like(rng, *shape, dtype=np.float64):
    """An array whose entries, and their squares, keep away from zero and from one."""
    return (rng.uniform(1.5, 3, size=shape) * rng.choice([-1, 1], size=shape)).astype(dtype)


@exercise.check("a few steps of two parameters", ko="두 파라미터의 몇 걸음", points=2, public=True)
def few_steps(rng):
    # In float32, so that rates in float64 are seen before they are handed in.
    yield Case(grads=_like(rng, 4, 2, dtype=np.float32), lr=0.5, eps=EPS)


@exercise.check(
    "how the rates fall",
    ko="줄어드는 학습률",
    points=2,
    public=True,
    plot=Plot("curve", x={"ko": "걸음", "en": "step"}, y={"ko": "학습률", "en": "learning rate"}),
)
def falling(rng):
    # The second parameter meets gradients a third as large; the third a large one every ten steps.
    grads = rng.uniform(1, 2, size=(40, 3)) * np.array([1.0, 1 / 3, 0.25])
    grads[9::10, 2] = 4.0
    yield Case(grads=grads, lr=0.5, eps=TINY)


@exercise.check(
    "parameters of more axes, asked for twice",
    ko="축이 여럿인 파라미터를 두 번 물어보기",
    points=3,
    driver="twice",
)
def more_axes(rng):
    yield Case(grads=_like(rng, 5, 2, 3), lr=0.5, eps=EPS)


@exercise.check("a parameter at rest at first", ko="처음에 쉬고 있는 파라미터", points=2)
def at_rest(rng):
    grads = _like(rng, 6, 2)
    grads[:3, 0] = 0.0
    # Another rate than elsewhere: a rate that is left out is no fixed factor.
    yield Case(grads=grads, lr=0.25, eps=EPS)
    # A single step without a slope, and settings that are integers.
    yield Case(grads=np.zeros((1, 2)), lr=2, eps=1)


@exercise.check("one parameter in float32", ko="float32인 파라미터 하나", points=3)
def single_precision(rng):
    yield Case(grads=_like(rng, 6, dtype=np.float32), lr=0.5, eps=TINY)


@exercise.check(
    "the gradients stay as they were", ko="기울기가 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    # As many as in the first check, and others.
    yield Case(grads=_like(rng, 4, 2), lr=0.5, eps=TINY)
