import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=15,
    notes=["13"],
    oracle="torch.optim.SGD with autograd through the landscape",
    domain={
        "grad": "function",
        "w0": "float (...) or float",
        "lr": "(0, inf)",
        "noise": "float (steps, ...); special empty, all 0",
    },
)


@exercise.check(
    "a few noisy steps", ko="노이즈가 있는 몇 걸음", points=2, public=True, driver="bowl"
)
def few_steps(rng):
    yield Case(
        curvatures=np.array([1.0, 4.0]),
        w0=np.array([-2.0, 1.0]),
        lr=0.1,
        noise=rng.normal(size=(4, 2)),
    )


@exercise.check(
    "out of the local minimum, and stuck in it",
    ko="지역 최솟값에서 나오기, 그리고 갇히기",
    points=2,
    public=True,
    driver="two_wells",
    plot=Plot("curve", x={"ko": "걸음", "en": "step"}, y="w"),
)
def wells(rng):
    yield Case(
        tilt=0.25,
        w0=np.array(1.5),
        lr=0.125,
        noises={"batch": np.zeros(100), "stochastic": 2 * rng.normal(size=100)},
    )


@exercise.check(
    "arrays of any shape, and numbers",
    ko="어떤 모양의 배열이든, 숫자 하나도",
    points=3,
    driver="bowl",
)
def shapes(rng):
    yield Case(curvatures=1.5, w0=-0.75, lr=0.2, noise=rng.normal(size=5))
    table = (2, 3)
    single = [
        rng.uniform(1, 2, size=shape).astype(np.float32) for shape in (table, table, (5, *table))
    ]
    yield Case(curvatures=single[0], w0=single[1], lr=0.1, noise=single[2])
    # One entry; then no axes, and a single step without noise.
    yield Case(curvatures=2.0, w0=np.array([0.75]), lr=0.2, noise=rng.normal(size=(3, 1)))
    yield Case(curvatures=1.5, w0=np.array(-0.5), lr=2, noise=np.zeros(1))


@exercise.check("no steps", ko="걸음이 없을 때", points=1, driver="bowl")
def no_steps(rng):
    start = rng.normal(size=2)
    yield Case(curvatures=np.ones(2), w0=start, lr=0.1, noise=np.zeros((0, 2)))


@exercise.check("the same slope everywhere", ko="어디서나 같은 기울기", points=4, driver="plane")
def same_slope(rng):
    slope, start = rng.uniform(0.5, 2, size=(2, 2))
    yield Case(slope=slope, w0=start, lr=0.1, noise=rng.normal(size=(6, 2)))


@exercise.check("small floats", ko="float32", points=2, driver="plane")
def small_floats(rng):
    single = [rng.uniform(0.5, 2, size=shape).astype(np.float32) for shape in (3, 3, (5, 3))]
    yield Case(slope=single[0], w0=single[1], lr=0.1, noise=single[2])


@exercise.check(
    "the inputs stay as they were",
    ko="입력이 바뀌지 않음",
    points=1,
    driver="plane_after",
    reports="inputs_after",
)
def untouched(rng):
    slope, start = rng.uniform(2, 4, size=(2, 2))
    yield Case(slope=slope, w0=start, lr=0.1, noise=rng.normal(size=(3, 2)))
