"""What is committed is what `autograder build` makes now."""

from __future__ import annotations

import pytest

from autograder.build.generated import out_of_date


@pytest.mark.slow
def test_nothing_that_is_generated_is_out_of_date(course):
    """`exercises/`, `source/`, `release/` and the pages of `docs/` are in step with `solutions/`."""
    assert out_of_date(course) == []
