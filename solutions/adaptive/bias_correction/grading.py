import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=10,
    notes=["23"],
    oracle="optax.tree.bias_correction",
    domain={
        "moment": "float (...) or float",
        "beta": "[0, 1)",
        "t": "int >= 1",
    },
)


def _like(rng, *shape, dtype=np.float64):
    """An array whose entries keep away from zero."""
    return (rng.uniform(0.5, 2, size=shape) * rng.choice([-1, 1], size=shape)).astype(dtype)


@exercise.check("the first step", ko="첫 걸음", points=1, public=True)
def first_step(rng):
    yield Case(moment=_like(rng, 3), beta=0.8, t=1)


@exercise.check("large at the start", ko="초기에는 크게", points=1, public=True)
def early(rng):
    yield Case(moment=_like(rng, 3), beta=0.8, t=2)


@exercise.check(
    "how the correction fades",
    ko="사라져 가는 보정",
    points=2,
    public=True,
    driver="over_time",
    plot=Plot(
        "curve", x={"ko": "걸음", "en": "step"}, y={"ko": "보정한 값", "en": "corrected value"}
    ),
)
def fading(rng):
    # 1 / (1 - beta) at first, and then ever closer to the moment itself, which is 1.
    yield Case(moment=np.array([1.0]), betas=[0.5, 0.8, 0.9], steps=30)


@exercise.check("none in the end", ko="후기에는 거의 없음", points=2)
def late(rng):
    # Less than one part in a hundred is left, and still enough to tell t from t + 1.
    yield Case(moment=_like(rng, 2, 2), beta=0.999, t=5000)


@exercise.check("float32, asked for twice", ko="float32를 두 번 물어보기", points=3, driver="twice")
def single_precision(rng):
    yield Case(moment=_like(rng, 2, 3, dtype=np.float32), beta=0.75, t=4)


@exercise.check("a number, and a moment without a past", ko="숫자 하나와 beta가 0일 때", points=1)
def numbers(rng):
    # A Python number, and the smallest beta there is: neither is asked for elsewhere.
    yield Case(moment=-0.25, beta=0.8, t=2)
    yield Case(moment=_like(rng, 2), beta=0.0, t=3)
    # One entry, and no axes and nothing yet, at the first step.
    yield Case(moment=_like(rng, 1), beta=0, t=1)
    yield Case(moment=np.array(0.0), beta=0.8, t=1)
