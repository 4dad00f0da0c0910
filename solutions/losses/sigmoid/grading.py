import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=13,
    notes=["top"],
    oracle="scipy.special.expit",
    domain={
        "x": "float (...) or float in [-1e4, 1e4]; special 0",
    },
)


@exercise.check(
    "the curve from 0 to 1",
    ko="0에서 1까지의 곡선",
    points=2,
    public=True,
    plot=Plot("curve", x={"ko": "입력의 번호 (x = −6 … 6)", "en": "entry (x = −6 … 6)"}, y="σ(x)"),
)
def curve(rng):
    yield Case(x=np.linspace(-6, 6, 25))


@exercise.check("very large inputs", ko="아주 큰 입력", points=2, public=True)
def very_large(rng):
    yield Case(x=np.array([-1e4, -1000.0, 1000.0, 1e4]))


@exercise.check(
    "any shape, and the same again when called again",
    ko="어떤 모양이든, 다시 불러도 같은 값",
    points=3,
    driver="twice",
)
def any_shape(rng):
    x = _both_signs(rng, 0.5, 4, (2, 1, 3))
    # Zero is on neither side.
    x[1, 0, 2] = 0
    yield Case(x=x)
    # The statement promises an array without axes, and a float.
    yield Case(x=np.array(0.0))
    yield Case(x=-rng.uniform(0.5, 4))


@exercise.check("close to 0 and to 1", ko="0과 1에 아주 가까운 값", points=2)
def close_to_the_ends(rng):
    yield Case(x=np.concatenate([_both_signs(rng, 21, 26, (6,)), _both_signs(rng, 720, 900, (4,))]))
    # The largest sizes that there are, each in an array of one entry.
    for end in (-1e4, 1e4):
        yield Case(x=np.array([end]))


@exercise.check("float32 stays float32", ko="float32는 float32로", points=3)
def single_precision(rng):
    x = np.concatenate([_both_signs(rng, 0.5, 4, (4,)), _both_signs(rng, 95, 200, (2,))])
    yield Case(x=x.astype(np.float32))


@exercise.check(
    "the input stays as it was", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(x=_both_signs(rng, 0.5, 4, (2, 2)).astype(np.float32))


def _both_signs(rng, low, high, shape):
    """Sizes between low and high, with alternating signs."""
    x = rng.uniform(low, high, size=shape)
    x.flat[::2] *= -1
    return x
