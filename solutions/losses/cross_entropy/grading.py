import numpy as np

from autograder.course import Case, Exercise

exercise = Exercise(points=13, notes=["top"], oracle="torch.nn.functional.cross_entropy")


@exercise.check("a few samples", ko="표본 몇 개", points=2, public=True)
def few_samples(rng):
    yield Case(logits=rng.uniform(-2, 2, size=(1, 3)), targets=np.array([2]))
    yield Case(logits=rng.uniform(-2, 2, size=(4, 3)), targets=np.array([1, 0, 2, 1]))


@exercise.check(
    "sure, and right or wrong", ko="확신했는데 맞은 답과 틀린 답", points=1, public=True
)
def sure(rng):
    logits = np.array([[1000.0, 0.0, -1000.0], [0.0, 5000.0, 0.0]])
    yield Case(logits=logits, targets=np.array([0, 1]))
    yield Case(logits=logits, targets=np.array([1, 2]))


@exercise.check("a larger batch", ko="더 큰 배치", points=2)
def larger_batch(rng):
    yield Case(logits=rng.uniform(-2, 2, size=(9, 5)), targets=_all_classes(rng, 9, 5))
    yield Case(logits=rng.uniform(-2, 2, size=(6, 2)), targets=_all_classes(rng, 6, 2))


@exercise.check(
    "the same scores by rows and by columns",
    ko="같은 점수를 행으로, 또 열로",
    points=3,
    driver="both_ways",
)
def rows_and_columns(rng):
    yield Case(scores=rng.uniform(-2, 2, size=(4, 4)) + 2 * np.eye(4))


@exercise.check("very small and very large losses", ko="아주 작은 손실과 아주 큰 손실", points=3)
def far_out(rng):
    for low, high in ((18, 36), (800, 8000)):
        logits = rng.uniform(-2, 2, size=(3, 4))
        logits[np.arange(3), [2, 0, 3]] += rng.uniform(low, high, size=3)
        yield Case(logits=logits, targets=np.array([2, 0, 3]))
        yield Case(logits=logits, targets=np.array([1, 3, 0]))
        yield Case(logits=-logits, targets=np.array([2, 0, 3]))


@exercise.check("float32", ko="float32", points=1)
def single_precision(rng):
    logits = rng.uniform(-2, 2, size=(4, 3))
    logits[1] += np.array([-120.0, 120.0, 0.0])
    yield Case(logits=logits.astype(np.float32), targets=np.array([0, 2, 1, 2]))


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    yield Case(logits=rng.uniform(-2, 2, size=(3, 4)), targets=np.array([3, 0, 1]))


def _all_classes(rng, n, classes):
    """Targets in random order in which every class appears."""
    return rng.permutation(np.arange(n) % classes)
