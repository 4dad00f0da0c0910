"""What is hidden in a grade cell is not shown."""

from __future__ import annotations

from autograder.nbgrader.hidden_tests import HideHiddenTests


def test_the_visible_part_of_a_test():
    """What was released: without the regions, and without their marks."""
    source = "a\n### BEGIN HIDDEN TESTS\nb\n### END HIDDEN TESTS\nc\n# BEGIN HIDDEN TESTS\nd"
    assert HideHiddenTests().visible(source) == "a\nc"
