"""Which files count, and what is said where none can be taken; the next student is read anyway."""

from __future__ import annotations

import itertools
import json
import os
import socket
import time
from pathlib import Path

import pytest

from autograder.collecting.asked import Asked
from autograder.collecting.attempts import BestAttempts
from autograder.collecting.leftovers import Leftovers
from autograder.collecting.listing import MAX_ENTRIES
from autograder.collecting.submissions import find_hand_ins, find_submissions

STUB = "def {name}(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()\n"
ASKED = Asked(
    {"basics": ["double", "halve"], "trees": ["grow", "cut"]},
    {name: STUB.format(name=name) for name in ("double", "halve", "grow", "cut")},
)


def notebook(**answers: str) -> str:
    """A notebook with the cells of these exercises."""
    cells = []
    for name, source in answers.items():
        about = {"nbgrader": {"grade_id": f"{name}-answer"}}
        cells.append({"cell_type": "code", "source": source, "metadata": about})
    return json.dumps({"cells": cells, "nbformat": 4})


def answer(name: str, body: str = "return x") -> str:
    """An answer to an exercise."""
    return f"def {name}(x):\n    {body}\n"


BASICS = notebook(double=answer("double"), halve=answer("halve"))
OTHER = notebook(double=answer("double", "return 2"), halve=answer("halve"))
TREES = notebook(grow=answer("grow"), cut=answer("cut"))
BLANK = notebook(**{name: ASKED.stubs[name] for name in ("double", "halve")})
FOREIGN = notebook(sort=answer("sort"))


