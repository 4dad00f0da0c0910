"""General relations on the course's exercises: with no word from their authors.

Each version is the reference with one thing done to what it returns, and is judged as a submission
is: called by the exercise's own drivers, with its hidden checks.
"""

from __future__ import annotations

import functools
import math
import textwrap
from dataclasses import replace

import numpy as np
import pytest

from autograder.collecting.pieces import Piece
from autograder.collecting.submission import Submission
from autograder.diagnosis.relations import RELATIONS
from autograder.diagnosis.texts_alike import TEXTUAL
from autograder.grading.judge import judge_here
from autograder.grading.run import grade_submission
from autograder.keys.making import make_key
from autograder.limits import Limits
from autograder.sandbox.confined import Sandbox
from tests.sampling import sampled
from tests.toy_settings import SEED


def changed(value, change):
    """An answer with every array and real number in it changed."""
    if isinstance(value, dict):
        return {name: changed(item, change) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(changed(item, change) for item in value)
    if isinstance(value, np.ndarray | np.floating):
        new = np.asarray(change(np.asarray(value)))
        return new if new.dtype.kind in "iu" else new.astype(value.dtype)
    return float(change(np.asarray(value))) if isinstance(value, float) else value


def entrywise(change):
    """A version that does this to each number or array that the reference returns."""

    def version(reference):
        @functools.wraps(reference)
        def answer(*args, **kwargs):
            with np.errstate(all="ignore"):
                return changed(reference(*args, **kwargs), change)

        return answer

    return version


def on_rows(change):
    """The same, for arrays of more than one row."""
    return entrywise(lambda x: change(x) if x.ndim and len(x) > 1 else x)


def times(factor):
    """A version with a factor that depends on the arguments."""

    def version(reference):
        def answer(**kwargs):
            return changed(reference(**kwargs), lambda x: x * factor(kwargs))

        @functools.wraps(reference)
        def called(*args, **kwargs):
            names = reference.__code__.co_varnames
            return answer(**dict(zip(names, args, strict=False)), **kwargs)

        return called

    return version


def of(name, function):
    """A factor computed from one argument."""
    return lambda given: function(given[name])


def reordered(*order):
    """A version that returns its several values in another order."""

    def version(reference):
        return functools.wraps(reference)(
            lambda *args, **kwargs: tuple(reference(*args, **kwargs)[i] for i in order)
        )

    return version


def returning(name):
    """A version that returns one of its arguments as it is."""

    def version(reference):
        names = reference.__code__.co_varnames

        def answer(*args, **kwargs):
            return {**dict(zip(names, args, strict=False)), **kwargs}[name]

        return functools.wraps(reference)(answer)

    return version


def rows_of_one(reference):
    """A version whose steps are one array, put into a list again and again while it changes."""

    @functools.wraps(reference)
    def answer(*args, **kwargs):
        def walked(path):
            now, kept = path[0].copy(), []
            for row in path[1:]:
                now[...] = row
                kept.append(now)
            return np.array([path[0], *kept])

        found = reference(*args, **kwargs)
        return (
            {n: walked(p) for n, p in found.items()} if isinstance(found, dict) else walked(found)
        )

    return answer


def one_buffer(reference):
    """A version that returns one array at every call, and writes the new answer into it."""
    buffers = {}

    @functools.wraps(reference)
    def answer(*args, **kwargs):
        found = np.asarray(reference(*args, **kwargs))
        buffer = buffers.setdefault((found.shape, found.dtype), found)
        buffer[...] = found
        return buffer

    return answer


def no_return(*args, **kwargs):
    """A version without a return."""


def arrays_as(change):
    """A version that returns something else for each array."""

    def of(value):
        if isinstance(value, dict):
            return {name: of(item) for name, item in value.items()}
        return change(value) if isinstance(value, np.ndarray) else value

    def version(reference):
        return functools.wraps(reference)(lambda *args, **kwargs: of(reference(*args, **kwargs)))

    return version


def other_numbers(x):
    """Nothing that is simple."""
    return x * x + x / 3 + 1


def where(belongs):
    """A version that is wrong in nothing simple, for the arrays that belong."""
    return entrywise(lambda x: other_numbers(x) if belongs(x) else x)


def wrong_where_negative(name):
    """A version that is wrong where this argument is negative."""

    def version(reference):
        names = reference.__code__.co_varnames

        @functools.wraps(reference)
        def answer(*args, **kwargs):
            given = {**dict(zip(names, args, strict=False)), **kwargs}[name]
            found = reference(*args, **kwargs)
            return np.where(np.asarray(given) < 0, found * found + 3, found).astype(found.dtype)

        return answer

    return version


def writing_into(name):
    """A version that leaves something else in an argument."""

    def version(reference):
        names = reference.__code__.co_varnames

        @functools.wraps(reference)
        def answer(*args, **kwargs):
            found = reference(*args, **kwargs)
            given = {**dict(zip(names, args, strict=False)), **kwargs}[name]
            if isinstance(given, np.ndarray):
                given[...] = np.arange(given.size).reshape(given.shape) + 1
            return found

        return answer

    return version


def remembering(reference):
    """A version that answers otherwise when it sees an argument again."""
    seen = []

    @functools.wraps(reference)
    def answer(*args, **kwargs):
        first = (*args, *kwargs.values())[0]
        again = any(each is first for each in seen)
        seen.append(first)
        found = reference(*args, **kwargs)
        return changed(found, other_numbers) if again else found

    return answer


def later_steps(reference):
    """A version whose first step is right."""
    return on_rows(lambda x: np.concatenate([x[:2], x[2:] ** 2 + 1]))(reference)


def size(value):
    """How many there are in the first axis; a number is one."""
    return max(len(value), 1) if np.ndim(value) else 1


def rows(relation, version, *exercises, of=None):
    """Rows of the table: one version of several exercises."""
    return [(relation, of, of, exercise, version) for exercise in exercises]


def rows_by_argument(relation, version, told, **arguments):
    """The same for a version that needs the name of an argument, which may be told."""
    return [
        (relation, told, told and told.format(name), exercise, version(name))
        for exercise, name in arguments.items()
    ]


def scaled(function):
    """A version with a factor that is computed from one argument."""
    return lambda name: times(of(name, function))


ANY = ("softmax", "moving_average", "adagrad_learning_rates", "exponential_decay")
PATHS = ("train_linear_regression", "descend_landscape", "compare_optimizers")
SEQUENCES = (*PATHS, "moving_average", "cosine_decay")
SIZES = {"moving_average": "values", "ridge_path": "X", "softmax": "z"}

TABLE = [
    *rows("negated", entrywise(np.negative), *ANY, "momentum_step"),
    *rows("complement", entrywise(lambda x: 1 - x), *ANY),
    *rows("squared", entrywise(np.square), "sigmoid", "cross_entropy", "ridge_path"),
    *rows("rooted", entrywise(np.sqrt), "l1_norm", "l2_distance", "gradient_noise"),
    *rows("reciprocal", entrywise(lambda x: 1 / x), *ANY),
    *rows("absolute", entrywise(np.abs), "linear_regression_gradient", "ridge_path", PATHS[1]),
    *rows("returns_nothing", lambda reference: no_return, *ANY, *PATHS, "momentum_step"),
    *rows("list_for_array", arrays_as(np.ndarray.tolist), "softmax", "ridge_path", *PATHS),
    *rows("double_precision", arrays_as(np.float64), "softmax", "moving_average", "ridge_path"),
    *rows("log_base", entrywise(lambda x: x / math.log(2)), "cross_entropy", *ANY, of="2"),
    *rows("log_base", entrywise(lambda x: x / math.log(10)), "cross_entropy", *ANY, of="10"),
    *rows("truncated", entrywise(lambda x: x.astype(int)), "l1_norm", "ridge_path", PATHS[1]),
    *rows("rounded", entrywise(np.round), "sigmoid", "l2_distance", "step_decay"),
    *rows("factor", entrywise(lambda x: 2 * x), *ANY, "adam_step", of="2"),
    *rows("factor", entrywise(lambda x: x / 2), *ANY, "l1_norm", of="1/2"),
    *rows_by_argument("factor", scaled(size), "len({})", **SIZES),
    *rows_by_argument("factor", scaled(lambda x: 1 / size(x)), "1/len({})", **SIZES),
    *rows_by_argument("factor", scaled(lambda x: size(x) ** 0.5), "sqrt(len({}))", **SIZES),
    *rows_by_argument(
        "factor", scaled(float), "{}", l1_penalty="lam", cosine_decay="lr0", step_decay="lr0"
    ),
    *rows_by_argument(
        "factor",
        scaled(lambda x: 1 - x),
        "1 - {}",
        elastic_net_penalty="ratio",
        moving_average="beta",
        step_decay="gamma",
    ),
    *rows("offset", entrywise(lambda x: x + 0.5), *ANY),
    *rows("swapped", reordered(1, 0), "adagrad_step", "rmsprop_step"),
    *rows("swapped", reordered(1, 2, 0), "adam_step", "three_way_split"),
    *rows("reversed", on_rows(lambda x: x[::-1]), *SEQUENCES),
    *rows("transposed", entrywise(np.transpose), "softmax", "sigmoid", "penalty_gradient"),
    *rows("shifted", on_rows(lambda x: np.concatenate([x[:1], x[:-1]])), *SEQUENCES),
    *rows("ahead", on_rows(lambda x: np.concatenate([x[1:], x[-1:]])), *SEQUENCES),
    *rows("same_object", rows_of_one, PATHS[0], PATHS[2], "compare_momentum"),
    *rows("same_object", one_buffer, "gradient_step", "bias_correction", "cosine_decay"),
    *rows_by_argument(
        "returns_input", returning, "{}", sigmoid="x", gradient_step="w", linear_warmup="lr0"
    ),
    *rows_by_argument(
        "changes_inputs",
        writing_into,
        None,
        softmax="z",
        adagrad_learning_rates="grads",
        l1_norm="w",
        momentum_step="grad",
    ),
    *rows(
        "depends_on_earlier_call", remembering, "sigmoid", "cross_entropy_gradient", "ridge_path"
    ),
    *rows(
        "single_precision",
        entrywise(lambda x: x.astype(np.float32)),
        "sigmoid",
        "adam_step",
        "ridge_path",
        "l2_norm",
    ),
    *rows(
        "numbers_only", where(lambda x: x.ndim > 0), "momentum_step", "nesterov_step", "adam_step"
    ),
    *rows(
        "one_axis_only", where(lambda x: x.ndim > 1), "adagrad_step", "rmsprop_step", "adam_step"
    ),
    *rows("first_step_only", later_steps, *PATHS),
    *rows_by_argument(
        "positive_only", wrong_where_negative, None, sigmoid="x", softmax="z", penalty_gradient="w"
    ),
    *rows(
        "clipped",
        entrywise(lambda x: np.clip(x, -1, 1)),
        "ridge_path",
        "overshoot",
        "l1_distance",
    ),
]


@pytest.fixture(scope="module")
def solutions(course):
    """All exercises by their names."""
    return {solution.name: solution for solution in course.solutions()}


@pytest.fixture(scope="module")
def key_of(solutions):
    """A function that gives an exercise's key, hidden checks included, and no mistakes."""
    return functools.cache(lambda exercise: replace(make_key(solutions[exercise], SEED), hints={}))


@pytest.mark.parametrize(
    ("relation", "kind", "of", "exercise", "version"),
    sampled(
        TABLE,
        0.5,
        name=lambda row: "-".join(filter(None, (row[0], *row[2:4]))),
        kind=lambda row: row[:2],
    ),
)
@pytest.mark.no_cover  # it takes twice as long, and tests/diagnosis covers the same lines
def test_named_with_no_word_from_the_author(
    solutions, key_of, relation, kind, of, exercise, version
):
    """By its name, and by what it is of where there are several of that name."""
    found = judge_here(key_of(exercise), version(solutions[exercise].reference)).diagnosis
    assert found is not None
    assert (found.kind, found.name, found.of) == ("relation", relation, of)


# Only one exercise returns texts, and none returns complex numbers; what comes on top of a listed
# mistake is found in a library. tests/diagnosis has those.
@pytest.mark.parametrize(
    "relation", sorted({*RELATIONS} - {*TEXTUAL} - {"conjugated", "real_part", "also_scaled"})
)
def test_every_relation_is_named_on_three_exercises(relation):
    """Of each kind that the table has of it, and of every relation of numbers that there is."""
    kinds = {}
    for name, kind, _, exercise, _ in TABLE:
        if name == relation:
            kinds.setdefault(kind, set()).add(exercise)
    assert kinds
    assert all(len(exercises) >= 3 for exercises in kinds.values()), kinds


HANDED_IN = {
    ("same_object", "train_linear_regression"): """
        import numpy as np
        def train_linear_regression(X, y, w0, lr, batch_size, orders):
            w = w0
            path = [w]
            for order in orders:
                for start in range(0, len(order), batch_size):
                    rows = order[start : start + batch_size]
                    w -= lr * 2 / len(rows) * X[rows].T @ (X[rows] @ w - y[rows])
                path.append(w)
            return np.array(path)
        """,
    ("same_object", "gradient_step"): """
        import numpy as np
        buffers = {}
        def gradient_step(w, grad, lr):
            out = buffers.setdefault((np.shape(w), np.asarray(w).dtype), np.array(w))
            return np.subtract(w, lr * grad, out=out)
        """,
    ("same_object", "moving_average"): """
        import numpy as np
        def moving_average(values, beta, averages={}):
            out = averages.setdefault((values.shape, values.dtype), np.zeros_like(values))
            m = 0.0
            for t, x in enumerate(values):
                out[t] = m = beta * m + (1 - beta) * x
            return out
        """,
    ("depends_on_earlier_call", "cross_entropy_gradient"): """
        import numpy as np
        known = {}
        def cross_entropy_gradient(logits, targets):
            shares = known.get(logits.tobytes())
            if shares is None:
                powers = np.exp(logits - logits.max(axis=1, keepdims=True))
                known[logits.tobytes()] = shares = powers / powers.sum(axis=1, keepdims=True)
            shares[np.arange(len(targets)), targets] -= 1
            return shares / len(targets)
        """,
    ("changes_inputs", "momentum_step"): """
        def momentum_step(w, v, grad, lr, beta):
            v *= beta
            v -= lr * grad
            return w + v, v
        """,
    ("changes_inputs", "moving_average"): """
        def moving_average(values, beta):
            averages = values.copy()
            values *= 1 - beta
            m = 0.0
            for t, x in enumerate(values):
                averages[t] = m = beta * m + x
            return averages
        """,
}


@pytest.fixture(scope="module")
def sandbox():
    """A warm interpreter."""
    with Sandbox(Limits(check_seconds=5, checks_seconds=60)) as made:
        yield made


@pytest.mark.parametrize(("relation", "exercise"), HANDED_IN)
def test_what_one_call_leaves_to_the_next(sandbox, key_of, relation, exercise):
    """As a student would write it, in the sandbox, where all calls share one process."""
    source = textwrap.dedent(HANDED_IN[relation, exercise])
    submission = Submission("student", "any", (Piece(0, source),), {})
    (result,) = grade_submission(sandbox, submission, [key_of(exercise)]).exercises
    found = result.diagnosis
    assert found is not None
    assert (found.kind, found.name) == ("relation", relation)
