"""The references of `validation` against scikit-learn and PyTorch, and against their own laws."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from autograder.compare import Tolerance, compare
from tests.this_course.oracles import recorded

RECORD = recorded("validation")


hundredths = st.integers(0, 100)
# Differences of these are exact in binary.
sixteenths = st.integers(-64, 64).map(lambda number: number / 16)
errors = st.integers(0, 64).map(lambda number: number / 16)
score_lists = st.lists(sixteenths | st.just(math.nan), min_size=1, max_size=30).map(np.array)
patiences = st.integers(1, 6)
min_deltas = st.integers(0, 20).map(lambda number: number / 16)


@pytest.mark.proof
def test_the_record_is_what_the_libraries_answer():
    """Recording anew gives the same."""
    pytest.importorskip("torch")
    pytest.importorskip("sklearn")
    from tests.this_course.oracles.validation import record

    assert compare(record(), RECORD, Tolerance(rtol=1e-12, atol=1e-13)) is None


def test_train_test_split_like_scikit_learn(reference):
    """The same two parts as without shuffling there."""
    split = reference("train_test_split")

    for case in RECORD["train_test_split"]:
        parts = split(case["order"], case["fraction"])
        assert [case["train"].tolist(), case["test"].tolist()] == [p.tolist() for p in parts]


def test_three_way_split_like_scikit_learn(reference):
    """The same three parts as by two splits there."""
    split = reference("three_way_split")

    for case in RECORD["three_way_split"]:
        parts = split(case["order"], *case["fractions"])
        assert [p.tolist() for p in case["parts"]] == [p.tolist() for p in parts]


@given(st.integers(1, 300), hundredths)
def test_train_test_split_is_a_split(reference, n, percent):
    """Complete, disjoint, in order, and as large as the exact fraction says."""
    order = np.arange(n)[::-1]

    train, test = reference("train_test_split")(order, percent / 100)

    assert order.tolist() == [*train, *test]
    assert math.ceil(Fraction(n * percent, 100)) == len(test)


@given(st.integers(1, 300), hundredths, hundredths)
def test_three_way_split_is_a_split(reference, n, validation_percent, test_percent):
    """Complete, disjoint, in order, and as large as the exact fractions say."""
    order = np.arange(n)[::-1]
    sizes = [math.ceil(Fraction(n * each, 100)) for each in (validation_percent, test_percent)]
    assume(sum(sizes) <= n)

    parts = reference("three_way_split")(order, validation_percent / 100, test_percent / 100)

    assert order.tolist() == [index for part in parts for index in part]
    assert [n - sum(sizes), *sizes] == [len(part) for part in parts]


@given(st.integers(1, 300), hundredths)
def test_three_way_split_without_validation_is_the_simple_one(reference, n, percent):
    """With no rows for validation the other two parts are those of the simple split."""
    order = np.arange(n)[::-1]

    train, validation, test = reference("three_way_split")(order, 0, percent / 100)

    simple = reference("train_test_split")(order, percent / 100)
    assert [part.tolist() for part in simple] == [train.tolist(), test.tolist()]
    assert len(validation) == 0


def neighbours(count, rows):
    """A model by nearest neighbours: what it needs to predict."""
    return count, rows


def r_squared(model, rows):
    """How much of the variance the mean of the nearest neighbours explains."""
    count, known = model
    distances = np.abs(rows[:, :1] - known[:, 0])
    nearest = np.argsort(distances, axis=1)[:, :count]
    predicted = known[nearest, 1].mean(axis=1)
    residuals = rows[:, 1] - predicted
    return 1 - np.sum(residuals**2) / np.sum((rows[:, 1] - rows[:, 1].mean()) ** 2)


def test_select_hyperparameter_like_a_grid_search(reference):
    """The same number of neighbours as GridSearchCV without refit, and the same test score."""
    case = RECORD["select_hyperparameter"]
    data = {kind: case[kind] for kind in ("train", "validation", "test")}

    found = reference("select_hyperparameter")(case["candidates"], neighbours, r_squared, **data)

    assert case["chosen"] == found[0]
    assert case["test score"] == pytest.approx(found[1], rel=1e-12)


def test_select_hyperparameter_with_the_estimators_themselves(reference):
    """The same as GridSearchCV when its own estimator is what is fitted and scored."""
    pytest.importorskip("sklearn")
    from sklearn.neighbors import KNeighborsRegressor

    case = RECORD["select_hyperparameter"]
    data = {kind: case[kind] for kind in ("train", "validation", "test")}

    found = reference("select_hyperparameter")(
        case["candidates"],
        lambda count, rows: KNeighborsRegressor(count).fit(rows[:, :1], rows[:, 1]),
        lambda model, rows: model.score(rows[:, :1], rows[:, 1]),
        **data,
    )

    assert case["chosen"] == found[0]
    assert case["test score"] == pytest.approx(found[1], rel=1e-12)


@given(st.lists(st.tuples(sixteenths, sixteenths), min_size=1, max_size=8))
def test_select_hyperparameter_takes_the_first_of_the_best(reference, scores):
    """The test scores do not matter for the choice, and only one of them is asked for."""
    asked = []

    def score(model, data):
        asked.append((model, data))
        return scores[model][("validation", "test").index(data)]

    candidate, test_score = reference("select_hyperparameter")(
        list(range(len(scores))),
        lambda candidate, data: {"train": candidate}[data],
        score,
        "train",
        "validation",
        "test",
    )

    validated = [validation for validation, _ in scores]
    assert validated.index(max(validated)) == candidate
    assert scores[candidate][1] == test_score
    assert [(candidate, "test")] == [each for each in asked if each[1] == "test"]


def test_early_stopping_like_a_plateau_scheduler(reference):
    """Stops where ReduceLROnPlateau first acts, at the best that it had seen."""
    stop = reference("early_stopping")

    for case in RECORD["early_stopping"]:
        found = stop(case["scores"], case["patience"], case["min_delta"])
        assert (case["stop"], case["best"]) == found


@given(score_lists, patiences, min_deltas)
def test_early_stopping_ends_after_a_window_without_improvement(
    reference, scores, patience, min_delta
):
    """No score between the best epoch and the stop beats the best; the wait is the patience."""
    stop, best = reference("early_stopping")(scores, patience, min_delta)

    since = stop - (-1 if best is None else best)
    assert since == patience or (since < patience and stop == len(scores) - 1)
    bar = -math.inf if best is None else scores[best] + min_delta
    assert not (scores[(0 if best is None else best + 1) : stop + 1] > bar).any()


@given(score_lists, patiences, min_deltas)
def test_early_stopping_does_not_see_what_comes_after(reference, scores, patience, min_delta):
    """Scores after the stop change nothing."""
    stop, best = reference("early_stopping")(scores, patience, min_delta)

    assert (stop, best) == reference("early_stopping")(scores[: stop + 1], patience, min_delta)


@given(score_lists, patiences, min_deltas, sixteenths)
def test_early_stopping_depends_on_differences_alone(reference, scores, patience, min_delta, shift):
    """All scores raised or lowered by one amount give the same epochs."""
    stop = reference("early_stopping")

    assert stop(scores, patience, min_delta) == stop(scores + shift, patience, min_delta)


@given(score_lists, patiences, min_deltas)
def test_early_stopping_with_more_patience_is_never_worse(reference, scores, patience, min_delta):
    """Who waits longer stops no earlier, and keeps a model at least as good."""
    stop, best = reference("early_stopping")(scores, patience, min_delta)
    later_stop, later_best = reference("early_stopping")(scores, patience + 1, min_delta)

    assert stop <= later_stop
    assert best is None or scores[best] <= scores[later_best]


@given(st.integers(1, 30), patiences)
def test_early_stopping_without_any_score(reference, epochs, patience):
    """With nothing but NaN there is no best epoch."""
    found = reference("early_stopping")(np.full(epochs, np.nan), patience, 0.0)

    assert (min(patience, epochs) - 1, None) == found


@given(errors, errors, errors, errors)
def test_diagnose_fit_says_what_it_means(reference, train, validation, target, gap):
    """Each verdict is given just where its own statement about the errors is true."""
    too_large, too_far = train > target, validation > train + gap

    verdict = reference("diagnose_fit")(train, validation, target, gap)

    assert {
        "underfit": too_large,
        "overfit": too_far and not too_large,
        "good": not too_far and not too_large,
    } == {name: name == verdict for name in ("underfit", "overfit", "good")}


@given(errors, errors, errors, errors, errors)
def test_diagnose_fit_depends_on_differences_alone(
    reference, train, validation, target, gap, shift
):
    """Both errors and the target raised by one amount, all four doubled: the same verdict."""
    diagnose = reference("diagnose_fit")

    verdict = diagnose(train, validation, target, gap)

    assert verdict == diagnose(train + shift, validation + shift, target + shift, gap)
    assert verdict == diagnose(2 * train, 2 * validation, 2 * target, 2 * gap)


@given(errors, errors, errors, errors, errors)
def test_diagnose_fit_as_the_validation_error_grows(
    reference, train, validation, target, gap, more
):
    """A larger validation error never makes a model look better."""
    diagnose = reference("diagnose_fit")
    ranks = ["good", "overfit", "underfit"]

    before = ranks.index(diagnose(train, validation, target, gap))

    assert before <= ranks.index(diagnose(train, validation + more, target, gap))
