import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=13,
    notes=["13", "22"],
    oracle="scipy.signal.lfilter",
    domain={
        "values": "float (time, ...); special empty",
        "beta": "[0, 1)",
    },
)


@exercise.check("one value fades away", ko="값 하나가 잊히는 모습", points=1, public=True)
def impulse(rng):
    yield Case(values=np.array([1.0, 0.0, 0.0, 0.0, 0.0]), beta=0.75)


@exercise.check(
    "a noisy sequence, smoothed a little and much",
    ko="노이즈가 있는 수열을 약하게, 강하게 고르기",
    points=3,
    public=True,
    driver="with_each",
    plot=Plot(
        "curve",
        x={"ko": "시간 t", "en": "time t"},
        y={"ko": "값과 이동평균", "en": "values and averages"},
    ),
)
def noisy(rng):
    time = np.arange(40)
    values = 2 + np.sin(time / 6) + rng.normal(scale=0.4, size=40)
    yield Case(values=values, betas=[0.5, 0.875])


@exercise.check(
    "several sequences side by side", ko="나란히 놓인 여러 수열", points=4, driver="with_each"
)
def side_by_side(rng):
    values = rng.uniform(1, 3, size=(4, 2, 3)).astype(np.float32)
    yield Case(values=values, betas=[0.75, 0.25])


@exercise.check("float32 stays float32", ko="float32는 float32로", points=2)
def single(rng):
    yield Case(values=rng.uniform(1, 3, size=7).astype(np.float32), beta=0.9)


@exercise.check(
    "one value, no values, and no memory", ko="값이 하나, 값이 없음, 기억이 없음", points=2
)
def edges(rng):
    yield Case(values=rng.uniform(1, 3, size=1), beta=0.75)
    yield Case(values=np.zeros((0, 2)), beta=0.75)
    yield Case(values=rng.uniform(1, 3, size=4), beta=0)


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(values=rng.uniform(1, 3, size=5), beta=0.5)
