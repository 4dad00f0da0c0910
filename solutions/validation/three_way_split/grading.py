import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["33"],
    oracle="sklearn.model_selection",
    domain={
        "order": "int (n,) >= 0",
        "validation_fraction": "[0, 1]",
        "test_fraction": "[0, 1]",
    },
)


def _case(rng, n, validation, test):
    """The indices 0 to n - 1 in disorder: the last one comes first, so they are never sorted."""
    order = np.concatenate([[n - 1], rng.permutation(n - 1)])
    return Case(order=order, validation_fraction=validation, test_fraction=test)


@exercise.check(
    "train, validation and test follow each other",
    ko="학습, 검증, 테스트가 차례로 이어짐",
    points=1,
    public=True,
)
def parts(rng):
    yield _case(rng, 8, 0.25, 0.125)


@exercise.check("each size rounds up on its own", ko="두 크기를 따로 올림", points=1, public=True)
def rounding(rng):
    yield _case(rng, 10, 0.25, 0.25)


@exercise.check("other sizes and fractions", ko="다른 크기와 비율", points=2)
def sizes(rng):
    # 9.75 and 3.25 rows, which come to 14; rounded together they would be 13.
    yield _case(rng, 26, 0.375, 0.125)


@exercise.check(
    "sizes that floating point blurs", ko="부동소수점 오차에 흔들리지 않는 크기", points=3
)
def blurred(rng):
    # The products are 14.000000000000002 and 7.000000000000001; then 7.5 and 7.000000000000001.
    yield _case(rng, 50, 0.28, 0.14)
    yield _case(rng, 50, 0.15, 0.14)


@exercise.check("parts that stay empty", ko="비어 있는 부분", points=3)
def empty(rng):
    # Each of the three is empty once.
    yield _case(rng, 9, 0.25, 0.0)
    yield _case(rng, 9, 0.0, 0.25)
    yield _case(rng, 8, 0.25, 0.75)
    # All rows in one part, of many and of one.
    for n in (1, 9):
        yield _case(rng, n, 1, 0)
        yield _case(rng, n, 0, 1)
