"""Attacks on whoever looks at the feedback: each does harm in nbgrader alone, and none here."""

from __future__ import annotations

import json
import logging
import os
import signal
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from nbgrader.converters import GenerateFeedback, base
from nbgrader.coursedir import CourseDirectory

from autograder.collecting.files import read_file
from autograder.nbgrader import companions
from autograder.nbgrader.clean_notebook import clean_notebook
from autograder.nbgrader.feedback_page import LARGEST_PAGE, PageFacts, feedback_page
from tests.attacks.files import ME
from tests.attacks.pages import COMPANIONS, PAGES
from tests.attacks.table import PAGE_ATTACKS, PageAttack
from tests.nbgrader.pages import careless_html, faults
from tests.sampling import sampled

SECRET = "CANARY-of-the-course"
SECONDS = 1.0
"""After which whoever waits has waited too long."""


def some(family: str) -> pytest.MarkDecorator:
    """The attacks of a family, in `make test` a fourth of each kind of harm."""
    attacks = [attack for attack in PAGE_ATTACKS if attack.family == family]
    return pytest.mark.parametrize(
        "attack",
        sampled(attacks, 0.25, name=lambda each: each.id, kind=lambda each: each.harm),
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a course lies, with a secret in it, and what is handed in."""
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "secret.txt").write_text(SECRET)
    (tmp_path / "submitted").mkdir()
    return tmp_path


def lay_down(attack: PageAttack, place: Path) -> Path:
    """Hand an attack in; the folder of its assignment."""
    attack.build(place / "submitted", place / "course")
    return place / "submitted" / ME / "basics"


class TooLongError(Exception):
    """Somebody has waited long enough; no error of the system, which some functions pass over."""


@contextmanager
def impatient(clock: int, alarm: signal.Signals) -> Iterator[None]:
    """Give up after a while, wherever that is."""

    def over(number: int, frame: object) -> None:
        raise TooLongError

    before = signal.signal(alarm, over)
    signal.setitimer(clock, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(clock, 0)
        signal.signal(alarm, before)


WORKING = (signal.ITIMER_VIRTUAL, signal.SIGVTALRM)
"""The clock of the processor: what takes long on a busy machine alone is not counted."""
WAITING = (signal.ITIMER_REAL, signal.SIGALRM)


def careless_page(folder: Path) -> str:
    """What a notebook's text is as HTML where it is trusted."""
    cells = json.loads((folder / "basics.ipynb").read_text())["cells"]
    return "".join(
        careless_html("".join(cell["source"]), cell.get("attachments"))
        for cell in cells
        if cell["cell_type"] == "markdown"
    )


def page_of(folder: Path) -> str:
    """The page of what was handed in, read as nbgrader reads it with our configuration."""
    return feedback_page(
        clean_notebook(read_file(folder / "basics.ipynb")), PageFacts("basics"), "en"
    )


@some("pages")
def test_a_careless_page(attack, place):
    """It is an attack: a browser obeys it, or nobody's page comes, or there is a reason."""
    if not attack.harm:
        assert attack.why
        return
    folder = lay_down(attack, place)
    try:
        with impatient(*WORKING):
            shown = careless_page(folder)
    except TooLongError:
        harms = {"others"}
    else:
        harms = {"shown"} if faults(shown[:100_000]) else set()
        harms |= {"flood"} if len(shown) > 10_000_000 else set()
    assert attack.harm in harms


@some("pages")
def test_a_page(attack, place):
    """Nothing in it is active, it is small, and it is there at once."""
    folder = lay_down(attack, place)
    begun = time.process_time()
    shown = page_of(folder)
    assert time.process_time() - begun < 5
    assert faults(shown, ours=True) == []
    assert len(shown.encode()) <= LARGEST_PAGE
    assert ">double</span>" in shown  # the answer


class Converter(SimpleNamespace):
    """As much of one of nbgrader's converters as copies files: from one folder to another."""

    def _format_source(self, assignment: str, student: str) -> str:
        return str(self.source)

    def _format_dest(self, assignment: str, student: str) -> str:
        return str(self.dest)


def converter(source: Path, dest: Path) -> Converter:
    """Of this submission."""
    log = logging.getLogger("nbgrader of a test")
    about = CourseDirectory(log=log)
    return Converter(source=source, dest=dest, coursedir=about, log=log)


def harm_of(made: Converter, read_time) -> set[str]:
    """What became of copying a submission, and reading its time stamp."""
    try:
        with impatient(*WAITING):
            base.BaseConverter.init_assignment(made, "basics", ME)
            read_time(made.coursedir, str(made.source))
    except Exception:  # noqa: BLE001 - nbgrader fails in many ways
        found = {"others"}
    else:
        found = set()
    paths = [path for path in made.dest.rglob("*") if path.name != "timestamp.txt"]
    sizes = [path.lstat().st_size for path in paths if stat.S_ISREG(path.lstat().st_mode)]
    found |= {"served"} if sizes else set()
    found |= {"flood"} if sum(sizes) > 10_000_000 else set()
    leaked = any(size < 1_000 for size in sizes) and any(
        SECRET in path.read_text(errors="replace")
        for path in paths
        if path.is_file() and path.stat().st_size < 1_000
    )
    return found | ({"leak"} if leaked else set())


_READ_TIME = CourseDirectory.get_existing_timestamp
companions.leave_companions()
_OUR_READ_TIME = CourseDirectory.get_existing_timestamp


@some("companions")
def test_careless_copying(attack, place):
    """It is an attack: nbgrader serves it, or stops at it."""
    made = converter(lay_down(attack, place), place / "autograded")
    theirs = getattr(_READ_TIME, "__wrapped__", _READ_TIME)
    assert attack.harm in harm_of(made, theirs)


@some("companions")
def test_copying(attack, place):
    """Nothing is copied; neither to where it is graded nor to where the feedback is."""
    folder = lay_down(attack, place)
    made = converter(folder, place / "autograded")
    with companions.finding_nothing():
        assert harm_of(made, _OUR_READ_TIME) == set()
    graded = converter(place / "autograded", place / "feedback")
    GenerateFeedback.init_assignment(graded, "basics", ME)
    for each in ("autograded", "feedback"):
        assert not os.path.lexists(place / each) or os.listdir(place / each) == []


def test_the_table_is_whole():
    """Every function is in it, and every entry has its function; there are enough of them."""
    assert {each.name for each in PAGE_ATTACKS if each.family == "pages"} == set(PAGES)
    assert {each.name for each in PAGE_ATTACKS if each.family == "companions"} == set(COMPANIONS)
    assert len(PAGE_ATTACKS) >= 25
    assert all(each.text for each in PAGE_ATTACKS)
