"""Reading what was handed in: one reason for each thing that cannot be read, and nothing lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from autograder.collecting.asked import Asked
from autograder.collecting.files import MAX_SUBMISSION_BYTES
from autograder.collecting.notebook_file import MAX_NOTEBOOK_BYTES
from autograder.collecting.student_names import safe_name
from autograder.collecting.submissions import find_submissions

ASSIGNMENTS = {"basics": ["double", "Counter"]}


def notebook(*sources) -> bytes:
    """A notebook with these code cells."""
    cells = [{"cell_type": "code", "source": source} for source in sources]
    return json.dumps({"cells": cells, "nbformat": 4}).encode()


def hand_in(root: Path, student: str, name: str, data: bytes) -> Path:
    """Put a file where a student's submission lies."""
    path = root / student / "basics" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def read(root: Path) -> dict:
    """All submissions by student."""
    return {each.student: each for each in find_submissions(root, Asked(ASSIGNMENTS))}


def test_a_notebook(tmp_path):
    """Code cells are pieces, numbered among all cells; text may be a list of lines."""
    document = {
        "cells": [
            {"cell_type": "markdown", "source": "# hi"},
            {"cell_type": "code", "source": ["a = 1\n", "b = 2"]},
            {"cell_type": "code", "source": "c = 3"},
        ]
    }
    hand_in(tmp_path, "kim", "basics.ipynb", json.dumps(document).encode())
    found = read(tmp_path)["kim"]
    assert [(piece.number, piece.source) for piece in found.pieces] == [
        (1, "a = 1\nb = 2"),
        (2, "c = 3"),
    ]
    assert found.unreadable == {}


def test_a_notebook_with_a_byte_order_mark(tmp_path):
    """An editor's mark before the text is no part of it."""
    hand_in(tmp_path, "kim", "basics.ipynb", b"\xef\xbb\xbf" + notebook("a = 1"))
    assert [piece.source for piece in read(tmp_path)["kim"].pieces] == ["a = 1"]


def named_cell(name, source, kind="code") -> dict:
    """A cell with a name of nbgrader's; its other flags deny what it is."""
    flags = {"grade_id": name, "grade": False, "locked": False, "solution": True}
    return {"cell_type": kind, "source": source, "metadata": {"nbgrader": flags}}


def sources(tmp_path, *cells) -> list[tuple[int, str]]:
    """What is run of a notebook with these cells."""
    document = {"cells": cells, "nbformat": 4}
    hand_in(tmp_path, "kim", "basics.ipynb", json.dumps(document).encode())
    return [(piece.number, piece.source) for piece in read(tmp_path)["kim"].pieces]


def test_check_cells_are_not_run(tmp_path):
    """They are the course's, whatever stands in them; a name of one's own is no check."""
    found = sources(
        tmp_path,
        named_cell("double", "a = 1"),
        named_cell("other", "b = 2"),
        named_cell("double", "c = 3"),
        named_cell("Counter-answer", "d = 4"),
    )
    assert found == [(1, "b = 2"), (3, "d = 4")]


@pytest.mark.parametrize("kind", ["markdown", "raw", "heading", 5, None])
def test_an_answer_is_code_of_whatever_type(tmp_path, kind):
    """The last of its name is; other text is none, and a check is not run."""
    found = sources(
        tmp_path,
        named_cell("double-answer", "a = 1", kind),
        named_cell("double-answer", ["b = 2\n", 5, "c = 3"], kind),
        named_cell("Counter-answer", {"d": 4}, kind),
        named_cell("Counter", "e = 5", kind),
        named_cell("other-answer", "f = 6", kind),
    )
    assert found == [(1, "b = 2\nc = 3"), (2, "")]


@pytest.mark.parametrize(
    "metadata",
    [
        *(None, 5, "double", [], ["nbgrader"], {"nbgrader": None}, {"nbgrader": "double"}),
        *({"nbgrader": {"grade_id": name}} for name in (None, 5, ["double"], {"double": 1}, "")),
    ],
)
def test_metadata_may_be_anything(tmp_path, metadata):
    """It says nothing then, and the cell is an ordinary one."""
    ordinary = [{"cell_type": kind, "source": "a = 1"} for kind in ("code", "markdown")]
    assert sources(tmp_path, *(each | {"metadata": metadata} for each in ordinary)) == [
        (0, "a = 1")
    ]


