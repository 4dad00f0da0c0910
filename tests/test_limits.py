"""How much a submission may use."""

from __future__ import annotations

import msgspec
import pytest

from autograder.limits import Limits


def test_processor_time_follows_from_the_clock():
    """What cells and checks may take together, unless a course says otherwise."""
    assert Limits(cells_seconds=30.5, checks_seconds=20).processor_seconds == 51
    assert Limits(cells_seconds=30, checks_seconds=20, cpu_seconds=7).processor_seconds == 7


@pytest.mark.parametrize("name", ["cells_seconds", "checks_seconds", "cpu_seconds"])
def test_no_limit_is_zero(name):
    """It would let nothing run."""
    with pytest.raises(msgspec.ValidationError, match=name):
        msgspec.convert({name: 0}, Limits)


def test_one_budget_for_everything_is_unknown():
    """Cells and checks have one each."""
    with pytest.raises(msgspec.ValidationError, match="submission_seconds"):
        msgspec.convert({"submission_seconds": 60}, Limits)
