"""What a class hands in on a bad day: harmful answers, broken files, altered notebooks.

Each entry says what its honest part earns, and what the log has to say of it.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from dataclasses import dataclass

from tests.classroom import (
    COUNTER,
    COUNTS_BY_ONE,
    DOUBLE,
    SQUARE,
    Classroom,
    Notebook,
    cell,
    code_cell,
    double_cell,
    remove,
)
from tests.nbgrader.alterations import GRADED_METADATA, METADATA, ODD_NOTEBOOKS, metadata

__all__ = ["HANDED_IN", "SCRIPTS", "HandedIn"]


@dataclass(frozen=True)
class HandedIn:
    """One submission.

    Attributes:
        put: puts it in its place, for a student.
        double: what it earns in this exercise.
        counter: and in that.
        says: what the log of nbgrader has to hold.
    """

    put: Callable[[Classroom, str], object]
    double: float = 10.0
    counter: float = 6.0
    says: str = ""


HANDED_IN: dict[str, HandedIn] = {}


def _answers(
    name: str, double: str = DOUBLE, counter: str = COUNTER, *, earns: tuple[float, float]
) -> None:
    def put(room: Classroom, student: str) -> None:
        room.hand_in(student, room.answered(double, counter))

    HANDED_IN[name] = HandedIn(put, *earns)


def _cell_of_its_own(name: str, source: str) -> None:
    """A harmful cell before right answers."""

    def put(room: Classroom, student: str) -> None:
        notebook = room.answered()
        notebook["cells"].insert(2, code_cell(source))
        room.hand_in(student, notebook)

    HANDED_IN[f"cell {name}"] = HandedIn(put)


def _file(name: str, content: bytes) -> None:
    HANDED_IN[f"file {name}"] = HandedIn(
        lambda room, student: room.hand_in(student, content), 0.0, 0.0, "basics.ipynb: "
    )


def _altered(name: str, change: Callable[[Notebook, str], object], says: str = "") -> None:
    """The same change to both exercises of a notebook whose first answer alone is right."""

    def put(room: Classroom, student: str) -> None:
        notebook = room.answered(DOUBLE, COUNTS_BY_ONE)
        for exercise in ("double", "Counter"):
            change(notebook, exercise)
        room.hand_in(student, notebook)

    HANDED_IN[name] = HandedIn(put, 10.0, 0.0, says)


def _changed(name: str, change: Callable[[Notebook], object], says: str = "") -> None:
    """A change to a notebook whose first answer alone is right."""

    def put(room: Classroom, student: str) -> None:
        notebook = room.answered(DOUBLE, COUNTS_BY_ONE)
        change(notebook)
        room.hand_in(student, notebook)

    HANDED_IN[name] = HandedIn(put, 10.0, 0.0, says)


_answers("right", earns=(10.0, 6.0))
_answers("김철수", earns=(10.0, 6.0))
_answers("Kim Chul-su, B.", earns=(10.0, 6.0))
_answers("wrong", SQUARE, earns=(0.0, 6.0))
_answers("partly right", "def double(x):\n    return abs(2 * x)", earns=(7.0, 6.0))
_answers("both wrong", SQUARE, "Counter = list", earns=(0.0, 0.0))
HANDED_IN["unanswered"] = HandedIn(
    lambda room, student: room.hand_in(student, room.released), 0.0, 0.0
)

_BODIES = {
    "raises": "raise ValueError('not today')",
    "loops": "while True:\n        pass",
    "exits": "import sys\n    sys.exit(0)",
    "ends the process": "import os\n    os._exit(0)",
    "prints without end": "while True:\n        print('still here')",
    "warns": "import warnings\n    warnings.warn('look out')",
}
for _name, _body in _BODIES.items():
    _answers(f"answer {_name}", f"def double(x):\n    {_body}", earns=(0.0, 6.0))
_answers(
    "answer warns and is right",
    "import sys, warnings\ndef double(x):\n    warnings.warn('look out')\n"
    "    print('hm', file=sys.stderr)\n    return 2 * x",
    earns=(10.0, 6.0),
)

_CELLS = {
    "raises": "1 / 0",
    "is no Python": "def (",
    "loops": "while True:\n    pass",
    "cannot be interrupted": (
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    ),
    "exits": "import sys\nsys.exit(0)",
    "ends the process": "import os\nos._exit(0)",
    "prints without end": "while True:\n    print('x' * 1000)",
    "prints one long line": "print('x' * 100_000_000)",
    "uses magics": "%matplotlib inline\n%%timeit\n1",
    "ends the kernel": "get_ipython().kernel.do_shutdown(False)",
}
for _name, _source in _CELLS.items():
    _cell_of_its_own(_name, _source)

_FILES = {
    "empty": b"",
    "blank": b" \n",
    "garbage": b"garbage",
    "not UTF-8": b'{"cells": [], "metadata": {"name": "\xff"}, "nbformat": 4}',
    "UTF-16": '{"cells": []}'.encode("utf-16"),
    "cut off": b'{"cells": [{"cell_type": "code", "sou',
    "too large": b" " * ((64 << 20) + 1),
    "a list": b"[]",
    "deeply nested": b"[" * 100_000,
    "no cells": b'{"metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
    "cells that are none": b'{"cells": 3, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
    "cells in a dict": b'{"cells": {"a": 1}, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
}
for _name, _content in _FILES.items():
    _file(_name, _content)
HANDED_IN["file with a byte order mark"] = HandedIn(
    lambda room, student: room.hand_in(student, json.dumps(room.answered()).encode("utf-8-sig"))
)


def _link(room: Classroom, student: str) -> None:
    room.place(student).symlink_to(room.hand_in("right", room.answered()))


def _link_of_the_folder(room: Classroom, student: str) -> None:
    place = room.place(student).parent
    place.rmdir()
    place.symlink_to(room.hand_in("right", room.answered()).parent)


def _link_into_the_course(room: Classroom, student: str) -> None:
    room.place(student).symlink_to(room.root / "source" / "basics" / "basics.ipynb")


HANDED_IN["file is a folder"] = HandedIn(
    lambda room, student: room.place(student).mkdir(), 0.0, 0.0, "basics.ipynb: "
)
HANDED_IN["file is a pipe"] = HandedIn(
    lambda room, student: os.mkfifo(room.place(student)), 0.0, 0.0, "basics.ipynb: "
)
HANDED_IN["file is a link"] = HandedIn(_link, 0.0, 0.0, "basics.ipynb: ")
HANDED_IN["file is a link to the source"] = HandedIn(
    _link_into_the_course, 0.0, 0.0, "basics.ipynb: "
)
HANDED_IN["file is a dangling link"] = HandedIn(
    lambda room, student: room.place(student).symlink_to("nowhere"), 0.0, 0.0, "basics.ipynb: "
)
HANDED_IN["folder is a link"] = HandedIn(_link_of_the_folder, 0.0, 0.0, "basics.ipynb: ")


def _files_beside_it(room: Classroom, student: str) -> None:
    """A right notebook among files that nobody should open."""
    room.hand_in(student, room.answered())
    folder = room.place(student).parent
    (folder / "seed.txt").symlink_to(room.root / ".autograder" / "seed")
    (folder / "endless").symlink_to("/dev/zero")
    (folder / "solutions").symlink_to(room.root / "solutions")
    (folder / "dangling").symlink_to("nowhere")
    os.mkfifo(folder / "pipe")
    os.mkfifo(folder / "timestamp.txt")
    (folder / "data.csv").write_text("1,2", encoding="utf-8")
    (folder / "evil.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    (folder / "basics.html").mkdir()
    (folder / "basics.html" / "evil.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "public").mkdir()
    (folder / "public" / "evil.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    with (folder / "sparse.bin").open("wb") as file:
        file.truncate(1 << 40)


HANDED_IN["odd files beside it"] = HandedIn(_files_beside_it)
HANDED_IN["time stamp is a link"] = HandedIn(
    lambda room, student: (
        room.hand_in(student, room.answered()),
        (room.place(student).parent / "timestamp.txt").symlink_to("/dev/zero"),
    )
)
for _name, _stamp in {
    "marked": b"\xef\xbb\xbf2015-02-02 15:58:23.948203 UTC",
    "garbage": b"\xff yesterday",
    "no time": b"tomorrow",
    "beyond all time": b"99999999999999999999",
}.items():
    HANDED_IN[f"time stamp is {_name}"] = HandedIn(
        lambda room, student, stamp=_stamp: (
            room.hand_in(student, room.answered()),
            (room.place(student).parent / "timestamp.txt").write_bytes(stamp),
        )
    )


_altered("deleted check", remove, "Cell 'double' was deleted")
_altered("copied check", double_cell, "Cell 'double' is there more than once")
_altered("thrice check", lambda nb, name: double_cell(nb, name, 2), "Cell 'double' is there more")
_altered(
    "copied answer",
    lambda nb, name: double_cell(nb, f"{name}-answer"),
    "Cell 'double-answer' is there more than once",
)
_altered(
    "thrice answer",
    lambda nb, name: double_cell(nb, f"{name}-answer", 2),
    "Cell 'double-answer' is there more than once",
)
_altered(
    "copied both",
    lambda nb, name: (double_cell(nb, f"{name}-answer"), double_cell(nb, name)),
    "Cell 'double' is there more than once",
)
HANDED_IN["deleted answer and check"] = HandedIn(
    lambda room, student: _without(room, student, "double-answer", "double"),
    0.0,
    6.0,
    "Cell 'double' was deleted",
)
HANDED_IN["deleted everything"] = HandedIn(
    lambda room, student: _without(room, student, *[each["id"] for each in room.released["cells"]]),
    0.0,
    0.0,
    "Cell 'double' was deleted",
)


def _without(room: Classroom, student: str, *names: str) -> None:
    notebook = room.answered()
    remove(notebook, *names)
    room.hand_in(student, notebook)


for _name, (_change, _says) in METADATA.items():
    if _name in GRADED_METADATA:
        _altered(_name, _change, _says)
_altered("answer's metadata gone", lambda nb, name: cell(nb, f"{name}-answer")["metadata"].clear())
_altered(
    "answer is a grade cell",
    lambda nb, name: metadata(nb, f"{name}-answer").update(grade=True, points=50),
    "Cell 'double-answer' was altered (['grade'])",
)


def _swap_names(notebook: Notebook) -> None:
    metadata(notebook, "double")["grade_id"] = "Counter"
    metadata(notebook, "Counter")["grade_id"] = "double"


def _own_grade_cell(notebook: Notebook) -> None:
    twin = copy.deepcopy(cell(notebook, "double"))
    twin["id"] = "mine"
    twin["metadata"]["nbgrader"]["grade_id"] = "mine"
    twin["source"] = "1000.0"
    notebook["cells"].append(twin)


_changed("names swapped", _swap_names)
_changed(
    "same name twice",
    lambda nb: metadata(nb, "double").update(grade_id="Counter"),
    "Cell 'double' was deleted",
)
_changed("grade cell of one's own", _own_grade_cell, "unknown metadata")

_FAKE = {
    "data": {"text/plain": "10.0"},
    "execution_count": 1,
    "metadata": {},
    "output_type": "execute_result",
}
_altered(
    "faked output",
    lambda nb, name: cell(nb, name).update(outputs=[_FAKE], execution_count=1),
)
_altered(
    "rewritten check",
    lambda nb, name: cell(nb, name).update(source="10.0"),
    "Cell 'double' was altered (['source'])",
)
_changed(
    "faked result",
    lambda nb: [
        each["metadata"].update(autograder={"exercise": "double", "score": 10})
        for each in nb["cells"]
    ],
)
for _tag in ("raises-exception", "skip-execution", "remove-cell"):
    _changed(
        f"tag {_tag}",
        lambda nb, tag=_tag: [each["metadata"].update(tags=[tag]) for each in nb["cells"]],
    )
_changed(
    "execution metadata",
    lambda nb: [
        each["metadata"].update(execution={"timeout": 0}, skip=True, editable=True)
        for each in nb["cells"]
    ],
)
for _type in ("markdown", "raw", "heading"):
    _altered(
        f"check is of type {_type}",
        lambda nb, name, kind=_type: cell(nb, name).update(cell_type=kind),
        "Attribute 'cell_type' for cell double has changed",
    )
_altered("check is of type 5", lambda nb, name: cell(nb, name).update(cell_type=5))
_PICTURE = {"x.png": {"image/png": "aGk="}}
for _type, _others in (("markdown", {}), ("markdown", {"attachments": _PICTURE}), ("raw", {})):
    _altered(
        f"answer is {' with '.join((_type, *_others))}",
        lambda nb, name, kind=_type, others=_others: cell(nb, f"{name}-answer").update(
            cell_type=kind, **others
        ),
        "Attribute 'cell_type' for cell double-answer has changed",
    )
_altered(
    "copied answer is markdown",
    lambda nb, name: (
        double_cell(nb, f"{name}-answer"),
        cell(nb, f"{name}-answer-copy-0").update(cell_type="markdown", source="def double(): 0"),
    ),
    "Cell 'double-answer' is there more than once",
)


def _in_the_check(
    name: str, answer: str, check: str, earns: float, *, copied: bool = False
) -> None:
    """Code of a student's in the check cell of `double`, or in a copy that denies to be one."""

    def put(room: Classroom, student: str) -> None:
        notebook = room.answered(answer)
        if copied:
            double_cell(notebook, "double")
            denied = {"grade": False, "locked": False, "solution": True}
            metadata(notebook, "double-copy-0").update(denied)
        cell(notebook, "double-copy-0" if copied else "double")["source"] = check
        room.hand_in(student, notebook)

    HANDED_IN[name] = HandedIn(put, earns)


