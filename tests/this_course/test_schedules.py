"""The references of the schedules against PyTorch and optax, and by their own laws."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.this_course.oracles import recorded
from tests.this_course.oracles import schedules as oracle

RECORD = recorded("schedules")

BY_OPTAX = [
    "step_decay",
    "exponential_decay",
    "cosine_decay",
    "linear_warmup",
    "exponential_warmup",
    "warmup_cosine",
]

SETTINGS = {
    "step_decay": {"lr0": 0.3, "gamma": 0.7, "d": 7},
    "exponential_decay": {"lr0": 0.3, "gamma": 0.9},
    "cosine_decay": {"lr0": 0.3, "T": 20},
    "linear_warmup": {"lr0": 0.3, "warmup": 6},
    "exponential_warmup": {"lr0": 0.3, "warmup": 6, "start": 0.002},
    "warmup_cosine": {"lr0": 0.3, "warmup": 6, "T": 20},
}

EPOCHS = st.one_of(st.integers(0, 500), st.floats(0, 500))
RATES = st.floats(1e-6, 10)
GAMMAS = st.floats(0.01, 1)


def close(actual, expected):
    """Equal to 1e-12 of the expected value, or of the highest rate where it comes to 0."""
    scale = np.max(np.abs(expected))
    np.testing.assert_allclose(actual, expected, rtol=1e-12, atol=1e-15 * scale)


class TestAgainstLibraries:
    """The rates that PyTorch and optax gave."""

    @pytest.mark.parametrize("name", ["step_decay", "exponential_decay"])
    def test_torch(self, reference, name):
        """StepLR and ExponentialLR for 120 epochs."""
        answer = RECORD["torch"][name]
        actual = reference(name)(np.arange(120), **answer["settings"])
        close(actual, answer["rates"])

    def test_torch_cosine_up_to_its_end(self, reference):
        """CosineAnnealingLR, which climbs again after T: compared up to T alone."""
        answer = RECORD["torch"]["cosine_decay"]
        actual = reference("cosine_decay")(np.arange(61), **answer["settings"])
        # PyTorch makes each rate from the one before, so that errors of lr0's size pile up.
        np.testing.assert_allclose(actual, answer["rates"], rtol=0, atol=1e-12 * 0.3)

    def test_torch_linear_one_epoch_later(self, reference):
        """LinearLR cannot start at 0: from lr0/warmup at its t = 0 it is ours one epoch later."""
        answer = RECORD["torch"]["linear_warmup"]
        actual = reference("linear_warmup")(np.arange(40) + 1, **answer["settings"])
        close(actual, answer["rates"])

    @pytest.mark.parametrize("name", BY_OPTAX)
    def test_optax(self, reference, name):
        """The schedules of optax for 320 quarters of an epoch, beyond the end of each schedule."""
        answer = RECORD["optax"][name]
        actual = reference(name)(RECORD["optax"]["epochs"], **answer["settings"])
        close(actual, answer["rates"])

    def test_geometric_series(self, reference):
        """NumPy's geomspace is the exponential warmup."""
        actual = reference("exponential_warmup")(np.arange(13), 0.3, 12, 0.002)
        close(actual, np.geomspace(0.002, 0.3, 13))

    @pytest.mark.proof
    def test_the_libraries_still_say_so(self):
        """What is recorded is what the installed libraries answer."""
        pytest.importorskip("torch")
        pytest.importorskip("optax")
        live = oracle.record()
        for library, answers in RECORD.items():
            assert live[library].keys() == answers.keys()
            for name in answers.keys() - {"epochs"}:
                assert live[library][name]["settings"] == answers[name]["settings"]
                close(live[library][name]["rates"], answers[name]["rates"])


class TestEpochs:
    """What t may be."""

    @pytest.mark.parametrize("name", SETTINGS)
    @pytest.mark.parametrize("dtype", [np.int64, np.float64])
    @pytest.mark.parametrize("shape", [(), (0,), (30,), (2, 3, 5)])
    def test_arrays_go_entry_by_entry(self, reference, name, dtype, shape):
        """An array gives float64 of its shape, each entry as for the number alone."""
        t = np.arange(math.prod(shape)).astype(dtype).reshape(shape)
        rate = reference(name)(t, **SETTINGS[name])
        alone = [reference(name)(entry, **SETTINGS[name]) for entry in t.ravel().tolist()]
        assert np.asarray(rate).dtype == np.float64
        np.testing.assert_allclose(rate, np.reshape(alone, shape), rtol=1e-15)

    @pytest.mark.parametrize("name", SETTINGS)
    def test_the_epochs_stay_as_they_were(self, reference, name):
        """The array of epochs is not changed."""
        t = np.linspace(0, 30, 13)
        before = t.copy()
        reference(name)(t, **SETTINGS[name])
        np.testing.assert_array_equal(t, before)

    @pytest.mark.parametrize("name", SETTINGS)
    def test_single_precision_stays(self, reference, name):
        """Epochs in float32 give rates in float32."""
        t = np.linspace(0, 30, 13, dtype=np.float32)
        assert reference(name)(t, **SETTINGS[name]).dtype == np.float32


