"""The adaptive optimisers against PyTorch and Optax, and against what has to be true of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from autograder.compare import Tolerance, compare
from tests.this_course.oracles import recorded

TIGHT = {"rtol": 1e-12, "atol": 1e-13}

RECORD = recorded("adaptive")
ONE = RECORD["one array"]
SETTINGS = RECORD["settings"]

GRADIENTS = arrays(
    np.float64,
    array_shapes(min_dims=1, max_dims=3, max_side=5),
    # No smaller than this, or the square is lost.
    elements=st.floats(-1e3, 1e3).filter(lambda x: x == 0 or abs(x) > 1e-6),
)


def walk(step, counted=False):
    """The path over the recorded gradients, and what is remembered at its end."""
    name = step.__name__.removesuffix("_step")
    w = ONE["w"]
    state = [np.zeros_like(w)] * (2 if name == "adam" else 1)
    path = [w]
    for t, grad in enumerate(ONE["grads"], start=1):
        count = (t,) if counted else ()
        w, *state = step(w, *state, grad, *count, **SETTINGS[name])
        path.append(w)
    return np.array(path), state


def agree(expected, actual):
    """Whether two arrays, or lists of them, are alike to the last digits."""
    for theirs, ours in zip(expected, actual, strict=True):
        np.testing.assert_allclose(ours, theirs, **TIGHT)


@pytest.mark.proof
def test_the_record_is_what_the_libraries_answer():
    """Recording anew gives the same numbers."""
    pytest.importorskip("torch")
    pytest.importorskip("optax")
    from tests.this_course.oracles.adaptive import record

    assert compare(record(), RECORD, Tolerance(rtol=1e-12, atol=1e-13)) is None


@pytest.mark.parametrize(
    ("name", "library"),
    [
        ("adagrad", "torch"),
        ("rmsprop", "torch"),
        ("adam", "torch"),
        # Optax's AdaGrad has its epsilon under the root: another convention.
        ("rmsprop", "optax"),
        ("adam", "optax"),
    ],
)
def test_steps_follow_the_library(reference, name, library):
    """Over more than a hundred steps with gradients of very different sizes."""
    theirs = ONE[library][name]
    path, memory = walk(reference(f"{name}_step"), counted=name == "adam")
    if library == "torch":
        agree(theirs["memory"], memory)
        theirs = theirs["path"]
    np.testing.assert_allclose(path, theirs, **TIGHT)


def test_adam_remembers_as_torch_does(reference):
    """Arrays of several shapes, one of them without axes, in one optimiser."""
    many = RECORD["many arrays"]
    optimiser = reference("Adam")(**SETTINGS["adam"])
    params = many["params"]
    for grads in zip(*many["grads"], strict=True):
        params = optimiser.step(params, list(grads))
    agree(many["torch"], params)


def test_adam_takes_the_steps_of_adam_step(reference):
    """The class and the function are one method."""
    optimiser, step = reference("Adam")(lr=0.05), reference("adam_step")
    w, m, v = ONE["w"], np.zeros(3), np.zeros(3)
    params = [w]
    for t, grad in enumerate(ONE["grads"], start=1):
        w, m, v = step(w, m, v, grad, t, lr=0.05)
        params = optimiser.step(params, [grad])
        np.testing.assert_array_equal(params[0], w)


def test_optimisers_of_one_class_are_independent(reference):
    """A second one starts from nothing, whatever the first has seen."""
    w, grads = ONE["w"], ONE["grads"]
    alone = reference("Adam")().step([w], [grads[0]])
    other = reference("Adam")()
    for grad in grads:
        other.step([w], [grad])
    np.testing.assert_array_equal(reference("Adam")().step([w], [grads[0]]), alone)


def test_bias_correction_follows_optax(reference):
    """From the first step to where nothing is left to correct."""
    record = RECORD["correction"]
    moment, beta = record["moment"], record["beta"]
    ours = [reference("bias_correction")(moment, beta, t + 1) for t in range(len(record["optax"]))]
    np.testing.assert_allclose(ours, record["optax"], rtol=1e-12)


@given(
    value=st.floats(-1e3, 1e3),
    beta=st.floats(0, 0.999),
    t=st.integers(1, 200),
)
def test_bias_correction_recovers_a_constant(reference, value, beta, t):
    """The moving average of one value, corrected, is this value."""
    average = 0.0
    for _ in range(t):
        average = beta * average + (1 - beta) * value
    corrected = reference("bias_correction")(average, beta, t)
    assert corrected == pytest.approx(value, rel=1e-9, abs=1e-300)


def test_learning_rates_are_those_of_torch(reference):
    """The rate is how far one unit of gradient moves a parameter."""
    record = RECORD["rates"]
    ours = reference("adagrad_learning_rates")(ONE["grads"], record["lr"], record["eps"])
    np.testing.assert_allclose(ours, record["torch"], rtol=1e-12)


@given(grads=GRADIENTS)
def test_learning_rates_never_rise(reference, grads):
    """Whatever the gradients are, and all rates stay positive."""
    rates = reference("adagrad_learning_rates")(grads, 0.1, 1e-8)
    assert rates.shape == grads.shape
    assert np.all(rates > 0)
    assert np.all(np.diff(rates, axis=0) <= 0)


@given(grads=GRADIENTS)
def test_learning_rates_are_those_of_the_steps(reference, grads):
    """A step of AdaGrad is its rate times its gradient."""
    rates = reference("adagrad_learning_rates")(grads, 0.1, 1e-8)
    h = np.zeros_like(grads[0])
    for rate, grad in zip(rates, grads, strict=True):
        change, h = reference("adagrad_step")(np.zeros_like(grad), h, grad, 0.1, 1e-8)
        np.testing.assert_allclose(change, -rate * grad, rtol=1e-12)


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_compared_paths_follow_torch(reference, name):
    """Each of the six down one bowl, run together."""
    # PyTorch keeps the learning rate outside of the velocity, which is the same while it is
    # constant; for Nesterov the record holds w, and not the point looked ahead to.
    bowl = RECORD["bowl"]
    steps = len(bowl["torch"][name]) - 1
    paths = reference("compare_optimizers")(
        lambda w: bowl["curvatures"] * w, bowl["start"], SETTINGS, steps
    )
    np.testing.assert_allclose(paths[name], bowl["torch"][name], **TIGHT)


@pytest.mark.parametrize("name", ["adagrad_step", "rmsprop_step", "adam_step"])
@pytest.mark.parametrize("shape", [(), (0,), (1,), (2, 0, 3), (2, 3)])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_any_shape_keeps_its_dtype(reference, name, shape, dtype):
    """Arrays without axes and without entries are arrays too."""
    w = np.ones(shape, dtype)
    state = (w, w, w, 1) if name == "adam_step" else (w, w)
    for result in reference(name)(w, *state):
        assert (np.shape(result), np.asarray(result).dtype) == (shape, dtype)
