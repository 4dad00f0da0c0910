"""The references of `momentum` against SciPy, PyTorch and optax, and by their own laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tests.this_course.oracles import momentum as oracle
from tests.this_course.oracles import recorded

RECORD = recorded("momentum")

# Exact in binary, so that shifting and mirroring are exact too.
places = st.integers(-64, 64).map(lambda sixteenths: sixteenths / 16)
walks = arrays(np.float64, st.integers(1, 8), elements=places)
betas = st.integers(0, 31).map(lambda parts: parts / 32)


def close(actual, expected):
    """Equal to 1e-12 of the largest value: where a path comes to rest, rounding is all there is."""
    assert actual.shape == expected.shape
    assert actual.dtype == expected.dtype
    scale = np.max(np.abs(expected))
    np.testing.assert_allclose(actual, expected, rtol=1e-12, atol=1e-14 * scale)


def gradient(w):
    """The gradient of the valley in which the libraries were recorded."""
    return oracle.CURVATURES * w + oracle.BEND * w**3


def walk(step, case, steps=120):
    """The path and the velocities of a step function, from rest; step takes and returns (w, v)."""
    w, v = case["w0"], np.zeros_like(case["w0"])
    path, velocities = [w], [v]
    for _ in range(steps):
        w, v = step(w, v)
        path.append(w)
        velocities.append(v)
    return np.array(path), np.array(velocities)


@pytest.fixture
def walk_with_momentum(reference):
    """A function that walks down the recorded valley with `momentum_step`."""
    step = reference("momentum_step")
    return lambda case: walk(lambda w, v: step(w, v, gradient(w), case["lr"], case["beta"]), case)


@pytest.fixture
def walk_with_nesterov(reference):
    """The same with `nesterov_step`."""
    step = reference("nesterov_step")
    return lambda case: walk(lambda w, v: step(w, v, gradient, case["lr"], case["beta"]), case)


class TestAgainstLibraries:
    """The same numbers as somebody else's."""

    @pytest.mark.parametrize("case", RECORD["moving_average"])
    def test_moving_average_is_a_filter(self, reference, case):
        """SciPy's lfilter, and optax's ema without its correction."""
        close(reference("moving_average")(case["values"], case["beta"]), case["averages"])

    def test_momentum_is_that_of_torch(self, walk_with_momentum):
        """Over 120 steps; PyTorch's buffer is a pile of gradients, without rate and sign."""
        case = RECORD["torch"]["momentum"]
        path, velocities = walk_with_momentum(case)
        close(path, case["path"])
        close(velocities, -case["lr"] * case["buffers"])

    def test_momentum_is_that_of_optax(self, walk_with_momentum):
        """Over 120 steps."""
        case = RECORD["optax"]["momentum"]
        close(walk_with_momentum(case)[0], case["path"])

    def test_momentum_without_momentum_is_plain_descent(self, walk_with_momentum):
        """At beta 0 it is PyTorch's plain SGD."""
        case = RECORD["torch"]["sgd"]
        close(walk_with_momentum(case)[0], case["path"])

    def test_nesterov_is_that_of_torch(self, walk_with_nesterov):
        """PyTorch's parameters are the points ahead, w + beta*v, and its buffer is as before."""
        case = RECORD["torch"]["nesterov"]
        path, velocities = walk_with_nesterov(case)
        close(path + case["beta"] * velocities, case["path"])
        close(velocities, -case["lr"] * case["buffers"])

    def test_nesterov_is_that_of_optax(self, walk_with_nesterov):
        """The parameters of optax too are the points ahead."""
        case = RECORD["optax"]["nesterov"]
        path, velocities = walk_with_nesterov(case)
        close(path + case["beta"] * velocities, case["path"])

    def test_compare_momentum_is_torch(self, reference):
        """All three paths; those of Nesterov are ahead by beta times their last move."""
        case = RECORD["torch"]["momentum"]
        paths = reference("compare_momentum")(
            gradient, case["w0"], case["lr"], case["beta"], steps=120
        )
        close(paths["sgd"], RECORD["torch"]["sgd"]["path"])
        close(paths["momentum"], case["path"])
        moves = np.diff(paths["nesterov"], axis=0, prepend=case["w0"][None])
        close(paths["nesterov"] + case["beta"] * moves, RECORD["torch"]["nesterov"]["path"])

    @pytest.mark.parametrize("case", RECORD["overshoot"])
    def test_overshoot_is_that_of_control_theory(self, reference, case):
        """A step response gets exp(-pi*z/sqrt(1-z**2)) past its goal, z being its damping."""
        z = case["damping"]
        expected = np.exp(-np.pi * z / np.sqrt(1 - z**2))
        actual = reference("overshoot")(case["path"], 1.0)
        # SciPy solves the system with an error of its own.
        assert actual == pytest.approx(expected, rel=1e-9)

    @pytest.mark.proof
    def test_the_record_is_what_the_libraries_answer_today(self):
        """The libraries that are installed here give what was recorded."""
        for library in oracle.LIBRARIES:
            pytest.importorskip(library)
        assert_alike(oracle.record(), RECORD)