class Class:
    """A folder of students."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.leftovers = Leftovers()

    def put(self, path: str, text: str | bytes = BASICS) -> None:
        """Hand in a file."""
        where = self.root / path
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_bytes(text.encode() if isinstance(text, str) else text)

    def read(self, *assignments: str):
        """All submissions, by student and assignment."""
        self.leftovers = Leftovers()
        found = find_submissions(
            self.root, ASKED, assignments=assignments or None, leftovers=self.leftovers
        )
        return {(each.student, each.assignment): each for each in found}

    @property
    def unplaced(self) -> dict[str, str]:
        """What could not be placed, by path."""
        return {each.path: each.reason for each in self.leftovers.unplaced}


@pytest.fixture
def room(tmp_path) -> Class:
    """A class in which one student handed in as expected."""
    made = Class(tmp_path / "submitted")
    made.put("honest/basics/basics.ipynb")
    return made


REFUSED = {
    "two right notebooks": (
        {"basics/basics (1).ipynb": BASICS, "basics/basics (2).ipynb": OTHER},
        ("several", "basics (1).ipynb, basics (2).ipynb"),
    ),
    "two beside a blank one": (
        {"basics/basics.ipynb": BLANK, "a.ipynb": BASICS, "b/b.ipynb": OTHER},
        ("several", "a.ipynb, b/b.ipynb"),
    ),
    "an attempt and another": (
        {"basics/1/basics.ipynb": BASICS, "basics/new/basics.ipynb": OTHER},
        ("several", "new/basics.ipynb, 1/basics.ipynb"),
    ),
    "another assignment's": ({"basics/basics.ipynb": TREES}, ("other_assignment", "trees")),
    "another course's": ({"basics/basics.ipynb": FOREIGN}, ("other_course", "")),
    "another course's, renamed": ({"basics/x.ipynb": FOREIGN}, ("other_course", "")),
    "an archive for a folder": ({"basics.zip": b"PK\3\4"}, ("archive", "")),
    "a file for a folder": ({"basics": b"PK\3\4"}, ("file_for_folder", "")),
    "no notebook": ({"basics/basics (1).ipynb": "PK"}, ("not_notebook", "")),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_taken_has_its_sentence(room, kind):
    """And names what the sentence needs."""
    files, (reason, details) = REFUSED[kind]
    for path, text in files.items():
        room.put(f"odd/{path}", text)
    found = room.read()
    odd = found["odd", "basics"]
    assert (odd.unreadable[""], odd.details.get("", "")) == (reason, details)
    assert odd.pieces == ()
    assert len(found["honest", "basics"].pieces) == 2


def test_a_notebook_is_not_graded_for_another_assignment(room):
    """Under the wrong name it counts for neither; in the wrong folder it is where it belongs."""
    room.put("a/basics/basics.ipynb", TREES)
    room.put("b/basics/trees.ipynb", TREES)
    found = room.read()
    assert ("a", "trees") not in found
    assert found["b", "trees"].source == "basics/trees.ipynb"
    assert ("b", "basics") not in found or not found["b", "basics"].pieces


def test_a_function_of_another_assignment_may_help(room):
    """A notebook without names of cells is that of which it defines most."""
    cells = [answer("grow"), answer("cut"), answer("double")]
    document = {"cells": [{"cell_type": "code", "source": each} for each in cells]}
    room.put("kim/homework.ipynb", json.dumps(document))
    found = room.read()
    assert found["kim", "trees"].source == "homework.ipynb"
    assert ("kim", "basics") not in found


def test_one_notebook_for_two_assignments_counts_for_both(room):
    """Its cells say so."""
    room.put("kim/all.ipynb", notebook(**{n: answer(n) for n in ASKED.stubs}))
    found = room.read()
    assert {found["kim", name].source for name in ("basics", "trees")} == {"all.ipynb"}


def test_two_files_for_one_exercise_are_refused_alone(room):
    """The other exercise is graded."""
    room.put("kim/basics/double (1).py", answer("double"))
    room.put("kim/basics/double (2).py", answer("double", "return 2"))
    room.put("kim/basics/halve.py", answer("halve"))
    found = room.read()["kim", "basics"]
    assert found.unreadable == {"double": "several"}
    assert found.details == {"double": "double (1).py, double (2).py"}
    assert [piece.exercise for piece in found.pieces] == ["halve"]


def test_a_name_is_no_answer_where_the_text_says_otherwise(room):
    """Definitions decide over a similar name; nothing is parsed, so a slip of syntax is no matter."""
    room.put("kim/basics/doubel.py", "def halve(x:\n")
    room.put("kim/basics/double.py", answer("double"))
    found = room.read()["kim", "basics"]
    assert found.source == "double.py, doubel.py"
    assert found.note is not None


def test_an_untouched_hand_in_is_graded_as_it_is(room):
    """Also where it has another name."""
    room.put("a/basics/basics.ipynb", BLANK)
    room.put("b/basics/basics (1).ipynb", BLANK)
    found = room.read()
    assert found["a", "basics"].note is None
    assert found["b", "basics"].source == "basics (1).ipynb"
    assert not found["b", "basics"].unreadable


def test_answers_in_cells_of_ones_own_are_a_touch(room):
    """The answer cells are as they were; the definitions stand below."""
    cells = json.loads(BLANK)
    cells["cells"].append({"cell_type": "code", "source": answer("double")})
    room.put("kim/basics/basics.ipynb", json.dumps(cells))
    room.put("kim/basics/basics (1).ipynb", OTHER)
    found = room.read()["kim", "basics"]
    assert (found.source, found.note and found.note.kind) == ("basics.ipynb", "also")


LEFT = {
    "answers.docx": (b"PK", "unknown"),
    "basics/answers.pdf": (b"%PDF", "unknown"),
    "basics.tar.gz": (b"\x1f\x8b", "archive"),
    "basics/tools.py": ("import numpy\n", "no_exercise"),
    "basics/notes.py": (b"\xff\xfe", "unreadable"),
    "extra.ipynb": (FOREIGN, "other_course"),
    "scratch.ipynb": (json.dumps({"cells": []}), "no_exercise"),
}


def test_what_could_not_be_placed_is_listed(room):
    """With a reason each; a submission beside it is graded."""
    for path, (text, _) in LEFT.items():
        room.put(f"kim/{path}", text)
    room.put("kim/basics/basics.ipynb")
    room.put("kim/basics/figures/path.png", b"\x89PNG")
    room.put("class.zip", b"PK")
    room.put("notes.txt", "read me")
    (room.root / "lee").mkdir()
    (room.root / "lee" / "homework").mkdir()
    (room.root / "trees").mkdir()
    assert len(room.read()["kim", "basics"].pieces) == 2
    assert room.unplaced == {f"kim/{path}": reason for path, (_, reason) in LEFT.items()} | {
        "class.zip": "archive",
        "notes.txt": "outside",
        "lee/homework": "no_submission",
        "trees": "of_assignment",
    }
    assert room.leftovers.ignored == {"beside": 1}


def test_the_other_assignments_files_are_no_leftovers(room):
    """Where one assignment alone is read."""
    room.put("honest/trees/trees.ipynb", TREES)
    room.put("honest/trees (1).ipynb", TREES)
    assert set(room.read("basics")) == {("honest", "basics")}
    assert room.unplaced == {}


def test_a_folder_of_students_in_a_students_place(tmp_path):
    """Nobody's work is graded under the name of a folder."""
    room = Class(tmp_path)
    for student in ("kim", "lee"):
        room.put(f"section 1/{student}/basics/basics.ipynb")
    assert room.read() == {}
    assert room.unplaced == {"section 1": "of_students"}


