import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=16,
    notes=["23"],
    oracle="torch.optim.Adam",
    domain={
        "w": "float (...) or float",
        "m": "like w",
        "v": "like w >= 0",
        "grad": "like w; special 0",
        "t": "int >= 1",
        "lr": "(0, inf)",
        "beta1": "[0, 1)",
        "beta2": "[0, 1)",
        "eps": "(0, inf)",
    },
)


@exercise.check(
    "the first step is fully corrected", ko="첫 걸음의 편향 보정", points=2, public=True
)
def first_step(rng):
    yield Case(w=rng.normal(size=3), m=np.zeros(3), v=np.zeros(3), grad=rng.normal(size=3), t=1)


@exercise.check(
    "a later step, asked for twice",
    ko="나중 걸음을 두 번 물어보기",
    points=3,
    public=True,
    driver="twice",
)
def later_step(rng):
    yield Case(
        w=rng.normal(size=(2, 3)),
        m=rng.normal(size=(2, 3)),
        v=rng.uniform(0.1, 2, size=(2, 3)),
        grad=rng.normal(size=(2, 3)),
        t=2,
        lr=0.1,
        beta1=0.8,
        beta2=0.95,
        eps=1e-2,
    )


@exercise.check(
    "the path in a narrow valley",
    ko="좁은 골짜기에서의 경로",
    points=2,
    public=True,
    driver="descent",
    plot=Plot("path", x="w₁", y="w₂", bowl=(1.0, 4.0)),
)
def valley(rng):
    yield Case(w=np.array([-2.0, 1.0]), curvatures=np.array([1.0, 4.0]), steps=40, lr=0.2)


@exercise.check(
    "a hundred steps with changing gradients",
    ko="바뀌는 기울기로 백 걸음",
    points=3,
    driver="trajectory",
)
def long_run(rng):
    grads = rng.normal(size=(100, 2, 2)) * rng.uniform(0.01, 10, size=(2, 2))
    yield Case(w=rng.normal(size=(2, 2)), grads=grads, lr=0.05, beta1=0.8, beta2=0.97, eps=1e-2)
    # A few without a past, of an array without axes; settings that are integers.
    settings = {"lr": 2, "beta1": 0, "beta2": 0, "eps": 1}
    yield Case(w=np.array(0.5), grads=np.array([-1.5, 0.75, 3.0]), **settings)


@exercise.check(
    "the moments that are returned", ko="돌려주는 두 모멘트", points=3, driver="moments"
)
def moments(rng):
    # So large that the second moment rises at each step, whatever is drawn.
    w, grads = rng.normal(size=2), rng.uniform(1, 2, size=(5, 2))
    # In float32, so that moments in float64 are found out.
    w, grads = w.astype(np.float32), grads.astype(np.float32)
    yield Case(w=w, grads=grads, lr=0.1, beta1=0.8, beta2=0.95, eps=1e-2)


@exercise.check("numbers and small floats", ko="숫자 하나와 float32", points=2)
def dtypes(rng):
    # Python numbers, and arrays of one step in float32.
    yield Case(w=0.5, m=0.25, v=0.125, grad=-1.5, t=3, lr=0.1, beta1=0.25, beta2=0.375)
    single = [rng.uniform(0.5, 1, size=4).astype(np.float32) for _ in range(4)]
    yield Case(w=single[0], m=single[1], v=single[2], grad=single[3], t=5, lr=0.1)
    # One entry, and a weight and a gradient that are zero.
    one = {"w": 0.0, "m": 0.25, "v": 0.125, "grad": 0.0}
    yield Case(**{name: np.array([each]) for name, each in one.items()}, t=3, lr=0.1)


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    w, m = rng.normal(size=(2, 3))
    # So small that the second moment falls.
    grad = rng.choice([-1, 1], size=3) * rng.uniform(0.1, 0.25, size=3)
    # An epsilon so small that its place does not matter, whatever is drawn.
    yield Case(w=w, m=m, v=rng.uniform(0.1, 1, size=3), grad=grad, t=4, lr=0.1, eps=1e-14)