def assert_alike(actual, expected):
    """Two records of one structure hold the same numbers."""
    if isinstance(expected, dict):
        assert list(actual) == list(expected)
        actual, expected = list(actual.values()), list(expected.values())
    if isinstance(expected, list):
        assert len(actual) == len(expected)
        for ours, theirs in zip(actual, expected, strict=True):
            assert_alike(ours, theirs)
    else:
        np.testing.assert_allclose(actual, expected, rtol=1e-12, atol=1e-14)


class TestMovingAverage:
    """Its laws."""

    @given(values=walks, beta=betas)
    def test_each_average_is_a_sum_with_fading_weights(self, reference, values, beta):
        """The value of k steps back counts (1 - beta)*beta**k."""
        averages = reference("moving_average")(values, beta)
        for t, average in enumerate(averages):
            weights = (1 - beta) * beta ** np.arange(t, -1, -1.0)
            assert average == pytest.approx(weights @ values[: t + 1], rel=1e-12, abs=1e-14)

    @given(values=walks, beta=betas)
    def test_it_stays_between_its_values_and_its_start(self, reference, values, beta):
        """An average of zero and the values lies between the least and the greatest of them."""
        averages = reference("moving_average")(values, beta)
        assert (averages >= min(0, values.min()) - 1e-12).all()
        assert (averages <= max(0, values.max()) + 1e-12).all()


class TestOvershoot:
    """Its laws; all numbers are exact in binary."""

    @given(path=walks, minimum=places)
    def test_it_is_the_farthest_point_across(self, reference, path, minimum):
        """Some point is that far away on the other side, and none is farther."""
        across = [abs(w - minimum) for w in path if (path[0] - minimum) * (w - minimum) < 0]
        assert reference("overshoot")(path, minimum) == max(across, default=0)

    @given(path=walks, minimum=places, shift=places)
    def test_it_is_the_same_elsewhere_and_in_the_mirror(self, reference, path, minimum, shift):
        """Only where the points lie to each other counts."""
        expected = reference("overshoot")(path, minimum)
        assert reference("overshoot")(path + shift, minimum + shift) == expected
        assert reference("overshoot")(-path, -minimum) == expected

    @given(path=walks, minimum=places, more=walks)
    def test_a_longer_path_overshoots_no_less(self, reference, path, minimum, more):
        """What has been passed stays passed."""
        longer = np.concatenate([path, more])
        assert reference("overshoot")(longer, minimum) >= reference("overshoot")(path, minimum)


class TestTheLecture:
    """What the lecture says about the three (19), measured in the ravine that is drawn."""

    @pytest.fixture
    def paths(self, reference):
        """The three paths of the public check."""
        curvatures = np.array([0.5, 12.0])
        return reference("compare_momentum")(
            lambda w: curvatures * w, np.array([-2.0, 1.0]), 0.1, 0.8, steps=30
        )

    def test_both_momenta_arrive_earlier(self, paths):
        """After 30 steps plain descent is the farthest from the minimum."""
        distances = {name: np.linalg.norm(path[-1]) for name, path in paths.items()}
        assert max(distances, key=distances.get) == "sgd"

    def test_nesterov_overshoots_less(self, reference, paths):
        """Along the floor of the ravine; plain descent does not overshoot there at all."""
        past = {name: reference("overshoot")(path[:, 0], 0.0) for name, path in paths.items()}
        assert past["sgd"] == 0 < past["nesterov"] < past["momentum"]
