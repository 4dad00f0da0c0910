import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=13,
    notes=["top"],
    oracle="torch.nn.functional.cross_entropy",
    domain={
        "logits": "float (N, C) in [-1e4, 1e4]",
        "targets": "int (N,) in [0, C)",
    },
)


@exercise.check("a few samples", ko="표본 몇 개", points=2, public=True)
def few_samples(rng):
    # First a single one, which is the least that there may be and can be worked by hand.
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
    # Every class appears.
    yield Case(logits=rng.uniform(-2, 2, size=(9, 5)), targets=rng.permutation(np.arange(9) % 5))


@exercise.check(
    "the same scores by rows and by columns",
    ko="같은 점수를 행으로, 또 열로",
    points=3,
    driver="both_ways",
)
def rows_and_columns(rng):
    scores = rng.uniform(-2, 2, size=(4, 4)) + 2 * np.eye(4)
    # The best score of its row and of its column, and in neither the one of the true class.
    scores[0, 1] = 5
    yield Case(scores=scores)


@exercise.check("very small and very large losses", ko="아주 작은 손실과 아주 큰 손실", points=3)
def far_out(rng):
    logits = rng.uniform(-2, 2, size=(4, 5))
    far = np.concatenate([rng.uniform(18, 22, size=2), rng.uniform(800, 8000, size=2)])
    targets = np.array([2, 0, 3, 1])
    logits[np.arange(4), targets] += far
    # Apart from each other: the small losses vanish in a mean with large ones.
    yield Case(logits=logits, targets=targets)
    yield Case(logits=-logits, targets=targets)
    # The largest sizes that there are, in a single row; then a single class.
    yield Case(logits=np.array([[1e4, -1e4]]), targets=np.array([1]))
    yield Case(logits=rng.uniform(-2, 2, size=(3, 1)), targets=np.zeros(3, dtype=np.int64))
    # Rows far from each other, in each of which every class has some probability.
    rows = np.array([[-900.0], [900.0]])
    yield Case(logits=rows + rng.uniform(-2, 2, size=(2, 3)), targets=np.array([1, 0]))


@exercise.check("float32", ko="float32", points=1)
def single_precision(rng):
    logits = rng.uniform(-2, 2, size=(4, 3))
    logits[1] += np.array([-150.0, 120.0, 0.0])
    # The second score is nobody's target: taken by columns, it would make up for the second row.
    yield Case(logits=logits.astype(np.float32), targets=np.array([0, 2, 0, 2]))


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    logits = rng.uniform(-2, 2, size=(3, 4))
    # The best score of the first row, and not its target.
    logits[0, 1] = 3
    yield Case(logits=logits, targets=np.array([3, 0, 1]))
