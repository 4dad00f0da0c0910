import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=13,
    notes=["top"],
    oracle="torch.nn.functional.binary_cross_entropy_with_logits",
    domain={
        "logits": "float (...) or float in [-1e4, 1e4]; special 0",
        "targets": "like logits in [0, 1]",
    },
)


@exercise.check("four answers", ko="네 개의 답", points=2, public=True)
def four_answers(rng):
    # Either answer, for a logit of either sign.
    signs = np.array([1.0, 1.0, -1.0, -1.0])
    yield Case(logits=signs * rng.uniform(0.5, 2, size=4), targets=np.array([1.0, 0.0, 0.0, 1.0]))


@exercise.check(
    "sure, and right or wrong", ko="확신했는데 맞은 답과 틀린 답", points=1, public=True
)
def sure(rng):
    yield Case(logits=np.array([1000.0, -1000.0]), targets=np.array([1.0, 0.0]))
    yield Case(logits=np.array([1000.0, -1000.0]), targets=np.array([0.0, 1.0]))


@exercise.check("the mean over a whole table", ko="표 전체의 평균", points=2)
def table(rng):
    yield Case(logits=_logits(rng, (3, 4)), targets=rng.uniform(0.2, 0.8, size=(3, 4)))


@exercise.check(
    "targets between 0 and 1, called twice",
    ko="0과 1 사이의 정답으로 두 번 호출",
    points=3,
    driver="twice",
)
def soft_targets(rng):
    yield Case(logits=_logits(rng, (2, 1, 3)), targets=rng.uniform(0.2, 0.8, size=(2, 1, 3)))


@exercise.check("very small and very large losses", ko="아주 작은 손실과 아주 큰 손실", points=2)
def far_out(rng):
    # Apart from each other: the small losses vanish in a mean with large ones.
    right = np.array([1.0, 0.0, 1.0, 0.0])
    for low, high, targets in ((18, 22, right), (30, 36, 1 - right)):
        far = np.concatenate([rng.uniform(low, high, size=2), rng.uniform(800, 9000, size=2)])
        yield Case(logits=far * [1, -1, 1, -1], targets=targets)
    # The largest sizes that there are.
    yield Case(logits=np.array([-1e4, 1e4]), targets=np.array([0.0, 0.0]))


@exercise.check("single numbers and float32", ko="숫자 하나와 float32", points=2)
def numbers_and_single_precision(rng):
    yield Case(logits=rng.uniform(0.5, 2), targets=0.25)
    # Any shape: here an array without axes.
    yield Case(logits=np.array(-rng.uniform(0.5, 2)), targets=np.array(1.0))
    logits = np.array([1.0, -1.0, 1.0]) * rng.uniform(110, 200, size=3)
    targets = np.array([0.0, 0.0, 1.0])
    yield Case(logits=logits.astype(np.float32), targets=targets.astype(np.float32))
    # No opinion at all.
    yield Case(logits=np.array([0.0]), targets=np.array([1.0]))


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(logits=_logits(rng, (4,)), targets=rng.uniform(0.2, 0.8, size=4))


def _logits(rng, shape):
    """Logits of both signs, none of them close to 0."""
    logits = rng.uniform(0.5, 2, size=shape)
    logits.flat[::2] *= -1
    return logits
