import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=13,
    notes=["top"],
    oracle="torch.autograd, finite differences",
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
    "downhill, one score rises and the others fall",
    ko="내려가면 한 점수는 오르고 나머지는 내려감",
    points=2,
    public=True,
    driver="descent",
    plot=Plot("curve", x={"ko": "걸음", "en": "step"}, y={"ko": "로짓", "en": "logit"}),
)
def downhill(rng):
    yield Case(logits=np.array([0.0, 1.5, -1.0]), target=0, steps=30, lr=0.5)


@exercise.check(
    "a larger batch, called twice", ko="더 큰 배치로 두 번 호출", points=3, driver="twice"
)
def larger_batch(rng):
    yield Case(logits=rng.uniform(-2, 2, size=(9, 5)), targets=rng.permutation(np.arange(9) % 5))


@exercise.check(
    "scores far apart in a row, and rows far apart",
    ko="행 안에서도 행끼리도 멀리 떨어진 점수",
    points=2,
)
def far_apart(rng):
    logits = rng.uniform(-2, 2, size=(4, 3)) + np.array([[-3000.0], [0.0], [0.0], [4000.0]])
    # One of these two rows is right, the other wrong.
    logits[[1, 2], [2, 0]] += rng.uniform(800, 8000, size=2)
    yield Case(logits=logits, targets=np.array([0, 2, 1, 2]))
    # The largest sizes that there are, in a single row; then a single class.
    yield Case(logits=np.array([[1e4, -1e4]]), targets=np.array([1]))
    yield Case(logits=rng.uniform(-2, 2, size=(3, 1)), targets=np.zeros(3, dtype=np.int64))


@exercise.check("float32 stays float32", ko="float32는 float32로", points=3)
def single_precision(rng):
    logits = rng.uniform(-2, 2, size=(4, 3))
    logits[0] -= 120
    logits[1, 2] += 120
    yield Case(logits=logits.astype(np.float32), targets=np.array([0, 1, 1, 2]))
    # All scores are zero.
    yield Case(logits=np.zeros((2, 3), dtype=np.float32), targets=np.array([1, 2]))


@exercise.check(
    "the inputs stay as they were", ko="입력이 바뀌지 않음", points=1, driver="inputs_after"
)
def untouched(rng):
    logits = rng.uniform(-2, 2, size=(3, 4)).astype(np.float32)
    logits[0, 0] = 3  # the largest score, of a class that is not the true one
    yield Case(logits=logits, targets=np.array([3, 0, 1]))
