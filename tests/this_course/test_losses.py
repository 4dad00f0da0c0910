"""The losses against SciPy and PyTorch, and against the laws that they obey."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tests.this_course.oracles import losses as oracle
from tests.this_course.oracles import recorded

RECORD = recorded("losses")

# Relative, also where the probabilities are tiny; only what is subnormal may differ.
CLOSE = {"float64": {"rtol": 1e-12, "atol": 1e-300}, "float32": {"rtol": 1e-5, "atol": 1e-37}}

finite = st.floats(-1e4, 1e4)
tables = arrays.arrays(np.float64, st.tuples(st.integers(1, 5), st.integers(2, 5)), elements=finite)


def _close(got, expected):
    assert got.shape == expected.shape
    assert got.dtype == expected.dtype
    np.testing.assert_allclose(got, expected, **CLOSE[expected.dtype.name])


def _targets(logits):
    return np.arange(len(logits)) % logits.shape[1]


@pytest.mark.parametrize("answer", RECORD["sigmoid"])
def test_sigmoid_is_scipys_expit(reference, answer):
    """The sigmoid at moderate and at extreme inputs, in both precisions."""
    _close(reference("sigmoid")(answer["x"]), answer["expected"])


@pytest.mark.parametrize("answer", RECORD["softmax"])
def test_softmax_is_scipys(reference, answer):
    """The softmax along each axis; always given, because SciPy's default is the whole array."""
    _close(reference("softmax")(answer["z"], axis=answer["axis"]), answer["expected"])


def test_softmax_takes_the_last_axis_by_default(reference):
    """Without an axis it is the last one."""
    z = RECORD["softmax"][0]["z"]
    _close(reference("softmax")(z), RECORD["softmax"][0]["expected"])


@pytest.mark.parametrize("answer", RECORD["binary_cross_entropy"])
def test_binary_cross_entropy_is_torchs(reference, answer):
    """The mean from logits, with hard and with soft targets."""
    got = reference("binary_cross_entropy")(answer["logits"], answer["targets"])
    assert got == pytest.approx(answer["expected"], rel=1e-12, abs=1e-14)


@pytest.mark.parametrize("answer", RECORD["cross_entropy"])
def test_cross_entropy_is_torchs(reference, answer):
    """The mean over the rows, from logits and class numbers."""
    got = reference("cross_entropy")(answer["logits"], answer["targets"])
    assert got == pytest.approx(answer["expected"], rel=1e-12, abs=1e-14)


@pytest.mark.parametrize("answer", RECORD["cross_entropy"])
def test_gradient_is_torchs(reference, answer):
    """The gradient that automatic differentiation finds."""
    got = reference("cross_entropy_gradient")(answer["logits"], answer["targets"])
    # Near the true class p - 1 cancels: the error is absolute, of the size of one rounding.
    np.testing.assert_allclose(got, answer["gradient"], rtol=1e-12, atol=1e-15)


@pytest.mark.proof
def test_the_record_is_what_the_libraries_answer_today():
    """The installed libraries agree with the recorded answers."""
    pytest.importorskip("scipy")
    pytest.importorskip("torch")
    for name, answers in oracle.record().items():
        for live, kept in zip(answers, RECORD[name], strict=True):
            for key in kept:
                np.testing.assert_allclose(live[key], kept[key], rtol=1e-6, atol=1e-15)


def test_binary_cross_entropy_is_scikit_learns_log_loss(reference):
    """scikit-learn's log_loss takes probabilities and clips them; here nothing is clipped."""
    metrics = pytest.importorskip("sklearn.metrics")
    rng = np.random.default_rng(2)
    logits, targets = rng.normal(size=40), rng.integers(2, size=40).astype(float)
    expected = metrics.log_loss(targets, 1 / (1 + np.exp(-logits)))
    assert reference("binary_cross_entropy")(logits, targets) == pytest.approx(expected, rel=1e-12)


@given(x=arrays.arrays(np.float64, (4,), elements=finite))
def test_sigmoid_mirrors(reference, x):
    """The values at x and at -x sum to 1 and lie between 0 and 1."""
    sigmoid = reference("sigmoid")
    assert np.all((sigmoid(x) >= 0) & (sigmoid(x) <= 1))
    np.testing.assert_allclose(sigmoid(x) + sigmoid(-x), 1, rtol=1e-15)


