import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=13,
    notes=["27", "31"],
    oracle="optax.warmup_cosine_decay_schedule",
    domain={
        "t": "number or int64 (...) or float64 (...) >= 0; special warmup, T, > T",
        "lr0": "(0, inf)",
        "warmup": "int >= 1",
        "T": "int > warmup",
    },
)


@exercise.check("the warmup", ko="워밍업 구간", points=2, public=True)
def rise(rng):
    yield Case(t=1, lr0=0.4, warmup=8, T=40)


@exercise.check(
    "the whole curve",
    ko="전체 곡선",
    points=2,
    public=True,
    plot=Plot(
        "curve", x={"ko": "에폭 t", "en": "epoch t"}, y={"ko": "학습률", "en": "learning rate"}
    ),
)
def curve(rng):
    yield Case(t=np.arange(61), lr0=0.1, warmup=10, T=60)


@exercise.check("the peak and the end", ko="꼭대기와 끝", points=2)
def landmarks(rng):
    warmup = int(rng.integers(5, 12))
    lr0 = rng.uniform(0.1, 0.9)
    for t in (warmup, warmup + 20):
        yield Case(t=t, lr0=lr0, warmup=warmup, T=warmup + 20)


@exercise.check("nothing is left after the last epoch", ko="마지막 에폭 다음에는 0", points=2)
def after_the_end(rng):
    warmup = int(rng.integers(5, 12))
    lr0 = rng.uniform(0.1, 0.9)
    late = np.array([2, warmup + 18, warmup + 20, warmup + 21, warmup + 50])
    yield Case(t=late, lr0=lr0, warmup=warmup, T=warmup + 20)


@exercise.check("between whole epochs", ko="에폭과 에폭 사이", points=1)
def fractions(rng):
    warmup = int(rng.integers(5, 12))
    lr0 = rng.uniform(0.1, 0.9)
    # A single float in the warmup, and an array of them after it.
    yield Case(t=0.5, lr0=lr0, warmup=warmup, T=30)
    yield Case(t=warmup + rng.uniform(1, 15, size=(2, 3)), lr0=lr0, warmup=warmup, T=30)
    # Without axes, and one entry.
    for t in (np.array(warmup + 1.5), np.array([0])):
        yield Case(t=t, lr0=2, warmup=warmup, T=30)


@exercise.check(
    "several schedules over the same epochs",
    ko="같은 에폭 배열로 여러 스케줄",
    points=3,
    driver="several",
)
def several(rng):
    # The shortest warmup there is comes first; the later ones see the same array again.
    runs = [
        {"lr0": rng.uniform(0.1, 0.9), "warmup": warmup, "T": T}
        for warmup, T in ((1, 2), (5, 16), (9, 30))
    ]
    yield Case(t=np.linspace(0.5, 30, 12).reshape(3, 4), runs=runs)


@exercise.check(
    "the epochs stay as they were", ko="에폭 배열이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(t=np.linspace(0, 30, 6), lr0=rng.uniform(0.1, 0.9), warmup=7, T=20)
