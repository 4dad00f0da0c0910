import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=16,
    notes=["24"],
    oracle="torch.optim",
    domain={
        "grad_fn": "function",
        "w0": "float (d,)",
        "settings": {
            "sgd?": {
                "lr": "(0, inf)",
            },
            "momentum?": {
                "lr": "(0, inf)",
                "beta": "[0, 1)",
            },
            "nesterov?": {
                "lr": "(0, inf)",
                "beta": "[0, 1)",
            },
            "adagrad?": {
                "lr": "(0, inf)",
                "eps": "(0, inf)",
            },
            "rmsprop?": {
                "lr": "(0, inf)",
                "beta": "[0, 1)",
                "eps": "(0, inf)",
            },
            "adam?": {
                "lr": "(0, inf)",
                "beta1": "[0, 1)",
                "beta2": "[0, 1)",
                "eps": "(0, inf)",
            },
        },
        "steps": "int >= 1",
    },
)

# In the valley that is drawn, momentum overshoots, Nesterov less so, and AdaGrad gets slower.
ALL = {
    "sgd": {"lr": 0.05},
    "momentum": {"lr": 0.05, "beta": 0.875},
    "nesterov": {"lr": 0.05, "beta": 0.875},
    "adagrad": {"lr": 0.5, "eps": 1e-8},
    "rmsprop": {"lr": 0.1, "beta": 0.9, "eps": 1e-8},
    "adam": {"lr": 0.2, "beta1": 0.9, "beta2": 0.99, "eps": 1e-8},
}


def _some(*names):
    return {name: ALL[name] for name in names}


def _start(rng, dtype=np.float64):
    """A point whose coordinates keep away from zero."""
    return (rng.uniform(1, 3, size=2) * rng.choice([-1, 1], size=2)).astype(dtype)


@exercise.check(
    "the path of SGD, its start included",
    ko="출발점을 포함한 SGD의 경로",
    points=2,
    public=True,
    driver="in_the_bowl",
)
def sgd_alone(rng):
    # In float32, so that a path in float64 is seen before it is handed in.
    w0, curvatures = _start(rng, np.float32), np.array([1.0, 4.0], dtype=np.float32)
    yield Case(w0=w0, curvatures=curvatures, settings=_some("sgd"), steps=5)


@exercise.check(
    "six optimisers in one narrow valley",
    ko="한 좁은 골짜기의 여섯 가지 방법",
    points=3,
    public=True,
    driver="in_the_bowl",
    plot=Plot("path", x="w₁", y="w₂", bowl=(1.0, 16.0)),
)
def valley(rng):
    yield Case(w0=np.array([-3.0, 1.0]), curvatures=np.array([1.0, 16.0]), settings=ALL, steps=30)


@exercise.check(
    "momentum and Nesterov from two starts",
    ko="두 출발점에서 모멘텀과 네스테로프",
    points=3,
    driver="from_two_starts",
)
def velocities(rng):
    settings = _some("momentum", "nesterov")
    starts = [_start(rng), _start(rng)]
    yield Case(starts=starts, curvatures=np.array([1.0, 4.0]), settings=settings, steps=20)
    # A single parameter and step, no velocity left, and settings that are integers.
    settings = {"sgd": {"lr": 1}} | {name: {"lr": 1, "beta": 0} for name in settings}
    starts = [np.array([1.5]), np.array([-2.5])]
    yield Case(starts=starts, curvatures=np.array([0.5]), settings=settings, steps=1)
    # The first step ends at zero exactly, and Nesterov looks ahead from there.
    settings = {name: {"lr": 2.0, "beta": 0.5} for name in ("momentum", "nesterov")}
    yield Case(starts=starts, curvatures=np.array([0.5]), settings=settings, steps=3)


@exercise.check(
    "adaptive rates from two starts",
    ko="두 출발점에서 적응적 학습률",
    points=3,
    driver="from_two_starts",
)
def adaptive(rng):
    # An epsilon so large that its place matters.
    settings = {
        "adagrad": {"lr": 0.3, "eps": 0.01},
        "rmsprop": {"lr": 0.05, "beta": 0.375, "eps": 0.01},
        "adam": {"lr": 0.1, "beta1": 0.25, "beta2": 0.375, "eps": 0.01},
    }
    starts = [_start(rng), _start(rng)]
    yield Case(starts=starts, curvatures=np.array([1.0, 4.0]), settings=settings, steps=20)
    # Averages without a past, and settings that are integers.
    settings = {
        "adagrad": {"lr": 2, "eps": 1},
        "rmsprop": {"lr": 2, "beta": 0, "eps": 1},
        "adam": {"lr": 2, "beta1": 0, "beta2": 0, "eps": 1},
    }
    yield Case(starts=starts, curvatures=np.array([1.0, 4.0]), settings=settings, steps=2)


@exercise.check(
    "another selection and order, in float32",
    ko="다른 조합과 순서(float32)",
    points=4,
    driver="from_two_starts",
)
def selection(rng):
    starts = [_start(rng, np.float32), _start(rng, np.float32)]
    curvatures = np.array([0.5, 2.0], dtype=np.float32)
    settings = _some("adam", "momentum", "sgd")
    yield Case(starts=starts, curvatures=curvatures, settings=settings, steps=4, tilt=0.5)


@exercise.check(
    "the start and the settings stay as they were",
    ko="출발점과 설정이 바뀌지 않음",
    points=1,
    driver="inputs_after_a_run",
    reports="inputs_after",
)
def untouched(rng):
    # An epsilon so small that its place does not matter, whatever is drawn.
    settings = _some("sgd") | {"rmsprop": ALL["rmsprop"] | {"eps": 1e-14}}
    yield Case(w0=_start(rng), curvatures=np.array([1.0, 4.0]), settings=settings, steps=3)