@given(z=tables, shift=st.integers(-1000, 1000))
def test_softmax_sums_to_one_and_ignores_a_shift(reference, z, shift):
    """Rows sum to 1; the same number added to a row changes nothing but roundings."""
    softmax = reference("softmax")
    np.testing.assert_allclose(softmax(z).sum(axis=1), 1, rtol=1e-14)
    np.testing.assert_allclose(softmax(z + shift), softmax(z), atol=1e-11)


@given(z=st.floats(-700, 700))
def test_sigmoid_is_softmax_of_two(reference, z):
    """With the second score at 0, the first probability is the sigmoid."""
    pair = reference("softmax")(np.array([z, 0.0]))
    np.testing.assert_allclose(pair[0], reference("sigmoid")(z), rtol=1e-14)


@given(x=st.floats(-1e4, 1e4), yes=st.booleans())
def test_binary_is_cross_entropy_of_two(reference, x, yes):
    """Two classes, one with its score at 0, are the binary loss."""
    two = reference("cross_entropy")(np.array([[0.0, x]]), np.array([int(yes)]))
    one = reference("binary_cross_entropy")(x, float(yes))
    assert one == pytest.approx(two, rel=1e-12, abs=1e-12)
    assert one >= 0


@given(x=finite, y=st.floats(0, 1))
def test_soft_target_mixes_the_hard_ones(reference, x, y):
    """The loss is linear in its target."""
    loss = reference("binary_cross_entropy")
    mixed = y * loss(x, 1.0) + (1 - y) * loss(x, 0.0)
    assert loss(x, y) == pytest.approx(mixed, rel=1e-12, abs=1e-11)


@given(z=tables)
def test_gradient_rows_sum_to_zero(reference, z):
    """What the true class gains, the others lose; and only its entry is negative."""
    targets = _targets(z)
    gradient = reference("cross_entropy_gradient")(z, targets)
    np.testing.assert_allclose(gradient.sum(axis=1), 0, atol=1e-15)
    true = np.arange(z.shape[1]) == targets[:, np.newaxis]
    assert np.all(gradient[true] <= 0)
    assert np.all(gradient[~true] >= 0)


def test_gradient_is_the_slope_of_the_loss(reference):
    """Central differences of the loss, entry by entry."""
    loss, gradient = reference("cross_entropy"), reference("cross_entropy_gradient")
    logits = np.random.default_rng(3).normal(size=(4, 3))
    targets = _targets(logits)
    slopes = np.empty_like(logits)
    for index in np.ndindex(logits.shape):
        nudge = np.zeros_like(logits)
        nudge[index] = 1e-5
        slopes[index] = (loss(logits + nudge, targets) - loss(logits - nudge, targets)) / 2e-5
    np.testing.assert_allclose(gradient(logits, targets), slopes, atol=1e-9)


@pytest.mark.parametrize(
    ("name", "args", "expected"),
    [
        ("sigmoid", (np.log(3),), 0.75),
        ("sigmoid", (-np.log(3),), 0.25),
        ("softmax", (np.log([1.0, 2, 5]),), [0.125, 0.25, 0.625]),
        ("softmax", (1000 + np.log([1.0, 2, 5]),), [0.125, 0.25, 0.625]),
        ("binary_cross_entropy", (np.log([3.0, 3.0]), np.array([1.0, 0.0])), 0.8369882),
        ("cross_entropy", (np.log([[1.0, 2, 5]]), np.array([2])), 0.4700036),
        ("cross_entropy", (np.array([[1000.0, 0.0]]), np.array([1])), 1000),
        ("cross_entropy_gradient", (np.log([[1.0, 2, 5]]), np.array([2])), [[0.125, 0.25, -0.375]]),
    ],
)
def test_worked_numbers(reference, name, args, expected):
    """The numbers that the statements work out by hand."""
    np.testing.assert_allclose(reference(name)(*args), expected, rtol=1e-7)


@pytest.mark.filterwarnings("error")
def test_no_warning_anywhere(reference):
    """The references do not even warn at the largest inputs, in either precision."""
    for dtype in (np.float32, np.float64):
        x = np.array([[-1e4, 0, 1e4], [1e4, 1e4, -1e4]], dtype=dtype)
        targets = np.array([0, 2])
        assert reference("sigmoid")(x).dtype == dtype
        assert reference("softmax")(x).dtype == dtype
        assert reference("cross_entropy_gradient")(x, targets).dtype == dtype
        binary = reference("binary_cross_entropy")(x, np.full_like(x, 0.5))
        assert binary == pytest.approx((25_000 + np.log(2)) / 6, rel=1e-6)
        loss = reference("cross_entropy")(x, targets)
        assert loss == pytest.approx(20_000 + np.log(2) / 2, rel=1e-6)
