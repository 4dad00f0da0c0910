import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=12,
    notes=["25", "26", "28", "29"],
    oracle="torch.optim.lr_scheduler; property: ceil(log(1/2)/log(gamma))",
    domain={
        "schedule": "function",
        "lr0": "(0, inf)",
        "horizon": "int >= 0",
    },
)


@exercise.check(
    "a rate that falls past the half",
    ko="절반을 지나 떨어지는 학습률",
    points=2,
    public=True,
    driver="table",
)
def falling(rng):
    yield Case(rates=0.4 * 0.9 ** np.arange(16), lr0=0.4, horizon=15)


@exercise.check(
    "how sensitive it is to gamma",
    ko="감마에 대한 민감도",
    points=2,
    public=True,
    driver="tables",
    plot=Plot(
        "curve",
        x={"ko": "번호 k, γ = 0.80 + 0.02k", "en": "number k, gamma = 0.80 + 0.02k"},
        y={"ko": "절반이 되는 에폭", "en": "epoch of the half"},
    ),
)
def sensitivity(rng):
    # Gamma 0.98 comes to the half at epoch 35, the horizon; gamma 1 never does.
    gammas = 0.80 + 0.02 * np.arange(11)[:, None]
    yield Case(rates=0.1 * gammas ** np.arange(37), lr0=0.1, horizon=35)


@exercise.check("exactly half is enough", ko="정확히 절반이면 충분함", points=2, driver="table")
def exactly_half(rng):
    # Powers of two, so that the half is exact, and below one, so that no rate is an epoch. The
    # half never comes at 7, which is the first public answer.
    lr0 = 0.5 ** int(rng.integers(1, 5))
    d = int(rng.integers(3, 7))
    yield Case(rates=lr0 * 0.5 ** (np.arange(30) // d), lr0=lr0, horizon=29)
    # A rate that is an integer.
    yield Case(rates=np.array([2.0, 1.5, 1.0, 0.5]), lr0=2, horizon=3)


@exercise.check(
    "the horizon itself, and none up to it",
    ko="horizon에서 절반이 될 때와 끝내 안 될 때",
    points=2,
    driver="table",
)
def at_the_horizon(rng):
    horizon = int(rng.integers(6, 12))
    rates = 0.25 * 0.5 ** (np.arange(horizon + 2) // horizon)
    yield Case(rates=rates, lr0=0.25, horizon=horizon)
    # The shortest horizon there is; the half comes right behind it.
    yield Case(rates=np.array([0.25, 0.125]), lr0=0.25, horizon=0)


@exercise.check("a rate that begins low", ko="낮게 시작하는 학습률", points=2, driver="table")
def begins_low(rng):
    lr0 = rng.uniform(0.1, 0.4)
    epochs = np.arange(13)
    # Of the first one the rate at t = 0 alone is low enough.
    yield Case(rates=lr0 * np.minimum(epochs / 1.5, 1), lr0=lr0, horizon=12)
    yield Case(rates=lr0 * 32.0 ** (np.minimum(epochs / 10, 1) - 1), lr0=lr0, horizon=12)
    yield Case(rates=np.array([lr0 / 4, lr0]), lr0=lr0, horizon=0)


@exercise.check("a rate that rises and falls", ko="오르내리는 학습률", points=2, driver="table")
def rises_and_falls(rng):
    lr0 = rng.uniform(0.1, 0.4)
    epochs = np.arange(21)
    # From three quarters up and then down to exactly half; up from a quarter, which is enough; up
    # from less than half, and never that low again.
    yield Case(rates=lr0 * (1 - np.abs(epochs - 5) / 20), lr0=lr0, horizon=20)
    yield Case(rates=lr0 * (1 - np.abs(epochs - 7) / 9.5).clip(0), lr0=lr0, horizon=20)
    yield Case(rates=lr0 * (1 - np.abs(epochs - 7) / 13), lr0=lr0, horizon=13)