@pytest.mark.no_cover  # it takes several times as long, and others cover the same lines
def test_too_many_files(room):
    """The expected name counts all the same; what is beyond the bound is said, not searched."""
    folder = room.root / "crowd" / "basics"
    folder.mkdir(parents=True)
    for number in range(10_000):
        (folder / f"{number:05}.txt").touch()
    room.put("crowd/basics/basics.ipynb")
    room.put("crowd/trees/x/trees.ipynb", TREES)
    begun = time.monotonic()
    found = room.read()
    assert time.monotonic() - begun < 5
    assert len(found["crowd", "basics"].pieces) == 2
    assert len(found["honest", "basics"].pieces) == 2
    assert room.unplaced == {"crowd/basics": "too_many"}
    assert room.leftovers.ignored["beside"] <= MAX_ENTRIES


def test_too_many_notebooks(room):
    """They are not all read."""
    for number in range(300):
        room.put(f"crowd/basics/x{number:03}.ipynb", notebook(double=f"x = {number}"))
    found = room.read()
    assert found["crowd", "basics"].unreadable == {"": "several"}
    assert found["crowd", "basics"].details[""].endswith(", ...")


def test_too_deep_a_folder(room):
    """What lies at its bottom is not searched."""
    path = "deep/" + "/".join("d" * 50)
    room.put(f"{path}/basics.ipynb")
    room.put("deep/basics/basics.ipynb")
    assert len(room.read()["deep", "basics"].pieces) == 2
    assert list(room.unplaced.values()) == ["too_deep"]


def test_links_are_no_candidates(room):
    """Neither a file's nor a folder's; what they point to is not read."""
    secret = room.root.parent / "secret"
    secret.mkdir()
    (secret / "basics.ipynb").write_text(BASICS)
    (room.root / "kim").mkdir()
    (room.root / "kim" / "homework").symlink_to(secret)
    (room.root / "kim" / "basics (1).ipynb").symlink_to(secret / "basics.ipynb")
    found = room.read()
    assert found["kim", "basics"].unreadable == {"": "link"}
    assert room.unplaced == {"kim/homework": "link"}


def test_pipes_and_sockets_are_not_opened(room):
    """They are named, and nobody waits for a writer."""
    room.put("kim/basics/basics (1).ipynb")
    folder = room.root / "kim" / "basics"
    os.mkfifo(folder / "basics.ipynb")
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()
        os.chdir(folder)
        server.bind("socket")
        os.chdir(here)
        found = room.read()["kim", "basics"]
    assert (found.source, found.note and found.note.kind) == ("basics (1).ipynb", "unreadable")
    assert room.unplaced == {"kim/basics/pipe": "special", "kim/basics/socket": "special"}


