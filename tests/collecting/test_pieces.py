"""A look at a text finds definitions and names, and takes no time over a text of any kind."""

from __future__ import annotations

import time

import pytest

from autograder.collecting.pieces import (
    binds,
    check_places,
    checks_with_answers,
    defines,
    imported_answers,
    looks_into,
    mentions,
    notebook_pieces,
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


def test_an_answer_that_another_cell_imports_is_a_file_too():
    """The last copy of it; what is given is as it was handed out, also where it was left out."""
    texts = {
        "a": "f = 1",
        "b": "f = 2",
        "c": "g = 3",
        "d": "from f import f\n import g\nimport h, k",
    }
    names = ("f-answer", "f-answer", "g-given", "own-answer")
    cells = [code_cell(text) for text in texts.values()]
    for cell, name in zip(cells, names, strict=True):
        cell["metadata"] = {"nbgrader": {"grade_id": name}}
    given = {"g": "g = 4", "h": "h = 5", "k": "k = 6"}
    found = {each.exercise: (each.number, each.source) for each in imported_answers(cells, given)}
    assert found == {"f": (1, "f = 2"), "g": (2, "g = 4"), "h": (7, "h = 5")}
    assert imported_answers(cells[:3]) == ()
    many = [{**code_cell(f"import n{k}"), "metadata": {"nbgrader": {"grade_id": f"n{k}-answer"}}}
            for k in range(1000)]  # fmt: skip
    assert len(imported_answers(many)) == 100
    ran = [piece.source for piece in notebook_pieces(cells, ["f", "g", "h", "own"], given)]
    assert ran == ["h = 5", "f = 1", "f = 2", "g = 4", texts["d"]]
