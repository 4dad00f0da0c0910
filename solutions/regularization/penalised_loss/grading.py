import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=10,
    notes=["39"],
    oracle="property: the sum of both, at every point",
    domain={
        "loss": "function",
        "penalty": "function",
    },
)


@exercise.check(
    "the value at one point", ko="한 점에서의 값", points=2, public=True, driver="at_points"
)
def one_point(rng):
    yield Case(center=np.array([0.5, 1.0]), strength=0.25, points=[np.array([1.0, -2.0])])


@exercise.check(
    "the loss with its penalty and without",
    ko="패널티가 있는 손실과 없는 손실",
    points=2,
    public=True,
    driver="along_a_line",
    plot=Plot(
        "curve", x={"ko": "w: -1에서 3까지", "en": "w from -1 to 3"}, y={"ko": "손실", "en": "loss"}
    ),
)
def line(rng):
    yield Case(grid=np.arange(-4, 13) / 4, center=1.5, strength=1.5)


@exercise.check("one point after another", ko="여러 점에서 차례로", points=2, driver="at_points")
def many_points(rng):
    points = list(rng.normal(size=(4, 3)))
    yield Case(center=rng.normal(size=3), strength=0.7, points=points)


@exercise.check(
    "two of them do not mix", ko="둘을 만들어도 섞이지 않음", points=2, driver="two_at_once"
)
def two_of_them(rng):
    yield Case(
        centers=[rng.normal(size=2), rng.normal(size=2) + 2],
        strengths=[0.5, 1.5],
        points=list(rng.normal(size=(2, 2))),
    )


@exercise.check("penalised twice", ko="패널티를 두 번", points=1, driver="two_penalties")
def twice_penalised(rng):
    yield Case(center=rng.normal(size=3), strengths=[0.5, 0.75], w=rng.normal(size=3))


@exercise.check("weights of any shape", ko="모양이 다른 가중치", points=1, driver="at_points")
def shapes(rng):
    points = [rng.normal(size=(2, 3)).astype(np.float32)]
    yield Case(center=0.5, strength=2.0, points=points)
    # A Python number.
    yield Case(center=0.25, strength=0.5, points=[-1.5])
