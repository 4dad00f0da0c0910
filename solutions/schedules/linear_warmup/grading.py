import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=11,
    notes=["31"],
    oracle="optax.linear_schedule, torch.optim.lr_scheduler.LinearLR",
    domain={
        "t": "number or int64 (...) or float64 (...) >= 0; special warmup, > warmup",
        "lr0": "(0, inf)",
        "warmup": "int >= 1",
    },
)


@exercise.check("from zero to the full rate", ko="0에서 lr0까지", points=2, public=True)
def rise(rng):
    # On the way, and where the full rate is reached.
    for t in (1, 8):
        yield Case(t=t, lr0=0.4, warmup=8)


@exercise.check(
    "the curve with its plateau",
    ko="올라간 뒤 평평해지는 곡선",
    points=2,
    public=True,
    plot=Plot(
        "curve", x={"ko": "에폭 t", "en": "epoch t"}, y={"ko": "학습률", "en": "learning rate"}
    ),
)
def curve(rng):
    yield Case(t=np.arange(31), lr0=0.1, warmup=10)


@exercise.check("between whole epochs", ko="에폭과 에폭 사이", points=2)
def fractions(rng):
    warmup = int(rng.integers(5, 20))
    lr0 = rng.uniform(0.1, 0.9)
    yield Case(t=rng.uniform(1, warmup - 1, size=(2, 3)), lr0=lr0, warmup=warmup)
    # Without axes, and one entry.
    for t in (np.array(2.5), np.array([0])):
        yield Case(t=t, lr0=lr0, warmup=warmup)


@exercise.check(
    "several schedules over the same epochs",
    ko="같은 에폭 배열로 여러 스케줄",
    points=3,
    driver="several",
)
def several(rng):
    runs = [{"lr0": rng.uniform(0.1, 0.9), "warmup": warmup} for warmup in (4, 9, 16)]
    yield Case(t=np.linspace(0.5, 20.5, 12).reshape(3, 4), runs=runs)


@exercise.check("the shortest warmup", ko="가장 짧은 워밍업", points=1)
def shortest(rng):
    lr0 = rng.uniform(0.1, 0.9)
    # A single float in the warmup, and a single int after it.
    for t in (0.25, 2):
        yield Case(t=t, lr0=lr0, warmup=1)
    # Where it ends, with a rate that is an integer.
    yield Case(t=1, lr0=2, warmup=1)


@exercise.check(
    "the epochs stay as they were", ko="에폭 배열이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(t=np.linspace(0, 20, 6), lr0=rng.uniform(0.1, 0.9), warmup=7)
