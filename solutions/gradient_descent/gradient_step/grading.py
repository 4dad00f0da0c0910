import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=11,
    notes=["13"],
    oracle="torch.optim.SGD",
    domain={
        "w": "float (...) or float",
        "grad": "like w",
        "lr": "(0, inf)",
    },
)


def steep(rng, shape):
    """Slopes of either sign, none flat and none below 1 in size."""
    return rng.choice([-1.0, 1.0], size=shape) * rng.uniform(1.5, 3, size=shape)


@exercise.check("one step", ko="한 걸음", points=2, public=True)
def one_step(rng):
    yield Case(w=rng.normal(size=3), grad=steep(rng, 3), lr=0.1)


@exercise.check(
    "the path in a narrow valley",
    ko="좁은 골짜기에서의 경로",
    points=2,
    public=True,
    driver="descent",
    plot=Plot("path", x="w₁", y="w₂", bowl=(1.0, 8.0)),
)
def valley(rng):
    yield Case(w=np.array([-2.0, 1.0]), curvatures=np.array([1.0, 8.0]), steps=15, lr=0.2)


@exercise.check("arrays of any shape", ko="어떤 모양의 배열이든", points=2)
def shapes(rng):
    # So long a step from so far away that a small decay of w is more than float32 may be wrong by.
    grad = steep(rng, (2, 1, 2))
    w = np.sign(grad) * rng.uniform(3, 6, size=grad.shape)
    yield Case(w=w.astype(np.float32), grad=grad.astype(np.float32), lr=2.0)


@exercise.check(
    "several rates from one point",
    ko="같은 점에서 여러 학습률로",
    points=2,
    driver="several_rates",
)
def rates(rng):
    yield Case(w=rng.normal(size=4), grad=steep(rng, 4), rates=[1e-3, 0.1, 2.0])


@exercise.check("numbers and small floats", ko="숫자 하나와 float32", points=2)
def dtypes(rng):
    yield Case(w=0.5, grad=-1.75, lr=0.125)
    # Any shape: here arrays without axes, and no slope.
    yield Case(w=np.array(rng.normal()), grad=np.array(0.0), lr=0.1)
    w, grad = rng.normal(size=4), steep(rng, 4)
    yield Case(w=w.astype(np.float32), grad=grad.astype(np.float32), lr=0.01)
    # One entry, which is zero, and a rate that is an integer.
    yield Case(w=np.array([0.0]), grad=np.array([-1.75]), lr=2)


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    # Above 2 in size, so that a clipped gradient is seen.
    yield Case(w=rng.normal(size=3), grad=2 * steep(rng, 3), lr=0.1)
