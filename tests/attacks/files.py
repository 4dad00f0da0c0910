"""Submissions that are no plain files: links, pipes, odd names, broken and altered notebooks.

Each function lays one down as the student `m-attack` would hand it in. Only the standard library
is used, so that the careless grader's container can build them too.
"""

from __future__ import annotations

import copy
import json
import os
import socket
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["ATTACKS", "COUNTER", "ME", "RIGHT", "WRONG", "hand_in", "notebook"]

ME = "m-attack"
RIGHT = "def double(x):\n    return x + x\n"
WRONG = "def double(x):\n    return x\n"
COUNTER = """\
class Counter:
    def __init__(self, step):
        self.step = step
        self.count = 0

    def next(self):
        self.count += self.step
        return self.count
"""
CHECK = "import numpy as np\nassert (double(np.array([1.0, 2.0])) == np.array([2.0, 4.0])).all()\n"

Attack = Callable[[Path, Path], object]
ATTACKS: dict[str, Attack] = {}


def attack(build: Attack) -> Attack:
    """Take a function into the collection, by its name."""
    ATTACKS[build.__name__] = build
    return build


def hand_in(submitted: Path, student: str = ME, double: str | bytes | None = WRONG) -> Path:
    """A student's folder with the two exercises in it; the first of them may be left out."""
    folder = submitted / student / "basics"
    folder.mkdir(parents=True)
    (folder / "Counter.py").write_text(COUNTER)
    if double is not None:
        data = double.encode() if isinstance(double, str) else double
        (folder / "double.py").write_bytes(data)
    return folder


def notebook(double: str = WRONG) -> dict[str, Any]:
    """A notebook with an answer, a check with points, and the other exercise."""

    def code(name: str, source: str) -> dict[str, Any]:
        return {
            "cell_type": "code",
            "id": name,
            "metadata": {},
            "outputs": [],
            "execution_count": None,
            "source": source,
        }

    check = code("check", CHECK)
    check["metadata"]["nbgrader"] = {
        "grade": True,
        "grade_id": "double",
        "locked": True,
        "points": 4,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }
    cells = [code("answer", double), check, code("counter", COUNTER)]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def hand_in_notebook(submitted: Path, content: dict[str, Any] | str | bytes) -> None:
    """A notebook, or whatever stands in its place."""
    folder = submitted / ME / "basics"
    folder.mkdir(parents=True)
    text = json.dumps(content) if isinstance(content, dict) else content
    data = text.encode() if isinstance(text, str) else text
    (folder / "basics.ipynb").write_bytes(data)


# Links, and what is no regular file.


@attack
def link_to_the_secret(submitted: Path, course: Path) -> None:
    """The file is a link to the course's secret."""
    (hand_in(submitted, double=None) / "double.py").symlink_to(course / "secret.txt")


@attack
def link_to_the_reference(submitted: Path, course: Path) -> None:
    """The file is a link to the reference."""
    reference = course / "solutions" / "basics" / "double" / "reference.py"
    (hand_in(submitted, double=None) / "double.py").symlink_to(reference)


@attack
def link_to_a_classmate(submitted: Path, course: Path) -> None:
    """The file is a link to what somebody else handed in."""
    target = "../../a-honest/basics/double.py"
    (hand_in(submitted, double=None) / "double.py").symlink_to(target)


@attack
def link_as_folder(submitted: Path, course: Path) -> None:
    """The assignment's folder is a link to somebody else's."""
    (submitted / ME).mkdir()
    (submitted / ME / "basics").symlink_to("../a-honest/basics")


@attack
def link_as_student(submitted: Path, course: Path) -> None:
    """The student's folder is a link to somebody else's."""
    (submitted / ME).symlink_to("a-honest")


@attack
def link_to_itself(submitted: Path, course: Path) -> None:
    """The file is a link to itself."""
    (hand_in(submitted, double=None) / "double.py").symlink_to("double.py")


@attack
def link_to_a_device(submitted: Path, course: Path) -> None:
    """The file is a link to a device that never ends."""
    (hand_in(submitted, double=None) / "double.py").symlink_to("/dev/zero")


@attack
def pipe(submitted: Path, course: Path) -> None:
    """The file is a pipe that nobody writes to."""
    os.mkfifo(hand_in(submitted, double=None) / "double.py")


