"""Every field of a public file, changed in every way: it is refused, or it gives nothing away."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.compare import Tolerance
from autograder.course import CourseError, Plot
from autograder.grading.judge import judge_here
from autograder.keys.key import Key
from autograder.keys.making import make_key
from autograder.keys.public_file import FORMAT, dump_key, read_key
from autograder.keys.sources import sources_digest
from autograder.report.terminal import exercise_plain
from autograder.sandbox.outcome import Problem
from tests.grading.versions import key_case, key_check, make
from tests.sampling import chosen

EXERCISES = Path(__file__).resolve().parents[2] / "exercises"

Place = tuple[str | int, ...]
"""The way to a field from the whole document."""

FIELDS = set(
    "format sources content exercise assignment title driver signature hints checks name label points "
    "reports rtol atol library explanations variants costs columns sketches "
    "plot kind x y bowl cases inputs expected mistakes output problem type "
    "array shape data float tuple dict".split()
)

CHANGES: dict[str, Callable[[Any], Any]] = {
    "deleted": lambda old: old,
    "null": lambda old: None,
    "a number": lambda old: 7,
    "a real": lambda old: 0.5,
    "zero": lambda old: 0,
    "negative": lambda old: -1 if not isinstance(old, int | float) else -abs(old) - 1,
    "truth": lambda old: True,
    "a text": lambda old: "some text",
    "an empty text": lambda old: "",
    "a list": lambda old: [old],
    "an empty list": lambda old: [],
    "an object": lambda old: {"other": old},
    "an empty object": lambda old: {},
    "a huge number": lambda old: 10**30,
    "a huge shape": lambda old: [10**9],
}


def places(document: Any, place: Place = ()) -> Iterator[Place]:
    """Every field, and the first item of every list."""
    if isinstance(document, dict):
        items = list(document.items())
    elif isinstance(document, list):
        items = list(enumerate(document))[:1]
    else:
        return
    for name, below in items:
        yield (*place, name)
        yield from places(below, (*place, name))


def changes(text: str) -> Iterator[tuple[Place, str, Any]]:
    """Where and how a document was changed, and what it is then."""
    document = json.loads(text)
    for place in places(document):
        for how in (*CHANGES, "renamed"):
            if how != "renamed" or isinstance(place[-1], str):
                yield place, how, changed(document, place, how)


def changed(document: Any, place: Place, how: str) -> Any:
    """A copy of a document with one field changed; the rest of it is shared."""
    copy, (step, *below) = document.copy(), place
    if below:
        copy[step] = changed(copy[step], tuple(below), how)
    elif how == "renamed":
        copy[f"{step}_"] = copy.pop(step)
    elif how == "deleted":
        del copy[step]
    else:
        copy[step] = CHANGES[how](copy[step])
    return copy


def field(place: Place) -> str:
    """The nearest field of the format: other names are those of languages, mistakes, arguments."""
    if place[0] == "signature":
        return "signature"
    # An argument may be called as a field is.
    names = [
        step
        for before, step in zip((None, *place), place, strict=False)
        if step in FIELDS and before not in ("dict", "hints", "mistakes")
    ]
    return str(names[-1])


def public_file(solution) -> str:
    """The public file of an exercise of the toy course."""
    return dump_key(make_key(solution, None), sources_digest(solution, FORMAT))


def all_kinds() -> str:
    """A file with all that can stand in one."""
    value = {
        "a": np.array([1.0, np.nan]),
        "t": (1, [2.0, None, True, "text"]),
        "f": float("inf"),
        "c": np.array([[1 + 2j]]),
        "e": np.zeros((0, 2), np.float32),
    }
    key = make(
        key_check(
            "first",
            key_case(value, raises=Problem("raised", "ValueError"), other=value["a"]),
            driver="own",
            plot=Plot(
                "path", x={"ko": "가로", "en": "x"}, y={"ko": "세로", "en": "y"}, bowl=(1.0, 2.5)
            ),
            tolerance=Tolerance(1e-3, 0.0),
        ),
        driver_source="def own(submission, **inputs):\n    return submission(**inputs)\n",
    )
    return dump_key(key, "0" * 64)


def unwritten(*args: Any, **kwargs: Any) -> Any:
    """What a stub does."""
    raise NotImplementedError


def key_or_problem(path: Path) -> Key | str:
    """What is in a file, or what is said of it."""
    try:
        return read_key(path)
    except CourseError as error:
        return error.sentence


@pytest.fixture
def examine(request, tmp_path):
    """A function that reads changed files, and how many changes there are.

    It judges by each of them a stub and an answer that returns its arguments. Outside of the proof
    each field is changed in each way in one of the places where it stands.
    """
    share = 1.0 if request.config.getoption("proof") else 0.0

    def examined(text: str) -> int:
        path = tmp_path / f"{json.loads(text)['exercise']}.json"
        found = list(changes(text))
        tried = chosen(
            found, share, name=lambda one: str(one[:2]), kind=lambda one: (field(one[0]), one[1])
        )
        for place, how, document in tried:
            examine_one(path, f"{place} {how}", field(place), document)
        return len(found)

    return examined


def examine_one(path: Path, where: str, of: str, document: Any) -> None:
    """Read one changed file, and judge by it; `of` is the field that was changed."""
    path.write_text(json.dumps(document), encoding="utf-8")
    key = key_or_problem(path)
    if isinstance(key, str):
        assert of in key, f"{where}: {key}"
        assert "\n" not in key
        return
    result = judge_here(key, unwritten)
    assert result.score == 0 < key.points, where
    assert result.status != "passed", where
    exercise_plain(judge_here(key, lambda **inputs: inputs), "en")


@pytest.mark.parametrize("name", ["double", "Counter"])
def test_a_changed_file_of_the_toy_course(toy, examine, name):
    """It is refused in a sentence that names the field, or an unwritten stub earns nothing by it."""
    solution = next(each for each in toy.solutions() if each.name == name)
    assert examine(public_file(solution)) > 500


def test_a_changed_file_of_the_course(examine):
    """The same for an exercise with a driver of its own and a picture."""
    text = (EXERCISES / "gradient_descent" / "public" / "gradient_step.json").read_text("utf-8")
    assert examine(text) > 1000


def test_a_changed_file_with_all_that_can_stand_in_one(examine):
    """Every kind of value, a problem, tolerances, a picture with a bowl."""
    assert examine(all_kinds()) > 1000


PATHS = ["../../elsewhere", "/etc/passwd", "..", "a/b", "a\\b", "a\0", "C:name", "", "a b"]


def _rename_exercise(document, name):
    document["exercise"] = name


def _rename_driver(document, name):
    document["checks"][0]["driver"] = name


def _rename_mistake(document, name):
    for names in (document["hints"], document["checks"][0]["cases"][0]["mistakes"]):
        names[name] = names.pop("raises")


@pytest.mark.parametrize("rename", [_rename_exercise, _rename_driver, _rename_mistake])
@pytest.mark.parametrize("name", PATHS)
def test_a_name_in_a_strangers_file_is_no_path(rename, name, tmp_path):
    """Whoever checks what a stranger handed out has nothing read but the exercise itself."""
    document = json.loads(all_kinds())
    path = tmp_path / f"{document['exercise']}.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert read_key(path).exercise == document["exercise"]
    rename(document, name)
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(CourseError):
        read_key(path)
