"""What every error that a user meets is made of."""

from __future__ import annotations

import pytest

from autograder.errors import UnknownNameError


@pytest.mark.parametrize(
    ("name", "known", "said"),
    [
        ("adam", ["Adam", "adam_step"], "there is no thing 'adam'; did you mean 'Adam'?"),
        ("adamstep", ["Adam", "adam_step"], "there is no thing 'adamstep'; did you mean 'adam_step'?"),
        ("x", ["Adam", "adam_step"], "there is no thing 'x'; there are Adam, adam_step"),
        ("x", [], "there is no thing 'x'; there are none"),
        ("a/b/Adam.ipynb", ["Adam"], "there is no thing 'a/b/Adam.ipynb'; did you mean 'Adam'?"),
    ],
)  # fmt: skip
def test_an_unknown_name(name, known, said):
    """The nearest known name is suggested, or all of them are listed."""
    error = UnknownNameError("thing", name, known)
    assert str(error) == said
    assert (error.what, error.name, error.known) == ("thing", name, tuple(known))
