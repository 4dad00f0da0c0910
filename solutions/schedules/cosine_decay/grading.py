import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=12,
    notes=["27", "30"],
    oracle="torch.optim.lr_scheduler.CosineAnnealingLR, optax",
    domain={
        "t": "number or int64 (...) or float64 (...) >= 0; special T, > T",
        "lr0": "(0, inf)",
        "T": "int >= 1",
    },
)


@exercise.check(
    "the first, the middle and the last epoch",
    ko="처음, 중간, 마지막 에폭",
    points=2,
    public=True,
)
def landmarks(rng):
    # An odd T, so that the middle is a single float.
    for t in (0, 12.5, 25):
        yield Case(t=t, lr0=0.1, T=25)


@exercise.check(
    "the curve over all epochs",
    ko="전체 에폭에 걸친 곡선",
    points=2,
    public=True,
    plot=Plot(
        "curve", x={"ko": "에폭 t", "en": "epoch t"}, y={"ko": "학습률", "en": "learning rate"}
    ),
)
def curve(rng):
    yield Case(t=np.arange(41), lr0=0.1, T=40)


@exercise.check("between whole epochs", ko="에폭과 에폭 사이", points=2)
def fractions(rng):
    T = int(rng.integers(8, 30))
    lr0 = rng.uniform(0.1, 0.9)
    yield Case(t=rng.uniform(1, T - 1, size=(2, 3)), lr0=lr0, T=T)
    # Without axes, and one entry.
    for t in (np.array(2.5), np.array([T - 1.5])):
        yield Case(t=t, lr0=lr0, T=T)


@exercise.check("nothing is left after the last epoch", ko="마지막 에폭 다음에는 0", points=2)
def after_the_end(rng):
    T = int(rng.integers(8, 30))
    lr0 = rng.uniform(0.1, 0.9)
    yield Case(t=np.array([0, T - 2, T, T + 1, 2 * T]), lr0=lr0, T=T)
    # The fewest epochs that there may be.
    for t in (0.25, 2):
        yield Case(t=t, lr0=2, T=1)


@exercise.check(
    "several schedules over the same epochs",
    ko="같은 에폭 배열로 여러 스케줄",
    points=3,
    driver="several",
)
def several(rng):
    runs = [{"lr0": rng.uniform(0.1, 0.9), "T": T} for T in (10, 25, 40)]
    yield Case(t=np.linspace(0, 40, 12).reshape(3, 4), runs=runs)


@exercise.check(
    "the epochs stay as they were", ko="에폭 배열이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(t=np.linspace(0, 30, 6), lr0=rng.uniform(0.1, 0.9), T=16)
