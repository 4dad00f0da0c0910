import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=12,
    notes=["37", "38", "39"],
    oracle="torch l1_loss and mse_loss",
    domain={
        "w": "float (...) or float",
        "lam": ">= 0",
        "ratio": "[0, 1]",
    },
)


@exercise.check(
    "one weight, from L2 to L1",
    ko="가중치 하나, L2에서 L1까지",
    points=1,
    public=True,
    driver="along_a_line",
    plot=Plot(
        "curve",
        x={"ko": "w: -2에서 2까지", "en": "w from -2 to 2"},
        y={"ko": "패널티", "en": "penalty"},
    ),
)
def one_weight(rng):
    yield Case(grid=np.arange(-8, 9) / 4, lam=0.5, ratios=[0.0, 0.5, 1.0])


@exercise.check("a vector of weights", ko="가중치 벡터", points=2, public=True)
def vector(rng):
    yield Case(w=np.array([1.0, -2.0, 0.5]), lam=0.1, ratio=0.25)


@exercise.check("L1 alone, L2 alone", ko="L1만, L2만", points=2)
def ends(rng):
    # Of both signs, whatever is drawn.
    w = rng.uniform(0.5, 2, size=4) * [1, -1, 1, -1]
    yield Case(w=w, lam=0.4, ratio=1.0)
    yield Case(w=w, lam=0.4, ratio=0.0)


@exercise.check("all entries of a matrix", ko="행렬의 모든 원소", points=2)
def matrix(rng):
    # Of both signs, whatever is drawn.
    yield Case(w=rng.uniform(0.5, 2, size=(3, 2)) * [1, -1], lam=0.2, ratio=0.4)


@exercise.check("the same weights asked twice", ko="같은 가중치로 두 번", points=3, driver="twice")
def asked_twice(rng):
    yield Case(w=rng.uniform(1.5, 2, size=4) * [1, -1, 1, -1], lam=0.25, ratio=0.25)


@exercise.check("numbers, more axes, float32", ko="숫자 하나, 여러 축, float32", points=1)
def shapes(rng):
    yield Case(w=-1.5, lam=0.1, ratio=0.3)
    # Without axes, and with the smallest strength that there is.
    yield Case(w=np.array(-0.25), lam=0.0, ratio=0.6)
    yield Case(w=rng.normal(size=(2, 3, 2)).astype(np.float32), lam=0.7, ratio=0.2)
    # One entry, and integers.
    yield Case(w=np.array([-1.5]), lam=2, ratio=1)


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(w=-rng.uniform(1.5, 2, size=4), lam=0.5, ratio=0.25)
