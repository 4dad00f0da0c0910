"""A class is graded into a gradebook while something breaks; then it is graded again.

Whatever broke: what stands in the gradebook and in `autograded/` is as it is without any fault, or
is not there, and grading again leaves everything as it is without any fault.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.classroom import COUNTS_BY_ONE, SQUARE, Classroom, drop_plots, once
from tests.gradebook.rows import rows
from tests.timeless import without_times

pytestmark = [pytest.mark.nbgrader, pytest.mark.sandbox, pytest.mark.proof]

ANSWERS = {
    "choi": {},
    "kim": {"double": SQUARE},
    "lee": {"counter": COUNTS_BY_ONE},
    "park": {"double": SQUARE, "counter": COUNTS_BY_ONE},
    "seo": {},
}
YEAR = 365 * 86400


@dataclass(frozen=True)
class Graded:
    """What grading a class leaves."""

    rows: dict[tuple[str, ...], Any]
    notebooks: dict[str, bytes]
    results: list[dict[str, Any]]


def command(root: Path, *more: str) -> list[str]:
    """The command that grades the class."""
    program = "from autograder.cli import main; main()"
    url = f"sqlite:///{root / 'gradebook.db'}"
    return [
        *(sys.executable, "-c", program, "grade", "submitted", "--gradebook", url),
        *("--sandbox", "inner", "--jobs", "2", "--lang", "en", *more),
    ]


def start(root: Path, *more: str, **settings) -> subprocess.Popen:
    """Start grading."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command(root, *more), cwd=root, stdout=pipe, stderr=pipe, text=True, **settings
    )


def notebooks(root: Path) -> dict[str, bytes]:
    """The autograded notebooks; nothing else lies beside them."""
    folder = root / "autograded"
    return {str(e.relative_to(folder)): e.read_bytes() for e in folder.rglob("*") if e.is_file()}


def left(root: Path) -> Graded:
    """What stands in a course."""
    url = f"sqlite:///{root / 'gradebook.db'}"
    file = root / "results.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    results = [without_times(json.loads(line)) for line in lines]
    return Graded(rows(url), notebooks(root), sorted(results, key=lambda each: each["student"]))


def grade(root: Path, *more: str) -> Graded:
    """Grade without any fault."""
    with start(root, *more) as grader:
        _, errors = grader.communicate(timeout=300)
    assert grader.returncode == 1, errors  # some of them are wrong
    return left(root)


def of_student(found: Graded, student: str) -> tuple[Any, ...]:
    """What there is about one student."""
    of_them = {names: row for names, row in found.rows.items() if names[1] == student}
    return of_them, {p: b for p, b in found.notebooks.items() if p.split("/")[0] == student}