_STUB = "def double(x):\n    raise NotImplementedError"
_in_the_check("wrong in the check", DOUBLE, SQUARE, 10.0)
_in_the_check("right in the check", _STUB, DOUBLE, 0.0)
_in_the_check("wrong in a copied check", DOUBLE, SQUARE, 10.0, copied=True)
_in_the_check("right in a copied check", _STUB, DOUBLE, 0.0, copied=True)

_changed("odd notebook", lambda nb: [change(nb) for change in ODD_NOTEBOOKS.values()])
_changed(
    "hidden tests of one's own",
    lambda nb: nb["cells"].append(code_cell("### BEGIN HIDDEN TESTS")),
)

SCRIPTS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)></svg>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<a href='javascript:alert(1)'>here</a>",
    "[here](javascript:alert(1))",
    "[here](java&#10;script:alert(1))",
    "[here](data:text/html,<script>alert(1)</script>)",
    "![here](javascript:alert(1))",
    '![here" onerror="alert(1)](x)',
    "```mermaid\n<script>alert(1)</script>\n```",
    "```html\n<script>alert(1)</script>\n```",
    '```"onmouseover=alert(1)\nx\n```',
    "# <script>alert(1)</script>",
    "$<script>alert(1)</script>$",
    "`<script>alert(1)</script>`",
    "<style>body { display: none }</style>",
    "<form action='https://example.org'><input name=x><button>send</button></form>",
    "<base href='https://example.org'>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<object data='https://example.org'></object><embed src='https://example.org'>",
    "<div style='position:fixed;inset:0' onclick=alert(1)>x</div>",
    "</div></body><script>alert(1)</script>",
    "<!-- --><script>alert(1)</script><!-- -->",
)