@attack
def socket_file(submitted: Path, course: Path) -> None:
    """The file is a socket."""
    folder = hand_in(submitted, double=None)
    here = os.open(".", os.O_RDONLY)
    try:
        os.chdir(folder)  # the path of a socket may not be long
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("double.py")
    finally:
        os.fchdir(here)
        os.close(here)


@attack
def folder_as_file(submitted: Path, course: Path) -> None:
    """The file is a folder."""
    (hand_in(submitted, double=None) / "double.py").mkdir()


@attack
def endless_file(submitted: Path, course: Path) -> None:
    """The file is two gigabytes long, and takes no room."""
    with (hand_in(submitted, double=None) / "double.py").open("wb") as file:
        file.truncate(2 << 30)


@attack
def no_text(submitted: Path, course: Path) -> None:
    """The file is not UTF-8."""
    hand_in(submitted, double=b"\xff\xfe\x00d")


@attack
def null_bytes(submitted: Path, course: Path) -> None:
    """The file has bytes in it that end a text in C."""
    hand_in(submitted, double=b"\0" * 100 + RIGHT.encode())


@attack
def another_encoding(submitted: Path, course: Path) -> None:
    """The file says that it is to be read otherwise, and its comment is code then."""
    hand_in(submitted, double="# coding: utf-7\n# +AAo-def double(x): return x+-x\n" + WRONG)


@attack
def many_files(submitted: Path, course: Path) -> None:
    """Three thousand other files lie beside it."""
    folder = hand_in(submitted)
    for number in range(3000):
        (folder / f"file-{number}").touch()


@attack
def module_of_the_grader(submitted: Path, course: Path) -> None:
    """A module lies beside it that the grader will import when it needs it."""
    folder = hand_in(submitted)
    source = "import __main__\n__main__.points['m-attack'] = 4\n"
    for name in ("difflib", "reference", "driver", "autograder", "numpy", "sitecustomize"):
        (folder / f"{name}.py").write_text(source)


@attack
def course_of_its_own(submitted: Path, course: Path) -> None:
    """A whole course lies beside it, with another reference and another seed."""
    folder = hand_in(submitted)
    solution = folder / "solutions" / "basics" / "double"
    solution.mkdir(parents=True)
    (solution / "reference.py").write_text(WRONG)
    (folder / "course.toml").write_text('title = "x"\nlanguages = ["en"]\n')
    (folder / ".autograder").mkdir()
    (folder / ".autograder" / "seed").write_text("0" * 64)
    (folder / "public").mkdir()
    (folder / "public" / "double.json").write_text("{}")


# Names.


def _named(name: str, title: str, text: str) -> None:
    def build(submitted: Path, course: Path) -> None:
        hand_in(submitted, name)

    build.__name__, build.__doc__ = f"name_{title}", text
    ATTACKS[build.__name__] = build


_named(
    f"{ME},4\nz-honest", "with_a_newline", "The name holds a line of its own when it is printed."
)
_named(f"{ME}\x1b[2J\x07", "with_escapes", "The name clears a terminal.")
_named(f"{ME}\u202e4:stniop", "that_turns", "The name turns the direction of reading.")
_named("=1+1", "as_a_formula", "The name is a formula.")
_named("-rf", "as_an_option", "The name is an option of many commands.")
_named("<script>alert(1)<", "as_markup", "The name is a script.")
_named(f"..{ME}", "with_dots", "The name begins like the folder above.")
_named("CON\u00a0.", "of_a_device", "The name is one that some systems keep for a device.")
_named(os.fsdecode(b"m-attack\xff"), "that_is_no_text", "The name is not UTF-8.")


@attack
def name_of_a_classmate(submitted: Path, course: Path) -> None:
    """The name is a classmate's, in another normal form of Unicode."""
    hand_in(submitted, unicodedata.normalize("NFC", "m-é"), RIGHT)
    hand_in(submitted, unicodedata.normalize("NFD", "m-é"), WRONG)


# Notebooks.


def _altered(name: str, text: str, change: Callable[[dict[str, Any]], object]) -> None:
    def build(submitted: Path, course: Path) -> None:
        made = notebook()
        change(made)
        hand_in_notebook(submitted, made)

    build.__name__, build.__doc__ = f"notebook_{name}", text
    ATTACKS[build.__name__] = build


