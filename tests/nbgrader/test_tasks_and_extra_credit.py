"""What a person grades, and extra credit, through real nbgrader and through our own grading."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from autograder.build.generated import build
from autograder.build.handed_out import write_handout
from autograder.course import load_course
from autograder.nbgrader.assignment_workers import keys_of
from autograder.nbgrader.loaded_course import loaded_course
from autograder.report.results_file import read_results
from tests.classroom import OUR_CONFIGURATION, cell, grade_cell, read_notebook, run_nbgrader
from tests.cli.running import run
from tests.languages import write_course

pytestmark = [pytest.mark.nbgrader, pytest.mark.proof]

RIGHT = "def triple(x):\n    return 3 * x"
SQUARE = "def triple(x):\n    return x * x"
EXTRA = """

@exercise.check("empty", points=2, extra=True)
def empty(rng):
    yield Case(x=rng.normal(size=0))


@exercise.check("long", points=1, extra=True)
def long(rng):
    yield Case(x=rng.normal(size=40))
"""
PICTURE = {"image.png": {"image/png": "iVBORw0KGgo="}}


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Path:
    """A course with extra credit and a task, built; three students hand in."""
    root = write_course(tmp_path_factory.mktemp("tasks") / "course", "en", "ko")
    folder = root / "solutions" / "basics"
    grading = folder / "triple" / "grading.py"
    text = grading.read_text() + EXTRA
    text = text.replace('"empty"', '"empty", en="empty"').replace('"long"', '"long", en="long"')
    grading.write_text(text)
    settings = root / "course.toml"
    task = '\n[[assignment.task]]\nname = "why"\npoints = 4\n'
    settings.write_text(settings.read_text().replace("\n[diagnosis]", f"{task}\n[diagnosis]"))
    for language, title in (("en", "Why three?"), ("ko", "왜 셋인가요?")):
        (folder / f"why.{language}.md").write_text(f"# {title}\n\nSay it, or draw it.\n")
    (root / "nbgrader_config.py").write_text(OUR_CONFIGURATION)
    build(load_course(root), root)
    for student, code, words in (
        ("all", RIGHT, "Because two is too few."),
        ("silent", RIGHT, None),
        ("wrong", SQUARE, "It is not."),
    ):
        notebook = read_notebook(root / "release" / "basics" / "basics.ipynb")
        cell(notebook, "triple-answer")["source"] = code
        if words:
            grade_cell(notebook, "why").update(source=words, attachments=PICTURE)
        path = root / "submitted" / student / "basics" / "basics.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(notebook))
    return root


def grades(root: Path) -> dict[str, dict[str, tuple]]:
    """By student and cell: the points, the extra credit, whether a person is needed."""
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        return {
            submission.student.id: {
                grade.cell.name: (grade.auto_score, grade.extra_credit, grade.needs_manual_grade)
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in gradebook.assignment_submissions("basics")
        }


def test_what_an_author_wrote_into_the_file_of_a_task_is_not_handed_out(room, tmp_path):
    """It could be the answer."""
    path = room / "exercises" / "basics" / "why.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nBecause two is too few.\n", encoding="utf-8")
    write_handout(load_course(room), tmp_path / "out")
    handed_out = tmp_path / "out" / "exercises" / "basics" / "why.md"
    assert handed_out.read_text(encoding="utf-8") == text
    path.write_text(text, encoding="utf-8")


def test_the_notebook_has_a_cell_for_the_answer(room):
    """Below what is asked, in every language; the file beside the stubs says the same."""
    notebook = read_notebook(room / "release" / "basics" / "basics.ipynb")
    answer = grade_cell(notebook, "why")
    assert (answer["cell_type"], answer["metadata"]["nbgrader"]["points"]) == ("markdown", 4)
    assert "A person grades it (4 points)." in answer["source"]
    assert "사람이 채점합니다(4점)." in answer["source"]
    asked = cell(notebook, "why-statement")["source"]
    assert asked.startswith("## Why three?")
    assert "## 왜 셋인가요?" in asked
    text = (room / "exercises" / "basics" / "why.md").read_text(encoding="utf-8")
    assert "Say it, or draw it." in text
    assert "A person grades it (4 points)." in text
    page = (room / "docs" / "course.md").read_text(encoding="utf-8")
    assert "- `why`: Why three? (왜 셋인가요?), 4 points" in page


@pytest.mark.parametrize("how", ["nbgrader", "ours"])
def test_extra_credit_and_a_task_in_the_gradebook(room, how):
    """The column is filled, and who answered the task waits for a person."""
    if how == "nbgrader":
        ran = run_nbgrader(room, "autograde", "basics", "--force")
        assert ran.status == 0, ran.output
    else:
        run("grade", "submitted", "--jobs", 1, cwd=room)
    assert grades(room) == {
        "all": {"triple": (6.0, 3.0, False), "why": (None, None, True)},
        "silent": {"triple": (6.0, 3.0, False), "why": (0.0, None, False)},
        "wrong": {"triple": (0.0, 2.0, False), "why": (None, None, True)},
    }
    graded = read_notebook(room / "autograded" / "all" / "basics" / "basics.ipynb")
    assert grade_cell(graded, "why")["source"] == "Because two is too few."


def test_results_and_exports_say_what_needs_a_person(room):
    """Its points are in no score of a result; the gradebook has them once they are given."""
    run("grade", "submitted", "--jobs", 1, cwd=room)
    records = {each.student: each for each in read_results(room / "results.jsonl")}
    assert [(each.task, each.max_points) for each in records["all"].needs_person] == [("why", 4)]
    assert (records["all"].score, records["all"].max_score) == (9, 6)
    with Gradebook(f"sqlite:///{room / 'gradebook.db'}") as gradebook:
        gradebook.find_grade("why", "basics", "basics", "all").manual_score = 3.0
        gradebook.db.commit()
    exported = run("export", "results.jsonl", "--format", "csv", cwd=room)
    assert "basics: a person grades why, 4 points" in exported.err
    (row,) = [line for line in exported.out.splitlines() if line.startswith("all")]
    assert "12" in row
    assert "10" in row
    page = run("report", "results.jsonl", "--out", "report.html", cwd=room)
    assert page.code == 0, page.err
    assert "why" in (room / "report.html").read_text(encoding="utf-8")


def test_regrading_lists_what_changes_in_extra_credit_alone(room):
    """Before, after, and why; then it is written, and nothing is left."""
    run("grade", "submitted", "--jobs", 1, cwd=room)
    assert "nothing changes" in run("regrade", "--jobs", 1, cwd=room).out
    path = room / "solutions" / "basics" / "triple" / "grading.py"
    path.write_text(path.read_text().replace("points=1, extra", "points=3, extra"))
    for cached in (loaded_course, keys_of):
        cached.cache_clear()  # each command is a process of its own
    shown = run("regrade", "--jobs", 1, "--lang", "en", cwd=room)
    assert (shown.code, shown.err) == (0, ""), shown.out
    table = {line.split()[0]: " ".join(line.split()) for line in shown.out.splitlines()}
    why = "extra credit 3 before and 5 now"
    assert table["all"] == f"all basics/triple 9/6 11/6 {why}"
    assert "wrong" not in table
    korean = " ".join(run("regrade", "--jobs", 1, "--lang", "ko", cwd=room).out.split())
    assert "가산점이 3점에서 5점으로 바뀜" in korean
    run("regrade", "--jobs", 1, "--apply", cwd=room)
    assert grades(room)["all"]["triple"] == (6.0, 5.0, False)
    assert "nothing changes" in run("regrade", "--jobs", 1, cwd=room).out
