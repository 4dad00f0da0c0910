"""What `export` refuses or says, and the zip for Gradescope."""

from __future__ import annotations

import errno
import io
import json
import re
import shutil
import stat
import subprocess
import zipfile
from pathlib import Path

import msgspec
import pytest
import yaml

from autograder.build.wheel import wheel_name
from autograder.report.result_records import TaskRecord
from tests.cli.running import run, stopped
from tests.exports.results import record, write_results
from tests.toy_settings import SEED, TOY

ZIP = ("export", "--format", "gradescope-zip")


@pytest.fixture
def course(tmp_path) -> Path:
    """A copy of the toy course with its seed."""
    root = Path(shutil.copytree(TOY, tmp_path / "course"))
    (root / ".autograder").mkdir()
    (root / ".autograder" / "seed").write_text(SEED.hex(), encoding="ascii")
    return root


class TestGradescopeZip:
    """The autograder of a programming assignment."""

    def test_it_holds_what_grading_needs_and_nothing_of_the_class(self, course):
        for name in (
            "submitted/kim",
            ".autograder/library",
            "solutions/basics/__pycache__",
        ):
            (course / name).mkdir(parents=True)
        for name in ("submitted/kim/a.py", "gradebook.db", "solutions/basics/__pycache__/a.pyc"):
            (course / name).write_text("private", encoding="utf-8")
        for name in ("double", "of_no_exercise"):
            (course / ".autograder" / "library" / f"{name}.npz").write_bytes(b"worked out")
        (course / "sentences.ko.toml").write_text("", encoding="utf-8")
        ran = run(*ZIP, "--assignment", "basics", "--hidden", "visible", "--out", "a.zip",
                  cwd=course)  # fmt: skip
        assert (ran.code, ran.err) == (0, "")
        assert "it holds the solutions and the hidden seed: give it to Gradescope only" in ran.out
        with zipfile.ZipFile(course / "a.zip") as archive:
            names = set(archive.namelist())
            scripts = {n: archive.read(n).decode() for n in ("setup.sh", "run_autograder")}
            modes = {stat.S_IMODE(archive.getinfo(n).external_attr >> 16) for n in scripts}
            assert archive.read("course/.autograder/seed").decode() == SEED.hex()
            wheel = zipfile.ZipFile(io.BytesIO(archive.read(f"wheel/{wheel_name()}")))
            assert "autograder/cli/grade.py" in wheel.namelist()
        solutions = {
            f"course/{path.relative_to(TOY)}"
            for path in (TOY / "solutions").rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert names == solutions | {
            *scripts, f"wheel/{wheel_name()}", "course/course.toml", "course/sentences.ko.toml",
            "course/.autograder/seed", "course/.autograder/library/double.npz",
        }  # fmt: skip
        assert modes == {0o755}
        assert "submitted/student/basics/" in scripts["run_autograder"]
        assert "--hidden visible " in scripts["run_autograder"]
        # What is left of a placeholder would break the script.
        for script in scripts.values():
            assert not re.search(r"\{\{|(?<!\$)\{(assignment|exercise|hidden)\}", script)
            subprocess.run(["bash", "-n"], input=script, text=True, check=True)
        assert "trial/basics/double.py" in scripts["setup.sh"]

    def test_no_half_of_it_is_left_where_it_cannot_be_written(self, course, monkeypatch):
        (course / "a.zip").write_bytes(b"the one before")
        write = zipfile.ZipFile.write

        def full(archive, file, *others):
            if file.name == "course.toml":
                raise OSError(errno.ENOSPC, "No space left on device", str(file))
            write(archive, file, *others)

        monkeypatch.setattr(zipfile.ZipFile, "write", full)
        said = stopped(run(*ZIP, "--assignment", "basics", "--out", "a.zip", cwd=course))
        assert said.endswith("No space left on device")
        assert (course / "a.zip").read_bytes() == b"the one before"
        assert list(course.glob("*.part")) == []

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("--out", "a.zip"), "say by --assignment what is graded"),
            (("--assignment", "basics"), "by --out where the zip goes"),
            (("--assignment", "basic", "--out", "a.zip"), "did you mean 'basics'"),
        ],
    )
    def test_what_is_missing_is_one_sentence_and_nothing_is_written(self, course, options, said):
        assert said in stopped(run(*ZIP, *options, cwd=course))
        assert not (course / "a.zip").exists()

    def test_a_damaged_seed_is_not_packed(self, course):
        (course / ".autograder" / "seed").write_text("no seed", encoding="ascii")
        ran = run(*ZIP, "--assignment", "basics", "--out", "a.zip", cwd=course)
        assert ran.code == 2
        assert "the hidden seed is damaged" in ran.err
        assert not (course / "a.zip").exists()


