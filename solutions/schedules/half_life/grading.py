import numpy as np

from autograder.course import Case, Exercise, Plot

exercise = Exercise(
    points=12,
    notes=["26", "28", "29"],
    oracle="torch.optim.lr_scheduler; property: log(1/2)/log(gamma)",
)


@exercise.check(
    "a rate that falls past the half", ko="절반을 지나 떨어지는 학습률", points=2, public=True, driver="table"
)
def falling(rng):
    epochs = np.arange(16)
    yield Case(rates=0.4 * 0.9**epochs, lr0=0.4, horizon=15)
    yield Case(rates=0.1 * 0.7 ** (epochs // 5), lr0=0.1, horizon=15)
    yield Case(rates=1.5 * (1 - epochs / 12).clip(0), lr0=1.5, horizon=15)


@exercise.check(
    "how sensitive it is to gamma",
    ko="감마에 대한 민감도",
    points=2,
    public=True,
    driver="tables",
    plot=Plot(
        "curve",
        x=("γ = 0.80 + 0.03 × 번호", "γ = 0.80 + 0.03 × number"),
        y=("반감기 (에폭)", "half-life (epochs)"),
    ),
)
def sensitivity(rng):
    # Gamma 0.98 halves the rate at epoch 35 and the last gamma, 1.01, never does.
    gammas = 0.80 + 0.03 * np.arange(7)[:, None]
    yield Case(rates=0.1 * gammas ** np.arange(25), lr0=0.1, horizon=23)


@exercise.check("exactly half is enough", ko="정확히 절반이면 충분함", points=2, driver="table")
def exactly_half(rng):
    # Powers of two: half of them is exact.
    d = int(rng.integers(3, 8))
    lr0 = 2.0 ** int(rng.integers(2, 5))
    yield Case(rates=lr0 * 0.5 ** (np.arange(30) // d), lr0=lr0, horizon=29)
    yield Case(rates=lr0 * (1 - np.arange(17) / 16), lr0=lr0, horizon=16)