def test_what_systems_leave_is_no_student(room):
    """It is counted by its reason; a folder that begins with a dot may be a student's."""
    for name in ("__MACOSX", ".ipynb_checkpoints", ".DS_Store"):
        (room.root / name).mkdir()
    room.put(".kim/basics/basics.ipynb")
    assert set(room.read()) == {("honest", "basics"), (".kim", "basics")}
    assert room.leftovers.ignored == {"system": 2, "cache": 1}


ATTEMPTS = {
    "by number": ("basics/9", "basics/10", "basics/11"),
    "by time": ("basics/2026-03-01 10:00:00 UTC", "basics/2026-03-01_11-00-00", "basics/20260302"),
    "around the assignment": ("1/basics", "2/basics", "3/basics"),
}


class TestAttempts:
    """Each of several attempts, where each may count."""

    def sources(self, room, **options):
        found = find_hand_ins(room.root, ASKED, leftovers=room.leftovers, **options)
        return [each.resolved.source for each in found if each.student == "kim"]

    @pytest.mark.parametrize("how", ATTEMPTS)
    def test_each_is_found_in_the_order_of_time(self, room, how):
        """Untouched copies are none, and one of which nobody can say what is meant takes nothing."""
        first, second, third = ATTEMPTS[how]
        room.put(f"kim/{first}/basics.ipynb")
        room.put(f"kim/{second}/basics.ipynb", OTHER)
        room.put(f"kim/{third}/basics.ipynb", BLANK)
        shown = [f"{each.removeprefix('basics/')}/basics.ipynb" for each in (first, second)]
        assert self.sources(room, each_attempt=True) == shown
        assert self.sources(room) == shown[1:]
        assert room.unplaced == {}

    def test_the_same_text_again_is_an_attempt(self, room):
        for number in (1, 2):
            room.put(f"kim/basics/{number}/basics.ipynb")
        assert self.sources(room, each_attempt=True) == ["1/basics.ipynb", "2/basics.ipynb"]

    def test_files_of_one_attempt_are_not_mixed_with_those_of_another(self, room):
        room.put("kim/basics/1/double.py", answer("double"))
        room.put("kim/basics/1/halve.py", answer("halve"))
        room.put("kim/basics/2/double.py", answer("double", "return 2"))
        assert self.sources(room, each_attempt=True) == ["1/double.py, 1/halve.py", "2/double.py"]

    def test_the_expected_name_counts_and_nothing_else(self, room):
        room.put("kim/basics/basics.ipynb")
        room.put("kim/basics/1/basics.ipynb", OTHER)
        assert self.sources(room, each_attempt=True) == ["basics.ipynb"]

    def test_what_was_graded_is_read_again(self, room):
        """Where somebody knows which attempt that was; else it is the last."""
        for number, text in (("1", BASICS), ("2", OTHER)):
            room.put(f"kim/basics/{number}/basics.ipynb", text)
            room.put(f"lee/basics/{number}/basics.ipynb", text)
        counted = {("kim", "basics"): "1/basics.ipynb"}
        found = find_submissions(room.root, ASKED, counted=counted)
        assert {each.student: each.source for each in found} == {
            "honest": "basics.ipynb",
            "kim": "1/basics.ipynb",
            "lee": "2/basics.ipynb",
        }


def test_the_best_attempt_is_given_when_all_are_there():
    """In whatever order they come; of equal ones the first."""
    for order in itertools.permutations(range(3)):
        best = BestAttempts[int]()
        best.expect("kim", "basics", ["1", "2", "3"])
        assert best.take("lee", "basics", "1", 0.0, 7) == 7
        points = [3.0, 5.0, 5.0]
        given = [best.take("kim", "basics", str(n + 1), points[n], n) for n in order]
        assert given == [None, None, 1]