class TestOfAStudentsRepository:
    """What `check --json` printed becomes the output of a step of GitHub."""

    def test_the_workflow_has_the_names_that_classroom_asks_for(self, course):
        ran = run("export", "--format", "github-classroom-files", "--assignment", "basics",
                  "--out", "template", cwd=course)  # fmt: skip
        assert (ran.code, ran.err) == (0, "")
        folder = course / "template" / ".github"
        workflow = yaml.safe_load((folder / "workflows" / "classroom.yml").read_text("utf-8"))
        action = yaml.safe_load(
            (folder / "actions" / "autograder" / "action.yml").read_text("utf-8")
        )
        assert workflow["name"] == "Autograding Tests"
        (job,) = workflow["jobs"].items()
        assert job[0] == "run-autograding-tests"
        checks, reporter = job[1]["steps"][-2:]
        assert checks["uses"] == "./.github/actions/autograder"
        assert set(checks["with"]) == set(action["inputs"])
        # The reporter reads the points from a variable that is called after the runner.
        (variable,) = reporter["env"]
        assert variable == f"{reporter['with']['runners'].upper()}_RESULTS"
        output = f"steps.{checks['id']}.outputs.{next(iter(action['outputs']))}"
        assert reporter["env"][variable] == f"${{{{ {output} }}}}"
        (points,) = (each for each in action["runs"]["steps"] if "id" in each)
        assert (
            action["outputs"]["result"]["value"]
            == f"${{{{ steps.{points['id']}.outputs.result }}}}"
        )

    def test_of_which_assignment_is_asked_for(self, course):
        files = ("export", "--format", "github-classroom-files")
        assert "say by --assignment" in stopped(run(*files, cwd=course))
        said = stopped(run(*files, "--assignment", "basic", "--out", "t", cwd=course))
        assert "did you mean 'basics'" in said
        assert not (course / "t").exists()

    def test_what_is_no_check_is_one_sentence(self, course):
        (course / "check.json").write_text('[{"exercise": 1}]', encoding="utf-8")
        said = stopped(run("export", "check.json", "--format", "github-classroom", cwd=course))
        assert said == "check.json: this is not what `autograder check --json` prints"

    def test_a_file_that_is_not_there_is_one_sentence(self, course):
        said = stopped(run("export", "none.json", "--format", "github-classroom", cwd=course))
        assert said == "none.json: No such file or directory"


def test_points_that_a_person_gives_are_announced(course):
    """They are in no result; whoever exports has to know."""
    tasks = [TaskRecord("essay", 5), TaskRecord("sketch", 3)]
    write_results(course / "r.jsonl", msgspec.structs.replace(record("kim", 4), needs_person=tasks))
    ran = run("export", "r.jsonl", "--format", "json", cwd=course)
    assert ran.code == 0
    assert "basics: a person grades essay, sketch, 8 points" in ran.err


def test_of_two_assignments_each_has_its_folder_and_one_gradebook_column_takes_one(course):
    """No score of one assignment lands in the column or the file of another."""
    other = record("kim", 16, assignment="later")
    write_results(course / "r.jsonl", record("kim", 4), other)
    run("export", "r.jsonl", "--format", "gradescope", "--out", "o", cwd=course)
    scores = {
        name: json.loads((course / "o" / name / "kim.json").read_text("utf-8"))["score"]
        for name in ("basics", "later")
    }
    assert scores == {"basics": 4, "later": 16}
    (course / "g.csv").write_text("Student,ID,SIS Login ID,Basics (1)\n", encoding="utf-8")
    filling = ("--format", "canvas", "--into", "g.csv", "--out", "new.csv")
    said = stopped(run("export", "r.jsonl", *filling, cwd=course))
    assert said == "say by --assignment whose scores are filled in: basics, later"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "there is no such file"),
        ("Student,ID\n김,1\n".encode("cp949"), "it is no UTF-8 text; export it again"),
    ],
)
def test_a_gradebook_file_that_cannot_be_read_is_one_sentence(course, data, said):
    """And nothing is written."""
    write_results(course / "r.jsonl", record("kim", 4))
    if data is not None:
        (course / "g.csv").write_bytes(data)
    filling = ("--format", "canvas", "--into", "g.csv", "--out", "new.csv")
    assert stopped(run("export", "r.jsonl", *filling, cwd=course)) == f"g.csv: {said}"
    assert not (course / "new.csv").exists()
