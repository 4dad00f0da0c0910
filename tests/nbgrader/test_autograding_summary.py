"""What `nbgrader autograde` sums up at its end."""

from __future__ import annotations

from autograder.nbgrader.autograding_summary import Summary


def test_who_was_graded_who_was_not_and_who_was_altered():
    """With the names of those whom somebody has to look at."""
    summary = Summary(["kim", "lee", "park"], ["kim", "park"], ["choi"], {"park", "kim"})
    assert summary.counts() == "2 graded, 1 failed, 1 graded before (`--force` grades them again)"
    assert list(summary.troubles()) == [
        "failed: lee",
        "cells were altered, deleted or copied, and are put right: kim, park",
    ]


def test_a_class_without_trouble_is_one_line():
    """Nothing else is said of it."""
    summary = Summary(["kim"], ["kim"])
    assert (summary.counts(), list(summary.troubles())) == ("1 graded", [])


def test_a_thousand_names_are_not_read():
    """The first of them are."""
    students = [f"s{number}" for number in range(1000)]
    line = next(Summary(students).troubles())
    assert line.endswith("s39 and 960 more")
