import numpy as np

from autograder import Case, Exercise

exercise = Exercise(
    points=10,
    notes=["32", "33"],
    oracle="sklearn.model_selection",
    domain={
        "order": "int (n,) >= 0",
        "test_fraction": "[0, 1]",
    },
)


def _shuffled(rng, n):
    """The indices 0 to n - 1 in disorder: the last one comes first, so they are never sorted."""
    return np.concatenate([[n - 1], rng.permutation(n - 1)])


@exercise.check(
    "the first part trains, the last part tests",
    ko="앞부분은 학습, 뒷부분은 테스트",
    points=1,
    public=True,
)
def parts(rng):
    yield Case(order=_shuffled(rng, 8), test_fraction=0.25)


@exercise.check(
    "a size that is not whole rounds up", ko="나누어떨어지지 않으면 올림", points=1, public=True
)
def rounding(rng):
    for n in (9, 11):
        yield Case(order=_shuffled(rng, n), test_fraction=0.25)


@exercise.check("other sizes and fractions", ko="다른 크기와 비율", points=2)
def sizes(rng):
    # 5.25 rows: neither cutting off nor going to the nearest gives 6.
    yield Case(order=_shuffled(rng, 14), test_fraction=0.375)


@exercise.check(
    "sizes that floating point blurs", ko="부동소수점 오차에 흔들리지 않는 크기", points=3
)
def blurred(rng):
    # The products are 7.000000000000001, and 7.5, so that cutting off does not earn this. Of ten
    # rows, one less nine tenths of them are 0.9999999999999998.
    for n, fraction in ((25, 0.28), (50, 0.15), (10, 0.9)):
        yield Case(order=_shuffled(rng, n), test_fraction=fraction)


@exercise.check("no test rows, or nothing else", ko="테스트가 비거나 전부일 때", points=3)
def extremes(rng):
    # Each part is empty once. Half of nine rows beside them, so that a wrong size, or the wrong
    # end, does not earn this.
    for fraction in (0.0, 1.0, 0.5):
        yield Case(order=_shuffled(rng, 9), test_fraction=fraction)
    # The fewest rows that there may be.
    yield Case(order=_shuffled(rng, 1), test_fraction=1)