def _metadata(made: dict[str, Any]) -> dict[str, Any]:
    return made["cells"][1]["metadata"]["nbgrader"]  # type: ignore[no-any-return]


def _fake_output(made: dict[str, Any]) -> None:
    for cell in made["cells"]:
        cell["outputs"] = [
            {
                "output_type": "execute_result",
                "data": {"text/plain": "4.0"},
                "metadata": {},
                "execution_count": 1,
            }
        ]


_altered(
    "altered_check",
    "The check is another one, which passes.",
    lambda made: made["cells"][1].update(source="pass"),
)
_altered(
    "duplicated_check",
    "The check is there twice, and the second one passes.",
    lambda made: made["cells"].insert(2, {**copy.deepcopy(made["cells"][1]), "source": "pass"}),
)
_altered(
    "moved_check",
    "The check comes first, where a right function of another's still stands.",
    lambda made: made["cells"].insert(
        0, {**made["cells"].pop(1), "source": RIGHT + CHECK, "id": "moved"}
    ),
)
_altered(
    "relabelled_check",
    "The answer says that it is the check, and it raises nothing.",
    lambda made: made["cells"][0]["metadata"].update(nbgrader=_metadata(made)),
)
_altered(
    "deleted_check",
    "The check is gone, and a cell of one's own with points is there.",
    lambda made: made["cells"][1].update(
        source="1", metadata={"nbgrader": {"grade": True, "grade_id": "mine", "points": 4}}
    ),
)
_altered("faked_output", "The outputs that are saved say four points.", _fake_output)
_altered(
    "faked_points",
    "The check is worth nothing, and another cell a hundred.",
    lambda made: (
        _metadata(made).update(points=0),
        made["cells"][0]["metadata"].update(
            nbgrader={"grade": True, "grade_id": "other", "points": 100}
        ),
    ),
)
_altered(
    "faked_tags",
    "Tags say that errors of the check are expected, or that it is not to be run.",
    lambda made: made["cells"][1]["metadata"].update(
        tags=["raises-exception", "skip-execution"], autograder={"score": 10}
    ),
)
_altered(
    "cells_that_are_none",
    "The cells are numbers, lists and nothing.",
    lambda made: made.update(cells=[3, [], None, {}, {"cell_type": "code"}]),
)
_altered(
    "sources_that_are_none",
    "The source is a dict.",
    lambda made: made["cells"][0].update(source={"a": 1}),
)
_altered(
    "many_cells",
    "Three thousand cells.",
    lambda made: made["cells"].extend({**made["cells"][0], "source": "1"} for _ in range(3000)),
)


def _written(name: str, text: str, content: Callable[[], str | bytes]) -> None:
    def build(submitted: Path, course: Path) -> None:
        hand_in_notebook(submitted, content())

    build.__name__, build.__doc__ = f"notebook_{name}", text
    ATTACKS[build.__name__] = build


_written("deeply_nested", "A hundred thousand brackets.", lambda: "[" * 100_000)
_written("of_nothing", "An empty notebook.", lambda: "")
_written("not_json", "A program in the place of a notebook.", lambda: RIGHT)
_written(
    "large_numbers",
    "Numbers with ten thousand digits, and numbers that JSON does not know.",
    lambda: json.dumps(notebook(RIGHT)).replace('"nbformat": 4', f'"nbformat": {"9" * 10_000}'),
)
_written(
    "surrogates",
    "The source holds half of a character.",
    lambda: json.dumps(notebook(WRONG + "\nprint('\ud800')\n")),
)
_written(
    "keys_twice",
    "The cells are there twice: one reader takes the first, another one the last.",
    lambda: '{"cells": ' + json.dumps(notebook(RIGHT)["cells"]) + ", " + json.dumps(notebook())[1:],
)
_written(
    "another_encoding", "A notebook in UTF-16.", lambda: json.dumps(notebook()).encode("utf-16")
)
_written(
    "long_lines",
    "Nine megabytes in one line.",
    lambda: json.dumps(notebook(f"x = '{'x' * (9 << 20)}'\n" + WRONG)),
)


@attack
def notebook_packed(submitted: Path, course: Path) -> None:
    """An archive in the place of a notebook, which would be very large when it is unpacked."""
    folder = submitted / ME / "basics"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / "basics.ipynb", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("basics.ipynb", bytes(20 << 20))
