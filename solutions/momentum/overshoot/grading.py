import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=12,
    notes=["13"],
    oracle="scipy.signal.step, and its properties",
    domain={
        "path": "float (n,)",
        "minimum": "float",
    },
)


def _walk(beta, steps=60):
    """A walk with momentum down the bowl (w - 0.5)**2 / 2, from 2.5."""
    w, v = 2.5, 0.0
    path = [w]
    for _ in range(steps):
        v = beta * v - 0.125 * (w - 0.5)
        w += v
        path.append(w)
    return path


@exercise.check("one swing to the other side", ko="반대쪽으로 한 번 넘어감", points=1, public=True)
def one_swing(rng):
    yield Case(path=np.array([3.0, 2.0, 0.75, 0.25, 0.5, 0.875, 1.0]), minimum=1.0)


@exercise.check(
    "more momentum, more overshoot",
    ko="모멘텀이 클수록 커지는 오버슈팅",
    points=2,
    public=True,
    driver="of_each",
    plot=Plot("curve", x="10 × β", y={"ko": "오버슈팅", "en": "overshoot"}),
)
def more_momentum(rng):
    yield Case(paths=np.array([_walk(tenths / 10) for tenths in range(10)]), minimum=0.5)


@exercise.check("from the left as from the right", ko="왼쪽에서 출발할 때", points=2)
def from_the_left(rng):
    swing = np.array([-2.0, -0.5, 0.75, 0.25, -0.25, 1.25, 0.0])
    minimum = rng.uniform(1, 2)
    yield Case(path=minimum + rng.uniform(0.5, 2) * swing, minimum=minimum)
    yield Case(path=swing, minimum=0.0)


@exercise.check(
    "swings that grow, and swings back",
    ko="점점 커지는 진동과 되돌아오는 진동",
    points=3,
    driver="against_each",
)
def growing(rng):
    # The second swing across is the farther one, and the way back is farther still. Seen from the
    # last of the minima the walk starts on the left.
    swing = np.array([1.0, -0.5, 1.5, -2.0, -1.0, 3.0, -0.25])
    minimum, scale = -rng.uniform(1, 2), rng.uniform(0.5, 2)
    minima = [float(minimum + scale * place) for place in (0.0, 0.25, 1.25)]
    yield Case(path=minimum + scale * swing, minima=minima)


@exercise.check(
    "never past it, or there from the start", ko="넘지 않을 때, 최솟값에서 출발할 때", points=2
)
def never(rng):
    minimum = rng.uniform(1, 2)
    yield Case(path=minimum + np.array([2.0, 3.0, 1.0, 0.5]), minimum=minimum)
    yield Case(path=minimum + np.array([0.0, 1.0, -2.0, 0.5]), minimum=minimum)
    # The shortest path that there may be.
    yield Case(path=np.array([-0.5]), minimum=0.25)


@exercise.check(
    "one path against several minima",
    ko="한 경로를 여러 최솟값에 대어 보기",
    points=2,
    driver="against_each",
)
def several_minima(rng):
    # Exact in float32, the minima too.
    path = rng.integers(8, 17) / 8 + np.array([2.0, 1.0, -0.5, -1.0, 0.25])
    minima = [float(path[0]) - depth for depth in (0.5, 1.5, 2.5, 0.0)]
    yield Case(path=path.astype(np.float32), minima=minima)