@pytest.fixture(scope="module")
def ungraded(built_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class that has handed in."""

    def make(folder: Path) -> None:
        room = Classroom(Path(shutil.copytree(built_course, folder)))
        drop_plots(room)
        for student, answers in ANSWERS.items():
            room.hand_in(student, room.answered(**answers))

    return once(tmp_path_factory, "ungraded", make)


@pytest.fixture(scope="module")
def expected(ungraded: Path, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """What grading it leaves where nothing breaks."""
    folder = tmp_path_factory.mktemp("faultless") / "course"
    return grade(Path(shutil.copytree(ungraded, folder)))


@pytest.fixture
def root(ungraded: Path, tmp_path: Path) -> Path:
    """A class that has handed in, of this test alone."""
    return Path(shutil.copytree(ungraded, tmp_path / "course"))


def assert_whole(found: Graded, expected: Graded) -> set[str]:
    """Each student is in the gradebook whole or not at all; who is there."""
    there = {names[1] for names in found.rows if names[0] == "submission"}
    for student in there:
        assert of_student(found, student)[0] == of_student(expected, student)[0]
    for path, content in found.notebooks.items():
        if not any(part.startswith(".") for part in path.split("/")):  # a draft is none
            assert content == expected.notebooks[path]
    assert found.results in ([], expected.results)
    return there


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("after", [1, 3])
def test_the_grader_is_killed(root, expected, how, after):
    """In the middle of a class."""
    with start(root) as grader:
        lines = 0
        while lines < after:  # there is one about all of them, too
            lines += ": " in grader.stderr.readline()
        grader.send_signal(how)
        _, errors = grader.communicate(timeout=60)
    assert "Traceback" not in errors
    found = left(root)
    assert len(assert_whole(found, expected)) >= after
    assert found.results == []
    assert grade(root) == expected


def test_the_grader_is_killed_while_it_writes(root, expected):
    """At whatever moment: it is killed later and later, until it comes to its end."""
    killed = 0
    for step in range(12):
        shutil.rmtree(root / "autograded", ignore_errors=True)
        with start(root, "--again") as grader:
            assert grader.stderr.readline()
            time.sleep(0.05 * step)
            if grader.poll() is None:
                killed += 1
                grader.kill()
            grader.communicate(timeout=60)
        assert_whole(left(root), expected)
        if grader.returncode == 1:
            break
    assert killed > 2
    assert grade(root) == expected


def test_two_graders_on_one_gradebook(root, expected):
    """Each writes a file of results of its own; the rows are those of one."""
    graders = [start(root, "--results", f"{number}.jsonl") for number in range(2)]
    errors = [each.communicate(timeout=300)[1] for each in graders]
    assert [each.returncode for each in graders] == [1, 1], errors
    found = left(root)
    assert (found.rows, found.notebooks) == (expected.rows, expected.notebooks)
    for number in range(2):
        lines = (root / f"{number}.jsonl").read_text(encoding="utf-8").splitlines()
        assert sorted(json.loads(line)["student"] for line in lines) == sorted(ANSWERS)
    assert grade(root) == expected


def test_the_wall_clock_jumps(root, expected):
    """A year ahead and a year back, while it is graded and between two times."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    if not found:
        pytest.skip("libfaketime is not installed")
    offset = root.parent / "offset"
    offset.write_text(f"+{YEAR}", encoding="ascii")
    environment = dict(
        os.environ,
        LD_PRELOAD=str(found[0]),
        FAKETIME_TIMESTAMP_FILE=str(offset),
        FAKETIME_NO_CACHE="1",
        FAKETIME_DONT_FAKE_MONOTONIC="1",
    )
    with start(root, env=environment) as grader:
        for number in range(len(ANSWERS)):
            grader.stderr.readline()
            offset.write_text(f"{'+-'[number % 2]}{YEAR}", encoding="ascii")
        _, errors = grader.communicate(timeout=300)
    assert grader.returncode == 1, errors
    assert left(root) == expected
    answer = root / "submitted" / "kim" / "basics" / "basics.ipynb"
    text = answer.read_text(encoding="utf-8")
    shutil.copy(root / "submitted" / "choi" / "basics" / "basics.ipynb", answer)
    os.utime(answer, (0, 0))
    assert grade(root) != expected  # it is seen that the answer is another one
    answer.write_text(text, encoding="utf-8")
    assert grade(root) == expected


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Makes, or changes, a file system of so many kilobytes."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def make(kilobytes: int) -> Path:
        there = ["remount,"] if os.path.ismount(folder) else [""]
        mount = ["mount", "-t", "tmpfs", "-o", f"{there[0]}size={kilobytes}k", "tmpfs", str(folder)]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("only root can make a file system")
        return folder

    try:
        yield make
    finally:
        subprocess.run(["umount", "-lq", str(folder)], capture_output=True, check=False)


@pytest.mark.parametrize("room", [8, 60])
def test_the_disk_is_full(root, expected, disk, room):
    """At the gradebook, or at a notebook: one sentence; with more room all is as ever."""
    used = int(subprocess.check_output(["du", "-sk", str(root)]).split()[0])
    course = Path(shutil.copytree(root, disk(2 * used + 20_000) / "course"))
    used = int(subprocess.check_output(["du", "-sk", str(course)]).split()[0])
    disk(used + room)
    with start(course) as grader:
        _, errors = grader.communicate(timeout=300)
    assert grader.returncode == 2, errors
    assert "Traceback" not in errors
    assert "full" in errors or "No space left" in errors
    disk(2 * used + 20_000)
    assert_whole(left(course), expected)
    assert grade(course) == expected


def test_a_file_may_not_grow(root, expected):
    """As with a quota, which the gradebook meets first."""
    import resource

    size = (root / "gradebook.db").stat().st_size

    def bound() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))

    with start(root, preexec_fn=bound) as grader:
        _, errors = grader.communicate(timeout=300)
    assert grader.returncode == 2, errors
    assert "Traceback" not in errors
    assert_whole(left(root), expected)
    assert grade(root) == expected
