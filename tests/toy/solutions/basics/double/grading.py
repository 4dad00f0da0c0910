import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(points=10, notes=["1"], oracle="x + x", domain={"x": "float64 (...)"})


@exercise.check(
    "a few numbers",
    ko="몇 개의 수",
    points=1,
    public=True,
    plot=Plot("curve", x={"ko": "번호", "en": "index"}, y={"ko": "값", "en": "value"}),
)
def few(rng):
    yield Case(x=np.array([1.0, 2.0, 4.0]))


@exercise.check("negative numbers", ko="음수", points=3, public=True)
def negative(rng):
    yield Case(x=-rng.uniform(1, 2, size=4))
    yield Case(x=-rng.uniform(3, 4, size=(2, 2)))


@exercise.check("large numbers", ko="큰 수", points=4, driver="twice")
def large(rng):
    yield Case(x=rng.uniform(1e6, 2e6, size=5))


@exercise.check("the input stays", ko="입력이 그대로", points=2, driver="inputs_after")
def stays(rng):
    yield Case(x=rng.uniform(1, 2, size=3))
    for x in (np.asarray(rng.uniform(1, 2)), np.zeros(1), rng.uniform(1, 2, size=(2, 3))):
        yield Case(x=x)
