"""Brackets that are dropped or moved, in whatever stands in them."""

from __future__ import annotations

import pytest

from autograder.edits.making import make_edits


@pytest.mark.parametrize("sign", ["|", "&", "^", "<<", ">>"])
def test_sets_and_bits_have_edits_too(sign):
    """A program with any operator of Python's is edited, and each edit is a program."""
    source = f"def f(a, b, c):\n    return (a {sign} b) {sign} (b - (c {sign} a))\n"
    texts = [each.source for each in make_edits(source)]
    assert texts
    for text in texts:
        compile(text, "edit.py", "exec")