def _scripts(room: Classroom, student: str) -> None:
    """Markup wherever a notebook has room for it."""
    notebook = room.answered(
        "class Loud(Exception):\n    pass\n"
        f"def double(x):\n    print({SCRIPTS[0]!r})\n    raise Loud({SCRIPTS[1]!r})",
        f"# {SCRIPTS[0]}\n" + COUNTER,
    )
    cells = notebook["cells"]
    for number, script in enumerate(SCRIPTS):
        for kind in ("markdown", "raw"):
            name = f"{kind}-{number}"
            cells.append({"cell_type": kind, "id": name, "metadata": {}, "source": script})
    cells += [
        code_cell(
            f"import sys\nprint({script!r})\nprint({script!r}, file=sys.stderr)\n"
            "from IPython.display import *\n"
            f"display(HTML({script!r}), Javascript('alert(1)'), Markdown({script!r}))\n"
            f'display(SVG(\'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>\'))\n'
            f"raise type({script!r}, (Exception,), {{}})({script!r})",
            f"code-{number}",
        )
        for number, script in enumerate(SCRIPTS[:3])
    ]
    cells.append(
        code_cell(
            "class Odd:\n    def __repr__(self): return '<script>alert(1)</script>'\n"
            "    def _repr_html_(self): return '<script>alert(1)</script>'\nOdd()",
            "odd",
        )
    )
    quote = '"><script>alert(1)</script><p class="'
    cells[0]["metadata"] = {"tags": [quote], "magics_language": quote, "alt": quote}
    cells[1]["metadata"] = {"magics_language": quote, "name": quote, "tags": [quote]}
    cells[1]["execution_count"] = quote
    cell(notebook, "double")["execution_count"] = quote
    cells[2]["id"] = quote
    cells[0]["attachments"] = {"x.svg": {"image/svg+xml": quote}, "x.png": {"image/png": quote}}
    cells[0]["source"] += "\n\n![x](attachment:x.svg) ![x](attachment:x.png) ![x](attachment:no)"
    notebook["metadata"] = {
        "title": quote,
        "kernelspec": {"name": "python3", "display_name": quote, "language": quote},
        "language_info": {"name": quote, "pygments_lexer": quote},
        "widgets": {"application/vnd.jupyter.widget-state+json": {"state": quote}},
    }
    room.hand_in(student, json.dumps(notebook))


HANDED_IN["scripts"] = HandedIn(_scripts, 0.0, 6.0)
HANDED_IN["zz right"] = HANDED_IN["right"]
