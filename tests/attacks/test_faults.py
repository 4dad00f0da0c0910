"""Grading that is killed, has no room, may not write, or finds the gradebook locked or the clock gone."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.collecting.pieces import Piece
from autograder.course import load_course
from autograder.grading.run import run_submission
from autograder.sandbox.confined import Sandbox
from autograder.workers.course_grading import grade_folder
from tests.attacks import files
from tests.attacks.world import LIMITS
from tests.classroom import Classroom, drop_plots, make_course, once
from tests.sandbox.conftest import needs
from tests.sandbox.test_sandbox import descendants, running
from tests.timeless import without_times
from tests.toy_settings import SEED, TOY

pytestmark = pytest.mark.sandbox

STUDENTS = 8
SLOW = "import time\n\ndef double(x):\n    time.sleep(0.05)\n    return 2 * x\n"


def lay_out(folder: Path) -> None:
    """Write a course with a class that takes a while."""
    shutil.copytree(TOY, folder / "course")
    (folder / "course" / ".autograder").mkdir()
    (folder / "course" / ".autograder" / "seed").write_text(SEED.hex())
    for number in range(STUDENTS):
        answer = SLOW if number % 2 else files.WRONG
        files.hand_in(folder / "submitted", f"s{number:02}", answer)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A course with a class that takes a while."""
    needs("inner")
    lay_out(tmp_path)
    return tmp_path


def command(room: Path, *more: str) -> list[str]:
    """The command that grades the class, with a results file."""
    return [
        *(sys.executable, "-c", "from autograder.cli import main; main()"),
        *("grade", str(room / "submitted")),
        *("--course", str(room / "course"), "--results", str(results_path(room))),
        *("--sandbox", "inner", "--jobs", "2", *more),
    ]


def results_path(room: Path) -> Path:
    """Where the results go."""
    return room / "results.jsonl"


def start(room: Path, **settings) -> subprocess.Popen:
    """Start grading."""
    return subprocess.Popen(
        command(room), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **settings
    )


def timeless_results(path: Path) -> list[dict]:
    """The results, in order, without what differs each time; every line is whole."""
    lines = path.read_text(encoding="utf-8").splitlines()
    documents = [without_times(json.loads(line)) for line in lines]
    return sorted(documents, key=lambda each: each["student"])


