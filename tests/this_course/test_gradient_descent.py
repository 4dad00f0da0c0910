"""The references of `gradient_descent` against PyTorch, and against what must hold for them."""

import importlib
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from autograder.keys.making import make_key
from tests.this_course.oracles import recorded

ANSWERS = recorded("gradient_descent")

seeds = st.integers(0, 2**32 - 1)


def close(actual, desired):
    """The same to rounding; the absolute part is for what crosses zero."""
    assert_allclose(actual, desired, rtol=1e-12, atol=1e-14)


def problem(seed, n, d):
    """Weights, data and targets."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=d), rng.normal(size=(n, d)), rng.normal(size=n)


def loss(w, X, y):
    """The mean squared error."""
    return np.mean((X @ w - y) ** 2)


@pytest.mark.parametrize("case", ANSWERS["minibatches"])
def test_batches_are_those_of_torch(reference, case):
    """The batches are those of BatchSampler that keeps the short last one."""
    got = reference("minibatches")(case["order"], case["batch_size"])
    assert len(case["batches"]) == len(got)
    for expected, actual in zip(case["batches"], got, strict=True):
        assert_array_equal(expected, actual)


def test_steps_are_those_of_torch(reference):
    """The path in a bowl is that of torch.optim.SGD, over 120 steps."""
    case = ANSWERS["gradient_step"]
    w = case["w0"]
    path = [w]
    for _ in range(120):
        w = reference("gradient_step")(w, case["curvatures"] * w, case["lr"])
        path.append(w)
    close(np.array(path), case["path"])


@pytest.mark.parametrize("case", ANSWERS["linear_regression_gradient"])
def test_gradient_is_that_of_mse_loss(reference, case):
    """The gradient is what autograd makes of mse_loss, which takes the mean too."""
    actual = reference("linear_regression_gradient")(case["w"], case["X"], case["y"])
    close(actual, case["gradient"])


@pytest.mark.parametrize("case", ANSWERS["train_linear_regression"])
def test_training_is_that_of_torch(reference, case):
    """The weights after each epoch are those of SGD on mse_loss, over 100 steps and more."""
    inputs = {name: value for name, value in case.items() if name != "path"}
    close(reference("train_linear_regression")(**inputs), case["path"])


@pytest.mark.parametrize("case", ANSWERS["gradient_noise"])
def test_noise_is_that_of_autograd(reference, case):
    """The noise is that of autograd's gradients, one for each batch."""
    inputs = {name: value for name, value in case.items() if name != "noise"}
    close(reference("gradient_noise")(**inputs), case["noise"])


@pytest.mark.parametrize("case", ANSWERS["descend_landscape"])
def test_walk_is_that_of_torch(reference, case):
    """The path is that of SGD whose gradient had the noise added, over 100 steps."""
    actual = reference("descend_landscape")(
        lambda w: w**3 - w + case["tilt"], case["w0"], case["lr"], case["noise"]
    )
    close(actual, case["path"])


@pytest.mark.proof
def test_record_is_what_torch_answers_today():
    """The recorded answers are those of the installed PyTorch."""
    pytest.importorskip("torch")
    oracle = importlib.import_module("tests.this_course.oracles.gradient_descent")
    assert_same(oracle.record(), ANSWERS)


def assert_same(actual, expected):
    """Two records agree, part by part."""
    if isinstance(expected, dict):
        assert expected.keys() == actual.keys()
        for name in expected:
            assert_same(actual[name], expected[name])
    elif isinstance(expected, list):
        assert len(expected) == len(actual)
        for ours, theirs in zip(actual, expected, strict=True):
            assert_same(ours, theirs)
    else:
        close(actual, expected)


@given(order=st.lists(st.integers(0, 99), min_size=1, max_size=30), batch_size=st.integers(1, 40))
def test_batches_are_the_order(reference, order, batch_size):
    """Joined, the batches are the order; all are full but the last."""
    batches = reference("minibatches")(np.array(order), batch_size)
    assert order == np.concatenate(batches).tolist()
    assert [batch_size] * (len(batches) - 1) == [len(batch) for batch in batches[:-1]]
    assert 1 <= len(batches[-1]) <= batch_size


@given(seed=seeds)
def test_gradient_is_the_slope(reference, seed):
    """Central differences, which are exact for a quadratic but for rounding."""
    w, X, y = problem(seed, 6, 3)
    step = 1e-3
    slopes = [
        (loss(w + step * axis, X, y) - loss(w - step * axis, X, y)) / (2 * step)
        for axis in np.eye(3)
    ]
    assert_allclose(reference("linear_regression_gradient")(w, X, y), slopes, rtol=0, atol=1e-9)


