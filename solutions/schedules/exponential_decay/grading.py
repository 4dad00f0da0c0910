import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=10,
    notes=["29"],
    oracle="torch.optim.lr_scheduler.ExponentialLR, optax.exponential_decay",
    domain={
        "t": "number or int64 (...) or float64 (...) >= 0",
        "lr0": "(0, inf)",
        "gamma": "(0, 1]",
    },
)


@exercise.check("the first epochs", ko="처음 몇 에폭", points=2, public=True)
def first_epochs(rng):
    # The rate that it begins with, and one after several epochs.
    for t in (0, 5):
        yield Case(t=t, lr0=0.4, gamma=0.9)


@exercise.check(
    "the curves of several gammas",
    ko="여러 감마의 곡선",
    points=2,
    public=True,
    driver="several",
    plot=Plot(
        "curve", x={"ko": "에폭 t", "en": "epoch t"}, y={"ko": "학습률", "en": "learning rate"}
    ),
)
def curves(rng):
    runs = [{"lr0": 0.1, "gamma": gamma} for gamma in (0.98, 0.95, 0.9, 0.8)]
    yield Case(t=np.arange(31), runs=runs)


@exercise.check("between whole epochs", ko="에폭과 에폭 사이", points=2)
def fractions(rng):
    lr0 = rng.uniform(0.1, 0.9)
    gamma = rng.uniform(0.6, 0.9)
    # A single float; floats in an array come with the next check.
    yield Case(t=2.5, lr0=lr0, gamma=gamma)
    # Without axes, and one entry; then a rate that never falls.
    for t in (np.array(1.5), np.array([0.0])):
        yield Case(t=t, lr0=2, gamma=gamma)
    yield Case(t=3, lr0=2.0, gamma=1)


@exercise.check(
    "several schedules over the same epochs",
    ko="같은 에폭 배열로 여러 스케줄",
    points=3,
    driver="several",
)
def several(rng):
    runs = [{"lr0": rng.uniform(0.1, 0.9), "gamma": gamma} for gamma in (0.9, 0.8, 0.65)]
    t = rng.uniform(1, 20, size=(2, 3))
    t[1, 2] = 21.5  # here the lowest rates are below any bound that somebody may set
    yield Case(t=t, runs=runs)


@exercise.check(
    "the epochs stay as they were", ko="에폭 배열이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(t=np.arange(6) + 0.5, lr0=rng.uniform(0.1, 0.9), gamma=0.7)
