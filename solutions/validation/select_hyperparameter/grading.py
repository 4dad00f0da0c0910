import numpy as np

from autograder import Case, Exercise, Plot

exercise = Exercise(
    points=13,
    notes=["34"],
    oracle="sklearn.model_selection.GridSearchCV",
    domain={
        "candidates": "list of number; special 0",
        "fit": "function",
        "score": "function",
        "train": "float64 (n_train, d)",
        "validation": "float64 (n_validation, d)",
        "test": "float64 (n_test, d)",
    },
)


def _round(rng, train, validation, test):
    """Scores in sixteenths, all raised by the same positive amount: exact in binary."""
    shift = rng.integers(1, 16)
    kinds = {"train": train, "validation": validation, "test": test}
    return {kind: (np.array(scores) + shift) / 16 for kind, scores in kinds.items()}


def _negative(scores):
    return {kind: row - 8 for kind, row in scores.items()}


@exercise.check(
    "the best on validation, with its test score",
    ko="검증 점수가 가장 높은 후보와 그 테스트 점수",
    points=2,
    public=True,
    driver="tables",
)
def best_on_validation(rng):
    rounds = [
        _round(rng, train=[4, 6, 8, 9], validation=[3, 7, 5, 1], test=[2, 4, 6, 3]),
        _round(rng, train=[4, 6, 8, 9], validation=[3, 5, 7, 1], test=[5, 4, 3, 2]),
    ]
    yield Case(candidates=[0.5, 0.25, 0.125, 0.0], rounds=rounds)


@exercise.check(
    "the degree of a polynomial",
    ko="다항식의 차수 고르기",
    points=2,
    public=True,
    driver="polynomial",
    # The fit is a least squares problem, whose last digits depend on the machine.
    rtol=1e-6,
    atol=1e-6,
    plot=Plot("path", x="x", y={"ko": "예측", "en": "prediction"}),
)
def degree(rng):
    def points(n):
        x = np.linspace(-1, 1, n)
        return np.column_stack([x, np.sin(3 * x) + 0.3 * rng.normal(size=n)])

    # Degree 9 nearly goes through the twelve noisy points that it has learned from.
    degrees = [1, 2, 3, 4, 6, 8, 9]
    yield Case(degrees=degrees, train=points(12), validation=points(40), test=points(41))


@exercise.check(
    "of equally good candidates the first", ko="점수가 같으면 앞의 후보", points=2, driver="tables"
)
def ties(rng):
    rounds = [
        _round(rng, train=[4, 6, 8, 5], validation=[1, 6, 3, 6], test=[2, 3, 5, 8]),
        _round(rng, train=[4, 6, 8, 5], validation=[1, 2, 4, 8], test=[2, 3, 5, 4]),
        _round(rng, train=[4, 6, 8, 5], validation=[5, 5, 5, 5], test=[2, 3, 5, 1]),
    ]
    yield Case(candidates=[1, 3, 7, 15], rounds=rounds)
    # A candidate that is zero wins; the data are a single number each.
    rounds = [_round(rng, train=[4, 6], validation=[7, 3], test=[2, 5])]
    yield Case(candidates=[0, 2], rounds=rounds, shape=[1, 1])


@exercise.check("negative scores", ko="음수 점수", points=3, driver="tables")
def negative(rng):
    rounds = [
        _round(rng, train=[4, 6, 8], validation=[1, 4, 2], test=[7, 5, 6]),
        _round(rng, train=[4, 6, 8], validation=[1, 3, 3], test=[4, 5, 6]),
        _round(rng, train=[8, 6, 4], validation=[2, 1, 5], test=[4, 5, 2]),
    ]
    yield Case(candidates=[8, 4, 2], rounds=[_negative(scores) for scores in rounds])


@exercise.check(
    "the test data is scored once", ko="테스트 데이터는 한 번만 평가", points=4, driver="test_uses"
)
def test_once(rng):
    rounds = [
        _round(rng, train=[1, 3, 9, 7, 8], validation=[1, 3, 5, 6, 4], test=[2, 4, 9, 3, 1]),
        _round(rng, train=[1, 3, 7, 9, 8], validation=[1, 6, 5, 6, 4], test=[2, 4, 5, 3, 1]),
    ]
    yield Case(candidates=[0.5, 1.0, 2.0, 4.0, 8.0], rounds=rounds)
    # The fewest candidates there may be.
    yield Case(candidates=[0.5], rounds=[_negative(_round(rng, [3], [2], [1]))])
