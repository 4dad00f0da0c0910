"""From what platforms give out to filled-in gradebooks, with real commands, for a class of sixty."""

from __future__ import annotations

import csv
import json
import re
import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.classroom import OUR_CONFIGURATION, gradebook_scores
from tests.cli.running import Ran, run
from tests.demonstration.gradebooks import canvas_gradebook, moodle_worksheet
from tests.demonstration.handed_in import ASSIGNMENT, FULL, read_material
from tests.demonstration.packed import STRANGER, pack
from tests.demonstration.people import ABSENT, CLASS, EXEMPT, PLATFORMS, Person, roster

pytestmark = [pytest.mark.proof, pytest.mark.sandbox, pytest.mark.nbgrader]

ROOT = Path(__file__).resolve().parents[2]
PRESENT = [each for each in CLASS if each not in (ABSENT, EXEMPT)]
BY_ID = {each.id: each for each in CLASS}


def settings() -> str:
    """A course of this one assignment, with short limits: some never end, some experiment long."""
    text = (ROOT / "course.toml").read_text(encoding="utf-8")
    parts = re.split(r"(?=^\[\[?\w+\]\]?\n)", text, flags=re.MULTILINE)
    kept = [
        part
        for part in parts
        if not part.startswith(("[[assignment]]", "[limits]")) or f'"{ASSIGNMENT}"' in part
    ]
    limits = "\n[limits]\ncell_seconds = 3\ncheck_seconds = 1\ncells_seconds = 8\n"
    made = "".join(kept).rstrip() + "\n" + limits + "\n[diagnosis]\nexplanations = 0\n"
    assert [each["name"] for each in tomllib.loads(made)["assignment"]] == [ASSIGNMENT]
    return made


def make_course(root: Path) -> None:
    """What is there before anybody hands in: the course, built and released, and the roster."""
    shutil.copytree(ROOT / "solutions" / ASSIGNMENT, root / "solutions" / ASSIGNMENT)
    (root / "course.toml").write_text(settings(), encoding="utf-8")
    (root / "nbgrader_config.py").write_text(OUR_CONFIGURATION, encoding="utf-8")
    (root / "students.csv").write_text(roster(), encoding="utf-8")
    (root / "canvas.csv").write_text(canvas_gradebook(), encoding="utf-8", newline="")
    (root / "moodle.csv").write_text(moodle_worksheet(), encoding="utf-8", newline="")
    built = run("build", cwd=root)
    assert (built.code, built.err) == (0, ""), built


@dataclass(frozen=True)
class Semester:
    """What the commands came to.

    Attributes:
        root: of the course.
        ran: each command, by its name.
    """

    root: Path
    ran: dict[str, Ran]

    def table(self, name: str) -> list[dict[str, str]]:
        """A CSV file by its columns."""
        text = (self.root / name).read_text(encoding="utf-8-sig")
        return list(csv.DictReader(text.splitlines()))


@pytest.fixture(scope="module")
def semester(tmp_path_factory) -> Semester:
    """The whole way, each command once."""
    root = tmp_path_factory.mktemp("semester")
    make_course(root)
    material = read_material(root)
    (root / "downloads").mkdir()
    archives = [
        pack(each, [who for who in PRESENT if who.platform == each], material, root / "downloads")
        for each in PLATFORMS
    ]
    commands = {
        "collect": ["collect", *(each.relative_to(root) for each in archives)],
        "grade": ["grade", "submitted"],
        "report": ["report", "--lang", "en"],
        "feedback": ["feedback", "submitted"],
        "canvas": ["export", "--format", "canvas", "--into", "canvas.csv", "--out", "c.csv"],
        "moodle": ["export", "--format", "moodle", "--into", "moodle.csv", "--out", "m.csv"],
    }
    return Semester(root, {name: run(*words, cwd=root) for name, words in commands.items()})


def test_every_hand_in_is_collected_and_only_the_stranger_is_left(semester):
    """Each platform is known by its names."""
    ran = semester.ran["collect"]
    assert (ran.code, ran.err) == (1, "")
    for said in (
        "canvas.zip: Canvas, ",
        "moodle.zip: Moodle, ",
        "blackboard.zip: Blackboard, ",
        "google.zip: Google Classroom, ",
        "gradescope.zip: Gradescope, ",
        "inbound: nbgrader, ",
        "archives.zip: a folder for each student, ",
        "files.tar.gz: files with the students' names, ",
        f"{ASSIGNMENT}: {len(PRESENT)} students",
        f"canvas.zip/{STRANGER} (visitor): nobody on the roster is called so",
        f"{ASSIGNMENT}: 1 handed in nothing: {ABSENT.id}\n",
    ):
        assert said in ran.out
    places = {each.name for each in (semester.root / "submitted").iterdir()}
    assert places == {each.id for each in PRESENT}


