import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["5"],
    oracle="numpy.fft.fft",
    domain={"x": "float64 (n,)"},
    forbid=["numpy.fft.fft", "numpy.fft.ifft", "numpy.fft.rfft"],
    require=["recursion"],
)


@exercise.check("four numbers", points=1, public=True)
def four(rng):
    yield Case(x=np.array([1.0, 2.0, 0.0, -1.0]))


@exercise.check("eight numbers", points=3, public=True)
def eight(rng):
    yield Case(x=rng.normal(size=8))


@exercise.check("one number, and two", points=3)
def one(rng):
    yield Case(x=rng.normal(size=1))
    yield Case(x=rng.normal(size=2))


@exercise.check("sixty-four numbers", points=3)
def many(rng):
    yield Case(x=rng.normal(size=64))
