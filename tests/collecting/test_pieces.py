"""A look at a text finds definitions and names, and takes no time over a text of any kind."""

from __future__ import annotations

import time

import pytest

from autograder.collecting.pieces import (
    binds,
    check_places,
    checks_with_answers,
    defines,
    looks_into,
    mentions,
)
from tests.classroom import code_cell


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def f(x):", True),
        ("x = 1\nasync def f(x):", True),
        ("class f:", True),
        ("def ff(x):", False),
        ("  def f(x):", False),
        ("# def f", False),
        ("f(1)", False),
    ],
)
def test_a_definition_begins_a_line(source, found):
    """A function or a class, not a method and not a call."""
    assert defines(source, "f") is found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("  f = 1", True),
        ("f, g = 1, 2", True),
        ("from a import g, f", True),
        ("import a as f", True),
        ("def f(): pass", True),
        ("f == 1", False),
        ("g = f", False),
        ("import ff", False),
    ],
)
def test_what_binds_a_name(source, found):
    """A line that looks as if it did."""
    assert binds(source, "f") is found


def test_a_name_is_a_whole_word():
    """Not a part of another one."""
    assert mentions("a + np", "np")
    assert not mentions("np2 _np anp", "np")
    assert looks_into("x" * 5000 + " np.sum(x)", "np")
    assert not looks_into("np = module.np2.x", "np")


def test_an_answer_in_a_check_cell():
    """Known by nbgrader's name for the cell; elsewhere a definition is an answer."""
    typed, own = code_cell("def f(x):\n    return x"), code_cell("def g(x):\n    return x")
    typed["metadata"]["nbgrader"] = {"grade_id": "f"}
    assert checks_with_answers([typed, own], ["f", "g"]) == ("f",)


def test_where_the_magic_checks_an_exercise():
    """A cell that a student made is a place where it was checked, as the handed out one is."""
    cells = [code_cell("%%check f\ndef f(x):\n    return x"), code_cell("x = 1\n%check g en")]
    assert check_places(cells, ["f", "g"]) == {"f": 0, "g": 1}
    assert checks_with_answers(cells, ["f", "g"]) == ()


@pytest.mark.parametrize("text", ["\n", "np_", "np from np import np,\n"])
def test_ten_megabytes_take_no_time(text):
    """Whatever they consist of."""
    source = text * (10_000_000 // len(text))
    started = time.process_time()
    for look in (binds, defines, looks_into, mentions):
        look(source, "np_x")
        look(source, "np")
    assert time.process_time() - started < 2