@given(seed=seeds)
def test_gradient_is_the_mean_of_the_rows(reference, seed):
    """The full gradient is the mean of the gradients of the single rows."""
    w, X, y = problem(seed, 5, 2)
    gradient = reference("linear_regression_gradient")
    rows = [gradient(w, X[[row]], y[[row]]) for row in range(5)]
    assert_allclose(gradient(w, X, y), np.mean(rows, axis=0), rtol=1e-9, atol=1e-12)


def test_batch_training_finds_the_least_squares(reference):
    """Batch gradient descent ends where NumPy's least squares do."""
    w0, X, y = problem(1, 12, 2)
    orders = np.tile(np.arange(12), (500, 1))
    path = reference("train_linear_regression")(X, y, w0, 0.2, 12, orders)
    close(path[-1], np.linalg.lstsq(X, y, rcond=None)[0])


@given(seed=seeds, batch_size=st.integers(1, 9))
def test_epoch_is_a_chain_of_steps(reference, seed, batch_size):
    """An epoch is minibatches, linear_regression_gradient and gradient_step put together."""
    w, X, y = problem(seed, 7, 2)
    order = np.random.default_rng(seed).permutation(7)
    path = reference("train_linear_regression")(X, y, w, 0.05, batch_size, order[None])
    for batch in reference("minibatches")(order, batch_size):
        grad = reference("linear_regression_gradient")(w, X[batch], y[batch])
        w = reference("gradient_step")(w, grad, 0.05)
    assert_allclose(path[1], w, rtol=1e-9, atol=1e-12)


@given(seed=seeds)
def test_noise_falls_as_batches_join(reference, seed):
    """Joining neighbours never adds noise: it is largest for single rows, and 0 for all."""
    w, X, y = problem(seed, 16, 3)
    order = np.random.default_rng(seed).permutation(16)
    noises = [reference("gradient_noise")(w, X, y, size, order) for size in (1, 2, 4, 8, 16)]
    assert all(later <= earlier for earlier, later in pairwise(noises))
    assert_allclose(noises[-1], 0, atol=1e-24)


@given(seed=seeds)
def test_stochastic_noise_is_the_total_variance(reference, seed):
    """For single rows the noise is the trace of the covariance of their gradients."""
    w, X, y = problem(seed, 9, 2)
    rows = 2 * (X @ w - y)[:, None] * X
    expected = np.trace(np.cov(rows.T, ddof=0))
    actual = reference("gradient_noise")(w, X, y, 1, np.arange(9)[::-1])
    assert_allclose(actual, expected, rtol=1e-9)


@given(start=st.floats(0.5, 2))
def test_without_noise_the_walk_is_stuck(reference, start):
    """From the right of the ridge, batch descent ends in the local minimum."""
    path = reference("descend_landscape")(lambda w: w**3 - w + 0.25, start, 0.125, np.zeros(400))
    assert_allclose(path[-1], 0.837565435, rtol=1e-8)


# A key holds what the mistakes answer as well, and some of them climb until they overflow.
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_picture_shows_the_escape(course):
    """In the public picture the noisy walk ends in the deeper well, the batch one does not."""
    solution = next(each for each in course.solutions() if each.name == "descend_landscape")
    key = make_key(solution, None)
    paths = next(check for check in key.checks if check.plot).cases[0].expected
    assert paths["batch"][-1] > 0.8
    assert np.all(paths["stochastic"][-10:] < -0.5)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_is_kept(reference, dtype):
    """Arrays come back as float32 where float32 went in."""
    w, X, y = (np.asarray(each, dtype=dtype) for each in problem(2, 5, 3))
    orders = np.arange(5)[None]
    noise = np.ones((2, 3), dtype=dtype)
    answers = {
        "gradient_step": reference("gradient_step")(w, w, 0.1),
        "linear_regression_gradient": reference("linear_regression_gradient")(w, X, y),
        "train_linear_regression": reference("train_linear_regression")(X, y, w, 0.1, 2, orders),
        "descend_landscape": reference("descend_landscape")(lambda w: 2 * w, w, 0.1, noise),
    }
    assert dict.fromkeys(answers, dtype) == {name: got.dtype for name, got in answers.items()}
