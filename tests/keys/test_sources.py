"""When a public file has to be made anew: what it is made from has changed."""

from __future__ import annotations

import pytest

from autograder.course import load_course
from autograder.course.adopted import skeleton
from autograder.keys.sources import sources_digest


def digests(root, file_format=2):
    """The digests of the toy course's exercises, by name."""
    return {each.name: sources_digest(each, file_format) for each in load_course(root).solutions()}


@pytest.mark.parametrize(
    "name", ["double/reference.py", "double/grading.py", "double/mistakes.py", "Counter/driver.py"]
)
def test_what_answers_or_asks_counts(toy_root, name):
    """For its own exercise alone."""
    before = digests(toy_root)
    path = toy_root / "solutions" / "basics" / name
    path.write_text(path.read_text(encoding="utf-8") + "\n# more\n", encoding="utf-8")
    after = digests(toy_root)
    assert {each for each in after if after[each] != before[each]} == {name.partition("/")[0]}


def test_a_title_counts_and_the_rest_of_a_statement_does_not(toy_root):
    """Titles stand in the file."""
    before = digests(toy_root)
    path = toy_root / "solutions" / "basics" / "double" / "statement.en.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "\nMore.\n", encoding="utf-8")
    assert digests(toy_root) == before
    path.write_text(text.replace("# Double", "# Twice"), encoding="utf-8")
    assert digests(toy_root)["double"] != before["double"]


def test_alternatives_do_not_count(toy_root):
    """They are in no file."""
    before = digests(toy_root)
    path = toy_root / "solutions" / "basics" / "double" / "alternatives.py"
    path.write_text(path.read_text(encoding="utf-8") + "\n# more\n", encoding="utf-8")
    assert digests(toy_root) == before


def test_an_adopted_mistake_counts_once_it_has_its_hints(toy_root):
    """Until then it is in no file."""
    before = digests(toy_root)
    folder = toy_root / "solutions" / "basics" / "double" / "adopted"
    folder.mkdir()
    text = skeleton("def double(x):\n    return 3 * x\n", ("en", "ko"))
    (folder / "triples.toml").write_text(text, encoding="utf-8")
    assert digests(toy_root) == before
    whole = text.replace('ko = ""', 'ko = "세 배?"').replace('en = ""', 'en = "Three times?"')
    (folder / "triples.toml").write_text(whole, encoding="utf-8")
    assert digests(toy_root)["double"] != before["double"]


def test_the_format_counts(toy_root):
    """A new one makes every file stale."""
    old, new = digests(toy_root, 2), digests(toy_root, 3)
    assert all(old[name] != new[name] for name in old)


def test_the_ends_of_lines_do_not_count(toy_root):
    """Git writes other ones on Windows."""
    before = digests(toy_root)
    path = toy_root / "solutions" / "basics" / "double" / "reference.py"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert digests(toy_root) == before


def test_another_data_file_makes_the_public_checks_anew(toy_root):
    """They are made from it."""
    (solution,) = (each for each in load_course(toy_root).solutions() if each.name == "double")
    before = sources_digest(solution, 1)
    (solution.folder / "data").mkdir()
    assert sources_digest(solution, 1) == before
    (solution.folder / "data" / "numbers.csv").write_bytes(b"1\n2\n")
    with_numbers = sources_digest(solution, 1)
    (solution.folder / "data" / "numbers.csv").write_bytes(b"1\n3\n")
    assert len({before, with_numbers, sources_digest(solution, 1)}) == 3
