import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=13,
    notes=["39"],
    oracle="torch.autograd",
    domain={
        "w": "float (...) or float; special 0",
        "lam": ">= 0",
        "ratio": "[0, 1]",
    },
)


@exercise.check("a vector of weights", ko="가중치 벡터", points=2, public=True)
def vector(rng):
    yield Case(w=np.array([1.0, -2.0, 0.5]), lam=0.1, ratio=0.25)


@exercise.check(
    "L1 reaches zero, L2 never does",
    ko="L1은 0에 닿고 L2는 닿지 않음",
    points=2,
    public=True,
    driver="shrinking",
    plot=Plot("curve", x={"ko": "걸음", "en": "step"}, y={"ko": "가중치", "en": "weight"}),
)
def paths(rng):
    # Steps of 1/8: L1 lands on zero exactly, after eight steps and after four.
    yield Case(w=np.array([1.0, -0.5]), lam=0.5, lr=0.25, steps=12)


@exercise.check("weights that are zero", ko="0인 가중치", points=2)
def zeros(rng):
    # Zeros of both signs.
    w = rng.uniform(0.5, 2, size=(2, 3)) * [[1, 0.0, -1], [-0.0, 1, -1]]
    yield Case(w=w, lam=0.3, ratio=0.8)


@exercise.check("L1 alone, L2 alone", ko="L1만, L2만", points=2)
def ends(rng):
    yield Case(w=rng.uniform(0.5, 2, size=3) * [[1, -1, 1], [-1, 1, -1]], lam=0.4, ratio=1.0)
    yield Case(w=rng.normal(size=(3, 2)).astype(np.float32), lam=0.4, ratio=0.0)


@exercise.check("numbers and float32", ko="숫자 하나와 float32", points=2)
def dtypes(rng):
    # A Python number, an array without axes, and more axes in float32.
    yield Case(w=-1.5, lam=0.1, ratio=0.3)
    yield Case(w=np.array(0.25), lam=2.0, ratio=0.6)
    yield Case(w=rng.normal(size=(2, 2, 3)).astype(np.float32), lam=0.7, ratio=0.2)
    # One entry, and integers; then no penalty.
    yield Case(w=np.array([-1.5]), lam=2, ratio=1)
    yield Case(w=rng.normal(size=3), lam=0, ratio=0.5)


@exercise.check("the same weights asked twice", ko="같은 가중치로 두 번", points=2, driver="twice")
def asked_twice(rng):
    yield Case(w=rng.uniform(0.5, 2, size=4) * [1, -1, 1, -1], lam=0.25, ratio=0.25)


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(w=rng.uniform(0.5, 2, size=4), lam=0.5, ratio=0.25)
