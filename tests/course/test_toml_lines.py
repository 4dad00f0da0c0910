"""The line of every key in a TOML file."""

from __future__ import annotations

import tomllib

import pytest

from autograder.course.toml_lines import toml_lines
from tests.toy_settings import TOY

TEXT = '''\
# check_seconds
title = { ko = "[limits]", en = 'x' } # [limits]
note = """
[limits]
check_seconds = 3 \\""" still
"""
a.b = 3
day = 1979-05-27 07:32:00
"a key" = [ [1, 2], { c = 1 },
  "x", # y = 1
]

[[assignment]]
name = "a"
order = [
    "x",
    "y"]
[assignment.title]
ko = "z"
[[assignment]]
name = "b"
  [ limits . deep ]
check_seconds = 3.5
[empty]
'''

LINES = {
    ("title",): 2,
    ("title", "ko"): 2,
    ("title", "en"): 2,
    ("note",): 3,
    ("a",): 7,
    ("a", "b"): 7,
    ("day",): 8,
    ("a key",): 9,
    ("a key", 0): 9,
    ("a key", 0, 0): 9,
    ("a key", 0, 1): 9,
    ("a key", 1): 9,
    ("a key", 1, "c"): 9,
    ("a key", 2): 10,
    ("assignment",): 13,
    ("assignment", 0): 13,
    ("assignment", 0, "name"): 14,
    ("assignment", 0, "order"): 15,
    ("assignment", 0, "order", 0): 16,
    ("assignment", 0, "order", 1): 17,
    ("assignment", 0, "title"): 18,
    ("assignment", 0, "title", "ko"): 19,
    ("assignment", 1): 20,
    ("assignment", 1, "name"): 21,
    ("limits",): 22,
    ("limits", "deep"): 22,
    ("limits", "deep", "check_seconds"): 23,
    ("empty",): 24,
}


def paths(value, path=()):
    """Where every value of a document is."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for name, item in items:
        if isinstance(item, dict | list):
            yield from paths(item, (*path, name))
        else:
            yield (*path, name)


def test_every_key_has_its_line():
    """In tables, arrays and arrays of tables; words in strings and comments are none."""
    assert toml_lines(TEXT) == LINES
    assert set(paths(tomllib.loads(TEXT))) == set(LINES)


@pytest.mark.parametrize(
    "text", ["", "\n", "# nothing", "a = 1", "a = 1 # b", "a = ''\r\nb = 2\r\n"]
)
def test_short_files(text):
    """With or without a last line break."""
    assert set(toml_lines(text)) == set(paths(tomllib.loads(text)))


def test_a_real_file():
    """Of the toy course."""
    text = (TOY / "course.toml").read_text(encoding="utf-8")
    lines = toml_lines(text)
    assert set(lines) == set(paths(tomllib.loads(text)))
    for path, line in lines.items():
        if isinstance(path[-1], str):
            assert path[-1] in text.splitlines()[line - 1]
