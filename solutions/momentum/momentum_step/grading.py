import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=14,
    notes=["13"],
    oracle="torch.optim.SGD(momentum=...)",
    domain={
        "w": "float (...) or float",
        "v": "like w; special all 0",
        "grad": "like w",
        "lr": "(0, inf)",
        "beta": "[0, 1)",
    },
)


@exercise.check("the first step, from rest", ko="멈춘 상태에서 첫 걸음", points=1, public=True)
def from_rest(rng):
    yield Case(w=rng.normal(size=3), v=np.zeros(3), grad=rng.normal(size=3), lr=0.1, beta=0.9)


@exercise.check("a step while moving", ko="이미 움직이고 있을 때의 한 걸음", points=2, public=True)
def moving(rng):
    w, v, grad = rng.uniform(0.5, 1.5, size=(3, 2, 3))
    yield Case(w=w, v=v, grad=grad, lr=0.25, beta=0.75)


@exercise.check(
    "the path in a narrow valley",
    ko="좁은 골짜기에서의 경로",
    points=2,
    public=True,
    driver="descent",
    plot=Plot("path", x="w₁", y="w₂", bowl=(1.0, 16.0)),
)
def valley(rng):
    # Slow along the floor, fast across it, and past the minimum before it comes to rest.
    yield Case(
        w=np.array([-2.0, 1.0]), curvatures=np.array([1.0, 16.0]), steps=40, lr=0.05, beta=0.8
    )


@exercise.check(
    "many steps with changing gradients",
    ko="바뀌는 기울기로 여러 걸음",
    points=4,
    driver="trajectory",
)
def long_run(rng):
    # Far from zero, where float32 is judged by its relative error.
    w = rng.uniform(8, 16, size=(2, 2)).astype(np.float32)
    grads = rng.uniform(-1, 1, size=(30, 2, 2)).astype(np.float32)
    yield Case(w=w, grads=grads, lr=0.125, beta=0.75)


@exercise.check(
    "the velocity that is carried on", ko="다음 걸음으로 넘기는 속도", points=2, driver="velocities"
)
def carried(rng):
    w, v = rng.uniform(1, 2, size=(2, 2)).astype(np.float32)
    grads = rng.uniform(0.5, 2, size=(5, 2)).astype(np.float32)
    # Downhill from the first step on: no velocity passes through zero.
    yield Case(w=w, v=-v, grads=grads, lr=0.1, beta=0.8)


@exercise.check("numbers and small floats", ko="숫자 하나와 float32", points=2)
def dtypes(rng):
    yield Case(w=0.5, v=-0.25, grad=-1.5, lr=0.1, beta=0.9)
    # Any shape: here arrays without axes, and no slope.
    yield Case(w=np.array(0.5), v=np.array(0.75), grad=np.array(0.0), lr=0.1, beta=0.5)
    w, v, grad = rng.uniform(1, 2, size=(3, 4)).astype(np.float32)
    yield Case(w=w, v=v, grad=grad, lr=0.125, beta=0.75)
    # One entry, which is zero, no velocity left, and rates that are integers.
    yield Case(w=np.array([0.0]), v=np.array([0.75]), grad=np.array([1.5]), lr=2, beta=0)


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    w, v, grad = rng.uniform(1.25, 2, size=(3, 3))
    yield Case(w=w, v=v, grad=grad, lr=0.1, beta=0.9)