class TestLaws:
    """What holds for all settings."""

    @given(a=EPOCHS, b=EPOCHS, lr0=RATES, gamma=GAMMAS, d=st.integers(1, 50))
    def test_decays_never_rise(self, reference, a, b, lr0, gamma, d):
        """Later is never higher, and all stay within 0 and lr0."""
        early, late = sorted((a, b))
        for name, more in (
            ("step_decay", {"gamma": gamma, "d": d}),
            ("exponential_decay", {"gamma": gamma}),
            ("cosine_decay", {"T": d}),
        ):
            first, second = (reference(name)(t, lr0, **more) for t in (early, late))
            assert 0 <= second <= first <= lr0

    @given(a=EPOCHS, b=EPOCHS, lr0=RATES, share=st.floats(1e-3, 1), warmup=st.integers(1, 50))
    def test_warmups_never_fall(self, reference, a, b, lr0, share, warmup):
        """Later is never lower, up to rounding, and none exceeds lr0."""
        early, late = sorted((a, b))
        for name, more in (
            ("linear_warmup", {}),
            ("exponential_warmup", {"start": share * lr0}),
        ):
            first, second = (reference(name)(t, lr0, warmup, **more) for t in (early, late))
            assert 0 <= first <= second * (1 + 1e-14)
            assert second <= lr0 * (1 + 1e-14)

    @given(lr0=RATES, warmup=st.integers(1, 50), rest=st.integers(1, 100))
    def test_landmarks(self, reference, lr0, warmup, rest):
        """0 at the start and exactly 0 from T on; lr0 at the peak."""
        T = warmup + rest
        assert reference("cosine_decay")(0, lr0, T) == lr0
        assert reference("linear_warmup")(warmup, lr0, warmup) == lr0
        assert reference("warmup_cosine")(warmup, lr0, warmup, T) == lr0
        assert reference("linear_warmup")(0, lr0, warmup) == 0
        assert reference("warmup_cosine")(0, lr0, warmup, T) == 0
        for late in (T, T + 0.5, 3 * T):
            assert reference("cosine_decay")(late, lr0, T) == 0
            assert reference("warmup_cosine")(late, lr0, warmup, T) == 0

    @given(t=EPOCHS, lr0=RATES, warmup=st.integers(1, 50), rest=st.integers(1, 100))
    def test_warmup_then_cosine(self, reference, t, lr0, warmup, rest):
        """The linear warmup before its end, the cosine of the later epochs after it."""
        actual = reference("warmup_cosine")(t, lr0, warmup, warmup + rest)
        if t < warmup:
            expected = reference("linear_warmup")(t, lr0, warmup)
        else:
            expected = reference("cosine_decay")(t - warmup, lr0, rest)
        assert math.isclose(actual, expected, rel_tol=1e-12, abs_tol=1e-15 * lr0)


class TestHalfLife:
    """The first epoch at half, for which no library has a name."""

    @given(lr0=RATES, gamma=st.floats(0.05, 0.99), d=st.integers(1, 9))
    def test_closed_forms(self, reference, lr0, gamma, d):
        """Exponential and step decay have their half-life in a formula."""
        periods = math.ceil(math.log(0.5) / math.log(gamma))
        if math.isclose(gamma**periods, 0.5) or math.isclose(gamma ** (periods - 1), 0.5):
            return  # rounding decides
        exponential, step = reference("exponential_decay"), reference("step_decay")
        half_life = reference("half_life")
        assert half_life(lambda t: exponential(t, lr0, gamma), lr0, 1000) == periods
        assert half_life(lambda t: step(t, lr0, gamma, d), lr0, 1000) == d * periods

    @pytest.mark.parametrize("name", ["step_decay", "exponential_decay", "cosine_decay"])
    def test_rates_of_torch(self, reference, name):
        """The first rate that PyTorch has at half or below."""
        rates = RECORD["torch"][name]["rates"]
        expected = int(np.argmax(rates <= rates[0] / 2))
        assert reference("half_life")(rates.__getitem__, rates[0], len(rates) - 1) == expected

    @given(rates=st.lists(st.sampled_from([0.25, 0.5, 0.75, 1.0]), min_size=1, max_size=12))
    def test_any_rates(self, reference, rates):
        """All before it are above half, and it is not; None where all are above."""
        found = reference("half_life")(rates.__getitem__, 1.0, len(rates) - 1)
        if found is None:
            assert min(rates) > 0.5
        else:
            assert rates[found] <= 0.5
            assert all(rate > 0.5 for rate in rates[:found])

    def test_asks_for_python_ints_up_to_the_horizon(self, reference):
        """The schedule is asked for one epoch at a time, each a Python int."""
        asked = []

        def schedule(t):
            asked.append(t)
            return 1.0

        assert reference("half_life")(schedule, 1.0, 3) is None
        assert asked == [0, 1, 2, 3]
        assert {type(t) for t in asked} == {int}