def graded(room: Path) -> list[dict]:
    """Grade without any fault."""
    done = subprocess.run(command(room), capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1, done.stderr  # some of them are wrong
    return timeless_results(results_path(room))


@pytest.fixture(scope="session")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[dict]:
    """The class's results, as they are without any fault."""

    def make(folder: Path) -> None:
        folder.mkdir()
        lay_out(folder)
        graded(folder)

    needs("inner")
    return timeless_results(results_path(once(tmp_path_factory, "faultless", make)))


def lines_of(process: subprocess.Popen, count: int) -> None:
    """Wait until so many students are graded."""
    for _ in range(count):
        assert process.stderr.readline()


def draft_path(room: Path) -> Path:
    """Where lines stand that are no results yet."""
    return results_path(room).with_name("results.jsonl.part")


def test_the_grader_is_killed(room, expected):
    """In the middle of a class: no results file, no process, and the same results next time."""
    with start(room) as grader:
        lines_of(grader, 2)
        left = descendants(grader.pid)
        grader.kill()
    assert running(left) == set()
    assert not results_path(room).exists()
    assert len(expected) == STUDENTS
    assert graded(room) == expected
    assert not draft_path(room).exists()


def test_old_results_stay_where_new_ones_are_not_whole(room):
    """A grader that is killed takes nothing away either."""
    before = graded(room)
    with start(room) as grader:
        lines_of(grader, 2)
        grader.send_signal(signal.SIGTERM)
    assert timeless_results(results_path(room)) == before


def test_a_warm_interpreter_is_killed(room, expected):
    """In the middle of a class: it is made anew, and everybody has a result."""
    with start(room) as grader:
        lines_of(grader, 2)
        for pid in descendants(grader.pid):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        _, errors = grader.communicate(timeout=120)
    assert "Traceback" not in errors, errors
    documents = timeless_results(results_path(room))
    assert len(documents) == STUDENTS
    same = [a == b for a, b in zip(documents, expected, strict=True)]
    # Whoever was running at that moment may have lost a check, and nobody else.
    assert same.count(False) <= 2
    for document, right in zip(documents, expected, strict=True):
        assert document["score"] <= right["score"]


def test_killed_between_two_checks(room, keys):
    """The fork is gone and is replaced; the checks after that are graded."""
    with Sandbox(LIMITS, layers="inner") as sandbox:
        run = run_submission(sandbox, [Piece(0, files.RIGHT), Piece(1, files.COUNTER)], keys)
        pid = sandbox.warm()._process.pid
        os.kill(pid, signal.SIGKILL)
        again = run_submission(sandbox, [Piece(0, files.RIGHT)], keys)
    assert run.outcomes["double"].keys() == again.outcomes["double"].keys()
    assert all(each.problem is None for one in again.outcomes["double"].values() for each in one)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with a few kilobytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root can make a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def test_the_disk_is_full(room, small_disk):
    """One sentence, no results file, and no traceback."""
    target = small_disk / "results.jsonl"
    arguments = [str(target) if each == str(results_path(room)) else each for each in command(room)]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert os.listdir(small_disk) == []


def test_a_file_may_not_grow(room):
    """As with a quota."""

    def bound() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    # What measures it would write files of its own.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        command(room),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=bound,
        env=env,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not results_path(room).exists()
    assert not draft_path(room).exists()


@pytest.mark.parametrize("how", ["read-only", "a folder", "a missing folder", "a link to nowhere"])
def test_the_results_cannot_be_written(room, how):
    """It is said before anybody is graded, where that can be known."""
    path = results_path(room)
    if how == "a folder":
        path.mkdir()
    elif how == "a missing folder":
        path = room / "none" / "results.jsonl"
    elif how == "a link to nowhere":
        path.symlink_to(room / "none" / "there")
    elif os.geteuid() == 0:
        mount = ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(room / "read-only")]
        (room / "read-only").mkdir()
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("nothing can be mounted here")
        path = room / "read-only" / "results.jsonl"
    else:
        (room / "read-only").mkdir(mode=0o500)
        path = room / "read-only" / "results.jsonl"
    arguments = [str(path) if each == str(results_path(room)) else each for each in command(room)]
    try:
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=120, check=False)
    finally:
        subprocess.run(["umount", "-lq", str(room / "read-only")], capture_output=True, check=False)
    assert "Traceback" not in done.stderr
    if how == "a link to nowhere":
        # The link itself is replaced; nothing is written where it points to.
        assert done.returncode in (1, 2)
        assert not (room / "none").exists()
        return
    assert done.returncode == 2
    assert "s00" not in done.stderr


def test_half_a_line_is_never_a_result(room):
    """Whatever stands in the draft: the file with the results' name is whole or is not there."""
    with start(room) as grader:
        seen = 0
        while grader.poll() is None:
            seen += draft_path(room).exists()
            if results_path(room).exists():
                assert len(timeless_results(results_path(room))) == STUDENTS
            time.sleep(0.02)
        grader.communicate()
    assert seen > 0
    assert not draft_path(room).exists()


DAY = 86400