@pytest.mark.parametrize("person", PRESENT, ids=lambda each: f"{each.platform}-{each.id}")
def test_what_a_hand_in_earns(semester, person: Person):
    """In all exercises together, and in each."""
    lines = (semester.root / "results.jsonl").read_text(encoding="utf-8").splitlines()
    (record,) = (each for each in map(json.loads, lines) if each["student"] == person.id)
    lost = {
        each["exercise"]: each["max_score"] - each["score"]
        for each in record["exercises"]
        if each["score"] < each["max_score"]
    }
    assert lost == person.handed_in.lost, person.kind
    assert record["score"] == person.handed_in.score


def test_the_gradebook_has_the_same_points(semester):
    """For everybody who handed in."""
    scores = gradebook_scores(semester.root, ASSIGNMENT)
    assert {student: sum(each.values()) for student, each in scores.items()} == {
        each.id: each.handed_in.score for each in PRESENT
    }


def test_canvas_gets_each_total(semester):
    """Who is exempt is excused; all else in the file is as it was."""
    rows = semester.table("c.csv")
    wanted = {each.id: f"{each.handed_in.score}" for each in PRESENT}
    wanted |= {ABSENT.id: "", EXEMPT.id: "EX", "f00ba4": ""}
    column = "Gradient descent (900)"
    assert {each["SIS Login ID"]: each[column] for each in rows[1:]} == wanted
    before = semester.table("canvas.csv")
    assert [each | {column: ""} for each in rows[1:]] == [
        each | {column: ""} for each in before[1:]
    ]
    ran = semester.ran["canvas"]
    assert ran.code == 0, ran
    assert f"wrote {len(PRESENT)} scores to the column '{column}' of c.csv" in ran.out
    assert "Student, Test" in ran.out


def test_moodle_gets_each_total_of_its_hundred_points(semester):
    """With what to look at as a comment."""
    rows = {each["Email address"]: each for each in semester.table("m.csv")}
    assert {mail: float(row["Grade"] or -1) for mail, row in rows.items()} == {
        each.mail: round(100 * each.handed_in.score / FULL, 2) if each in PRESENT else -1
        for each in CLASS
    }
    climber = next(each for each in PRESENT if each.kind == "climbs")
    assert "gradient_step 0/11: " in rows[climber.mail]["Feedback comments"]
    assert "78 points here are 100.00 in Moodle" in semester.ran["moodle"].out


def test_each_student_has_a_page_in_the_own_language(semester):
    """With the own points and nothing of others, small enough to be mailed."""
    assert semester.ran["feedback"].code == 0, semester.ran["feedback"]
    for person in PRESENT:
        path = semester.root / "feedback" / person.id / ASSIGNMENT / f"{ASSIGNMENT}.html"
        page = path.read_text(encoding="utf-8")
        assert len(page.encode()) <= 300_000
        assert f'<html lang="{person.language}">' in page
        assert person.name in page
        score = person.handed_in.score
        assert (f"{score} / {FULL}" in page) or (f"{score}/{FULL}" in page), person
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        assert text.startswith(
            f"{'경사 하강법' if person.language == 'ko' else 'Gradient descent'}"
        )


def test_the_report_counts_the_class(semester):
    """Who is absent, who could not be read, who ran out of time, and the commonest mistake."""
    ran = semester.ran["report"]
    assert (ran.code, ran.err) == (0, "")
    page = (semester.root / "report.html").read_text(encoding="utf-8")
    assert f"<dt>Absent</dt><dd>{ABSENT.id}</dd>" in page
    for what, kind in {
        "Could not be read": "half a file",
        "Ran out of time": "an endless loop",
    }.items():
        who = ", ".join(sorted(each.id for each in PRESENT if each.kind == kind))
        assert f"<dt>{what}</dt><dd>{who}</dd>" in page
    climbers = sum(each.kind in ("climbs", "worse the second time") for each in PRESENT)
    assert re.search(
        rf'data-value="{climbers}">{climbers}</td><td><code>gradient_step</code>', page
    )
