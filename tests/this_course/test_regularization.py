"""The references of the assignment on regularisation, against SciPy, PyTorch and scikit-learn."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from tests.this_course.oracles import recorded, regularization

ANSWERS = recorded("regularization")

close = {"rtol": 1e-12, "atol": 0}

entries = st.floats(-100, 100).map(lambda x: round(x, 3))
weights = arrays(np.float64, array_shapes(max_dims=3, max_side=4), elements=entries)
points = arrays(np.float64, 3, elements=entries)
shares = st.floats(0, 1)
strengths = st.just(0.0) | st.floats(1e-3, 10)


def all_mixtures():
    """Every recorded array of weights with every strength."""
    return [(sizes["w"], each) for sizes in ANSWERS["sizes"] for each in sizes["mixtures"]]


def assert_alike(got, expected, rtol):
    """Two records of one structure hold the same numbers."""
    if isinstance(expected, dict):
        assert list(got) == list(expected)
        got, expected = list(got.values()), list(expected.values())
    if isinstance(expected, list):
        assert len(got) == len(expected)
        for ours, theirs in zip(got, expected, strict=True):
            assert_alike(ours, theirs, rtol)
    else:
        np.testing.assert_allclose(got, expected, rtol=rtol, atol=1e-15)


@pytest.mark.proof
def test_the_record_is_what_the_libraries_answer_today():
    """The libraries that are installed here give what was recorded."""
    for library in regularization.LIBRARIES:
        pytest.importorskip({"scikit-learn": "sklearn"}.get(library, library))
    # The solvers of scikit-learn go through LAPACK, which rounds in its own way on each machine.
    assert_alike(regularization.record(), ANSWERS, rtol=1e-11)


@pytest.mark.parametrize("name", ["l1", "l2"])
def test_distances_are_those_of_scipy(reference, name):
    """All pairs by broadcasting, as `cdist` gives them."""
    known = ANSWERS["distances"]
    got = reference(f"{name}_distance")(known["a"][:, None], known["b"])
    np.testing.assert_allclose(got, known[name], **close)


@pytest.mark.parametrize("name", ["l1", "l2"])
def test_distances_of_close_points_are_those_of_scipy(reference, name):
    """A thousandth apart, a million from the origin."""
    known = ANSWERS["distances"]
    got = reference(f"{name}_distance")(known["far"], known["close"])
    np.testing.assert_allclose(got, known[f"{name} of close"], **close)


@pytest.mark.parametrize("name", ["l1_distance", "l2_distance"])
@given(a=points, b=points, c=points)
def test_distances_obey_the_laws_of_a_metric(reference, name, a, b, c):
    """Zero only from a point to itself, the same both ways, and no detour is shorter."""
    distance = reference(name)
    assert distance(a, a) == 0
    assert (distance(a, b) > 0) == (a != b).any()
    assert distance(a, b) == distance(b, a)
    assert distance(a, c) <= (distance(a, b) + distance(b, c)) * (1 + 1e-12)


@given(a=points, b=points)
def test_the_straight_line_is_the_shortest_way(reference, a, b):
    """L2 is at most L1, and L1 at most the root of the dimension times L2."""
    l1, l2 = reference("l1_distance")(a, b), reference("l2_distance")(a, b)
    assert l2 <= l1 * (1 + 1e-12)
    assert l1 <= 3**0.5 * l2 * (1 + 1e-12)


@pytest.mark.parametrize("name", ["l1", "l2"])
@pytest.mark.parametrize("sizes", ANSWERS["sizes"])
def test_norms_are_those_of_torch(reference, name, sizes):
    """`torch.linalg.vector_norm`, which takes all entries of any shape."""
    np.testing.assert_allclose(
        reference(f"{name}_norm")(sizes["w"]), sizes[f"{name} norm"], **close
    )


@pytest.mark.parametrize("name", ["l1", "l2"])
@given(w=weights)
def test_a_norm_is_the_distance_from_the_origin(reference, name, w):
    """Of the flat vector of weights."""
    distance = reference(f"{name}_distance")(w.ravel(), np.zeros(w.size))
    np.testing.assert_allclose(reference(f"{name}_norm")(w), distance, rtol=1e-12)


@pytest.mark.parametrize("name", ["l1_norm", "l2_norm"])
def test_the_norm_of_nothing_is_zero(reference, name):
    """Without entries, without axes, and of a plain number."""
    assert reference(name)(np.zeros((0, 3))) == 0
    assert reference(name)(np.array(-2.5)) == 2.5
    assert reference(name)(-2.5) == 2.5


@pytest.mark.parametrize(("w", "mixture"), all_mixtures())
def test_penalties_are_those_of_torch(reference, w, mixture):
    """The summed losses of PyTorch against zeros."""
    lam, ratio = mixture["lam"], mixture["ratio"]
    got = {
        "l1": reference("l1_penalty")(w, lam),
        "l2": reference("l2_penalty")(w, lam),
        "elastic net": reference("elastic_net_penalty")(w, lam, ratio),
    }
    for name, value in got.items():
        np.testing.assert_allclose(value, mixture[name], **close)


@given(w=weights, lam=strengths, ratio=shares)
def test_the_elastic_net_lies_between_l1_and_l2(reference, w, lam, ratio):
    """And is one of them at either end."""
    l1, l2 = reference("l1_penalty")(w, lam), reference("l2_penalty")(w, lam)
    net = reference("elastic_net_penalty")
    assert min(l1, l2) * (1 - 1e-12) <= net(w, lam, ratio) <= max(l1, l2) * (1 + 1e-12)
    np.testing.assert_allclose([net(w, lam, 1.0), net(w, lam, 0.0)], [l1, l2], rtol=1e-12)


@given(w=weights, lam=strengths)
def test_penalties_are_made_of_the_norms(reference, w, lam):
    """L1 is the norm, L2 the square of the norm."""
    l1, l2 = reference("l1_norm")(w), reference("l2_norm")(w)
    np.testing.assert_allclose(reference("l1_penalty")(w, lam), lam * l1, rtol=1e-12)
    np.testing.assert_allclose(reference("l2_penalty")(w, lam), lam * l2**2, rtol=1e-12)


@pytest.mark.parametrize(("w", "mixture"), all_mixtures())
def test_the_gradient_is_that_of_autograd(reference, w, mixture):
    """Zeros among the weights included: PyTorch too has 0 there."""
    got = reference("penalty_gradient")(w, mixture["lam"], mixture["ratio"])
    np.testing.assert_allclose(got, mixture["gradient"], **close)


@given(
    w=arrays(np.float64, 3, elements=st.floats(0.01, 5) | st.floats(-5, -0.01)),
    lam=strengths,
    ratio=shares,
)
def test_the_gradient_is_the_slope_of_the_penalty(reference, w, lam, ratio):
    """By central differences, away from the corner at zero."""
    penalty, step = reference("elastic_net_penalty"), 1e-4 * np.eye(3)
    slopes = [(penalty(w + h, lam, ratio) - penalty(w - h, lam, ratio)) / 2e-4 for h in step]
    np.testing.assert_allclose(
        reference("penalty_gradient")(w, lam, ratio), slopes, rtol=1e-7, atol=1e-8
    )


def test_a_hundred_steps_are_the_weight_decay_of_torch(reference):
    """torch.optim.SGD adds weight_decay * w, which is the gradient of half of its square."""
    known = ANSWERS["decay"]
    w = known["path"][0]
    for expected in known["path"][1:]:
        w = w - known["lr"] * reference("penalty_gradient")(w, known["weight_decay"] / 2, 0.0)
        np.testing.assert_allclose(w, expected, rtol=1e-12)


def total_loss(reference, known):
    """The mean of the squares with the elastic net added."""

    def loss(w):
        return np.mean((known["X"] @ w - known["y"]) ** 2)

    def penalty(w):
        return reference("elastic_net_penalty")(w, known["lam"], known["ratio"])

    return reference("penalised_loss")(loss, penalty)


@pytest.mark.parametrize("known", ANSWERS["elastic_net"])
def test_the_elastic_net_of_scikit_learn_is_at_the_minimum(reference, known):
    """Nowhere near is the penalised loss lower, in whichever direction."""
    total, best = total_loss(reference, known), known["coefficients"]
    directions = np.random.default_rng(0).normal(size=(200, best.size))
    assert all(total(best) < total(best + 1e-3 * step) for step in directions)


@pytest.mark.parametrize("known", ANSWERS["elastic_net"])
def test_at_the_minimum_loss_and_penalty_pull_against_each_other(reference, known):
    """The gradients cancel, except where the corner at zero holds a weight."""
    X, y, best = known["X"], known["y"], known["coefficients"]
    of_loss = 2 * X.T @ (X @ best - y) / len(y)
    of_penalty = reference("penalty_gradient")(best, known["lam"], known["ratio"])
    zero = best == 0
    assert 0 < zero.sum() < zero.size
    np.testing.assert_allclose(of_loss[~zero], -of_penalty[~zero], rtol=1e-7)
    assert (of_penalty[zero] == 0).all()
    assert (np.abs(of_loss[zero]) <= known["lam"] * known["ratio"]).all()


@given(w=points, lam=strengths)
def test_the_penalised_loss_is_the_sum_of_both(reference, w, lam):
    """At any point, and again at the same point."""
    total = reference("penalised_loss")(np.sum, lambda w: lam * np.max(w))
    assert total(w) == total(w) == np.sum(w) + lam * np.max(w)


@pytest.mark.parametrize("known", ANSWERS["ridge"])
def test_ridge_is_that_of_scikit_learn(reference, known):
    """Its loss is the sum of the squares, so that its alpha is n times lam."""
    lams = [alpha / len(known["y"]) for alpha in known["alphas"]]
    got = reference("ridge_path")(known["X"], known["y"], lams)
    np.testing.assert_allclose(got, known["coefficients"], rtol=1e-12)


def test_ridge_without_a_penalty_is_least_squares(reference):
    """At lam = 0."""
    X, y = ANSWERS["ridge"][0]["X"], ANSWERS["ridge"][0]["y"]
    expected = np.linalg.lstsq(X, y, rcond=None)[0]
    np.testing.assert_allclose(reference("ridge_path")(X, y, [0.0]), [expected], rtol=1e-12)


@given(seed=st.integers(0, 10**6), n=st.integers(1, 8), d=st.integers(1, 5))
def test_ridge_weights_shrink_as_the_strength_grows(reference, seed, n, d):
    """In their norm; and each is a minimum, where both gradients cancel."""
    rng = np.random.default_rng(seed)
    X, y, lams = rng.normal(size=(n, d)), rng.normal(size=n), [0.01, 0.1, 1.0, 10.0]
    path = reference("ridge_path")(X, y, lams)
    norms = [reference("l2_norm")(w) for w in path]
    assert norms == sorted(norms, reverse=True)
    for w, lam in zip(path, lams, strict=True):
        of_loss = 2 * X.T @ (X @ w - y) / n
        of_penalty = reference("penalty_gradient")(w, lam, 0.0)
        np.testing.assert_allclose(of_loss + of_penalty, 0, atol=1e-10)


def test_sensitivity_is_the_change_of_a_linear_layer(reference):
    """PyTorch subtracts two outputs: right to rounding of what it subtracts."""
    known = ANSWERS["sensitivity"]
    got = reference("output_sensitivity")(known["w"], known["X"], known["dX"])
    size = np.abs(known["X"]) @ np.abs(known["w"])
    assert (np.abs(got - known["change"]) <= 1e-12 * size).all()


def test_sensitivity_is_right_in_exact_arithmetic(reference):
    """The outputs subtracted as fractions, for noise a billion times smaller than the inputs."""
    rng = np.random.default_rng(0)
    w, X, dX = rng.normal(size=3), rng.normal(size=(20, 3)), 1e-9 * rng.normal(size=(20, 3))
    got = reference("output_sensitivity")(w, X, dX)
    for row, noise, value in zip(X, dX, got, strict=True):
        moved = [Fraction(x) + Fraction(dx) for x, dx in zip(row, noise, strict=True)]
        after = sum(x * Fraction(each) for x, each in zip(moved, w, strict=True))
        before = sum(Fraction(x) * Fraction(each) for x, each in zip(row, w, strict=True))
        terms = np.abs(noise) @ np.abs(w)
        assert abs(value - float(abs(after - before))) <= 1e-12 * terms


@given(w=points, X=arrays(np.float64, (4, 3), elements=entries), noise=points)
def test_sensitivity_is_bounded_by_the_norms(reference, w, X, noise):
    """Small weights react gently."""
    norm = reference("l2_norm")
    got = reference("output_sensitivity")(w, X, np.tile(noise, (4, 1)))
    assert (got <= norm(w) * norm(noise) * (1 + 1e-12)).all()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_results_keep_the_dtype(reference, dtype):
    """Wherever an array is returned."""
    a, X = np.ones((4, 2), dtype=dtype), np.eye(4, 2, dtype=dtype)
    results = [
        reference("l1_distance")(a, X),
        reference("l2_distance")(a, X),
        reference("penalty_gradient")(a, 0.1, 0.5),
        reference("ridge_path")(X, a[:, 0], [0.5, 2.0]),
        reference("output_sensitivity")(a[0], X, a),
    ]
    assert {result.dtype for result in results} == {np.dtype(dtype)}