@pytest.fixture
def clock(room) -> tuple[Path, dict[str, str]]:
    """A file that says how far off the wall clock is, and an environment that obeys it."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
    if not found:
        pytest.skip("libfaketime is not installed")
    offset = room / "offset"
    return offset, dict(
        os.environ,
        LD_PRELOAD=str(found[0]),
        FAKETIME_TIMESTAMP_FILE=str(offset),
        FAKETIME_NO_CACHE="1",
        FAKETIME_DONT_FAKE_MONOTONIC="1",
    )


def test_the_wall_clock_jumps(room, clock, expected):
    """A year ahead and a year back, again and again: limits and results are what they were."""
    offset, environment = clock
    offset.write_text(f"+{365 * DAY}")
    asked = [sys.executable, "-c", "import time; print(time.time())"]
    ahead = float(subprocess.check_output(asked, env=environment))
    assert ahead - time.time() > 300 * DAY
    begun = time.monotonic()
    with start(room, env=environment) as grader:
        for number in range(STUDENTS):
            lines_of(grader, 1)
            offset.write_text(f"{'+-'[number % 2]}{365 * DAY}")
        _, errors = grader.communicate(timeout=120)
    passed = time.monotonic() - begun
    assert "Traceback" not in errors, errors
    lines = results_path(room).read_text(encoding="utf-8").splitlines()
    assert all(0 <= json.loads(line)["seconds"] <= passed for line in lines)
    assert timeless_results(results_path(room)) == expected


@pytest.fixture
def classroom(tmp_path, tmp_path_factory):
    """A course that nbgrader grades."""
    pytest.importorskip("nbgrader")
    needs("inner")
    built = once(tmp_path_factory, "built-course", make_course)
    return Classroom(Path(shutil.copytree(built, tmp_path / "course")))


def kill_when(room, command: str, reached) -> None:
    """Kill an nbgrader command as soon as it has come so far."""
    program = subprocess.Popen(
        [sys.executable, "-m", "nbgrader", command, "basics"],
        cwd=room.root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with program:
        while program.poll() is None and not reached():
            time.sleep(0.001)
        assert program.poll() is None
        program.kill()


@pytest.mark.nbgrader
@pytest.mark.proof
def test_nbgrader_is_killed(classroom):
    """While it grades and while it writes feedback: what is half done is done again, and no more."""
    drop_plots(classroom)
    for student in ("kim", "lee", "park"):
        classroom.hand_in(student, classroom.answered(files.RIGHT if student != "lee" else SLOW))
    from autograder.nbgrader.unfinished import is_graded

    # A notebook that nbgrader does not know is none that is missing.
    shutil.copy(classroom.place("kim"), classroom.place("kim").with_name("extra.ipynb"))
    graded_folder = classroom.root / "autograded" / "lee" / "basics"
    kill_when(classroom, "autograde", (graded_folder / "basics.ipynb").exists)
    assert not is_graded(graded_folder / "basics.ipynb")
    again = classroom.nbgrader("autograde", "basics")
    assert again.status == 0
    assert f"Removing what was left unfinished: {graded_folder}" in again.output
    full = {"double": 10.0, "Counter": 6.0}
    assert classroom.scores() == dict.fromkeys(("kim", "lee", "park"), full)
    pages = classroom.root / "feedback" / "kim" / "basics"
    kill_when(classroom, "generate_feedback", pages.exists)
    assert classroom.nbgrader("generate_feedback", "basics").status == 0
    assert all("</html>" in classroom.feedback(student) for student in ("kim", "lee", "park"))

    for command in ("autograde", "generate_feedback"):
        assert "unfinished" not in classroom.nbgrader(command, "basics").output


@pytest.mark.nbgrader
@pytest.mark.proof
def test_a_locked_gradebook(classroom):
    """Another program holds it: nbgrader fails with a reason, and grades the same afterwards."""
    room = classroom
    room.hand_in("kim", room.answered())
    config = room.root / "nbgrader_config.py"
    config.write_text(
        config.read_text() + 'c.CourseDirectory.db_url = "sqlite:///gradebook.db?timeout=1"\n'
    )
    assert room.nbgrader("autograde", "basics").status == 0
    before = room.scores()
    database = sqlite3.connect(room.root / "gradebook.db", isolation_level=None)
    try:
        database.execute("BEGIN EXCLUSIVE")
        locked = room.nbgrader("autograde", "basics", "--force")
    finally:
        database.execute("ROLLBACK")
        database.close()
    assert locked.status != 0
    assert "locked" in locked.output
    # What was there before is there still, or nothing is: never half of it.
    left = room.scores()
    assert left in (before, {}) or left["kim"] == before["kim"]
    assert room.nbgrader("autograde", "basics", "--force").status == 0
    assert room.scores() == before


def test_two_graders_at_once(room):
    """Only one of them writes to a results file at a time; what stands there is whole."""
    with start(room) as one, start(room) as other:
        said = [each.communicate(timeout=120)[1] for each in (one, other)]
    statuses = sorted((one.returncode, other.returncode))
    assert statuses in ([1, 1], [1, 2])
    if statuses == [1, 2]:
        assert any("is being written by another grader" in each for each in said)
    assert len(timeless_results(results_path(room))) == STUDENTS


@pytest.mark.proof
def test_a_rerun_in_this_process(room):
    """Nothing of one run is in the next one."""
    course = load_course(room / "course")
    before = descendants(os.getpid())
    runs = [
        sorted(
            (result.student, result.score)
            for _, result in grade_folder(course, room / "submitted", layers="inner", workers=2)
        )
        for _ in range(2)
    ]
    assert runs[0] == runs[1]
    assert running(descendants(os.getpid()) - before) == set()