def test_files(tmp_path):
    """One file an exercise; a missing one is missing, and Windows line ends are no matter."""
    hand_in(tmp_path, "kim", "double.py", b"\xef\xbb\xbfa = 1\r\n")
    found = read(tmp_path)["kim"]
    assert [(piece.exercise, piece.source) for piece in found.pieces] == [("double", "a = 1\n")]
    assert found.unreadable == {"Counter": "missing"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"garbage", "not_notebook"),
        (b"[]", "not_notebook"),
        (b'{"cells": 3}', "not_notebook"),
        (b'{"cells": [{"cell_type": "code", "source": 3}]}', "not_notebook"),
        (b'{"cells": [3]}', "not_notebook"),
        (b"[" * 100_000, "not_notebook"),
        (b'{"cells": [{"cell_type": "code", "source": "\xff"}]}', "not_utf8"),
        (b"\xef\xbb\xbf\n", "empty"),
        *(
            ('{"cells": []}'.encode(encoding), "not_utf8")
            for encoding in ("utf-16", "utf-16-le", "utf-16-be")
        ),
        (b"x" * (MAX_NOTEBOOK_BYTES + 1), "too_large"),
        (notebook("#" * (MAX_SUBMISSION_BYTES + 1)), "too_large"),
        (notebook(*["x"] * 3000), "too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_notebook_that_is_none(tmp_path, data, reason):
    """Each has its reason, and the next student is read all the same."""
    hand_in(tmp_path, "a", "basics.ipynb", data)
    hand_in(tmp_path, "b", "basics.ipynb", notebook("x = 1"))
    found = read(tmp_path)
    assert found["a"].unreadable == {"": reason}
    assert len(found["b"].pieces) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b"\xff\xfe", "not_utf8"), (b"#" * (50 << 20), "too_large")],
)
def test_a_file_that_is_none(tmp_path, data, reason):
    """Also 50 MB of it."""
    hand_in(tmp_path, "a", "double.py", data)
    assert read(tmp_path)["a"].unreadable["double"] == reason


def test_a_directory_in_a_files_place(tmp_path):
    """A folder named like a file is said to be one."""
    (tmp_path / "a" / "basics" / "double.py").mkdir(parents=True)
    assert read(tmp_path)["a"].unreadable["double"] == "directory"


def test_links_are_not_followed(tmp_path):
    """Neither a file's, nor a folder's, nor a student's."""
    secret = tmp_path / "secret.py"
    secret.write_text("secret = 1")
    root = tmp_path / "submitted"
    (root / "file" / "basics").mkdir(parents=True)
    (root / "file" / "basics" / "double.py").symlink_to(secret)
    (root / "folder").mkdir()
    (root / "folder" / "basics").symlink_to(tmp_path)
    (root / "student").symlink_to(root / "file")
    found = read(root)
    assert found["file"].unreadable["double"] == "link"
    assert found["folder"].unreadable == {"": "link"}
    assert found["student"].unreadable == {"": "link"}
    assert not any(each.pieces for each in found.values())


def test_a_fifo_does_not_block(tmp_path):
    """A pipe in a file's place is refused, not waited for."""
    folder = tmp_path / "a" / "basics"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "double.py")
    assert read(tmp_path)["a"].unreadable["double"] == "special"


@pytest.mark.parametrize("name", ["김철수", "Kim Chul-su", "o'brien, j.", "-rf", "=1+1"])
def test_ids_that_are_fine(tmp_path, name):
    """Spaces, Hangul and signs are a name's own business."""
    hand_in(tmp_path, name, "basics.ipynb", notebook("x = 1"))
    assert read(tmp_path)[name].unreadable == {}


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a\nb", "a\\nb"), ("\x1b[31mred", "\\x1b[31mred"), ("a\u202eb", "a\\u202eb")],
)
def test_ids_that_cannot_be_shown(tmp_path, name, shown):
    """A newline or a terminal's escape in a name: refused as a result, with escapes."""
    hand_in(tmp_path, name, "basics.ipynb", notebook("x = 1"))
    hand_in(tmp_path, "b", "basics.ipynb", notebook("x = 1"))
    found = read(tmp_path)
    assert found[shown].unreadable == {"": "unsafe_id"}
    assert found["b"].unreadable == {}


def test_ids_that_collide(tmp_path):
    """The same name in two normal forms: neither is graded in the other's place."""
    hand_in(tmp_path, "\uac00", "basics.ipynb", notebook("x = 1"))
    hand_in(tmp_path, "\u1100\u1161", "basics.ipynb", notebook("x = 1"))
    found = list(find_submissions(tmp_path, Asked(ASSIGNMENTS)))
    assert [each.unreadable for each in found] == [{"": "same_id"}] * 2


def test_safe_name_is_normal():
    """Composed, and the same for the same name."""
    assert safe_name("\u1100\u1161") == "\uac00"


def test_a_folder_that_may_not_be_read(tmp_path):
    """Without permission there is a reason too (root may read everything)."""
    path = hand_in(tmp_path, "a", "double.py", b"x = 1")
    path.chmod(0)
    reason = read(tmp_path)["a"].unreadable.get("double")
    assert reason == ("forbidden" if os.geteuid() else None)


def test_students_without_this_assignment_are_left_out(tmp_path):
    """A folder of another assignment is no submission of this one."""
    hand_in(tmp_path, "a", "basics.ipynb", notebook("x = 1"))
    (tmp_path / "b" / "other").mkdir(parents=True)
    (tmp_path / "file.txt").write_text("no student")
    assert list(read(tmp_path)) == ["a"]
