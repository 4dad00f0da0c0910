import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=12,
    notes=["25", "26", "28"],
    oracle="torch.optim.lr_scheduler.StepLR, optax.exponential_decay",
    domain={
        "t": "number or int64 (...) or float64 (...) >= 0; special d",
        "lr0": "(0, inf)",
        "gamma": "(0, 1]",
        "d": "int >= 1",
    },
)


@exercise.check("around the first drops", ko="처음 감소하는 곳의 앞뒤", points=2, public=True)
def first_drops(rng):
    # Just before the first drop, and just after the second one.
    for t in (9, 21):
        yield Case(t=t, lr0=0.4, gamma=0.1, d=10)


@exercise.check(
    "the stairs",
    ko="계단 모양의 곡선",
    points=2,
    public=True,
    plot=Plot(
        "curve", x={"ko": "에폭 t", "en": "epoch t"}, y={"ko": "학습률", "en": "learning rate"}
    ),
)
def stairs(rng):
    yield Case(t=np.arange(50), lr0=0.1, gamma=0.6, d=10)


@exercise.check("between whole epochs", ko="에폭과 에폭 사이", points=3)
def fractions(rng):
    d = int(rng.integers(4, 10))
    lr0 = rng.uniform(0.1, 0.9)
    gamma = rng.uniform(0.1, 0.4)
    # A single float, which no other check asks for; then arrays of them.
    yield Case(t=d - 0.25, lr0=lr0, gamma=gamma, d=d)
    # A quarter of an epoch before each drop, at it, and after it: exact in binary.
    around = d * np.arange(1, 5)[:, None] + np.array([-0.25, 0, 0.25])
    yield Case(t=around, lr0=lr0, gamma=gamma, d=d)
    # Without axes, and one entry.
    for t in (np.array(0.0), np.array([d + 0.25])):
        yield Case(t=t, lr0=lr0, gamma=gamma, d=d)


@exercise.check(
    "several schedules over the same epochs",
    ko="같은 에폭 배열로 여러 스케줄",
    points=3,
    driver="several",
)
def several(rng):
    runs = [
        {"lr0": rng.uniform(0.1, 0.9), "gamma": rng.uniform(0.6, 0.9), "d": d} for d in (4, 3, 7)
    ]
    yield Case(t=rng.permutation(24).reshape(4, 6), runs=runs)


@exercise.check("a drop at every epoch, and none at all", ko="매 에폭 감소와 감소 없음", points=1)
def extremes(rng):
    lr0 = rng.uniform(0.1, 0.9)
    gamma = rng.uniform(0.6, 0.9)
    yield Case(t=np.arange(6), lr0=lr0, gamma=gamma, d=1)
    yield Case(t=np.arange(6), lr0=lr0, gamma=gamma, d=100)
    # A single int, and a rate that never falls.
    yield Case(t=5, lr0=2, gamma=1, d=2)


@exercise.check(
    "the epochs stay as they were", ko="에폭 배열이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(t=np.arange(0, 30, 5), lr0=rng.uniform(0.1, 0.9), gamma=0.3, d=4)
