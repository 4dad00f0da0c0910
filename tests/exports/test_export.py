"""What an instructor gives back to gradebooks and platforms."""

from __future__ import annotations

import base64
import csv
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.exports.tables import safe_cell
from tests.cli.conftest import RIGHT
from tests.cli.running import run, stopped
from tests.exports.results import ROSTER, correct_by_hand, record, write_results
from tests.toy_settings import TOY

CANVAS = (
    "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Notes,Basics (900),Other (901),Final Score\r\n"
    ",,,,,,Manual Posting,,\r\n"
    "    Points Possible,,,,,,8,10,(read only)\r\n"
    '"김, 철수",101,u1,kim,A,=x,,5.00,50\r\n'
    '"Lee, Jisu",102,u2,jlee,B,,N/A,1.00,20\r\n'
    '"Park, Min",103,u3,mpark,B,,,1.00,20\r\n'
    '"Choi, A",104,u4,kim2,B,,3.00,1.00,20\r\n'
    "Student,105,,,B,,,,\r\n"
)

WORKSHEET = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    "Last modified (submission),Feedback comments\n"
    "Participant 7,김철수,kim@x.kr,Submitted,,32.00,Yes,-,\n"
    'Participant 8,"Lee, Jisu",LEE@x.kr,Submitted,,32.00,No,-,\n'
    "Participant 9,Nobody,nobody@x.kr,,-,32.00,Yes,-,\n"
)

GRADEBOOK = (
    "First name,Surname,ID number,Email address,Assignment: Basics (Real),Course total (Real)\n"
    "철수,김,kim,kim@x.kr,-,-\n"
)


@pytest.fixture
def course(tmp_path) -> Path:
    """A copy of the toy course with a roster and results."""
    root = Path(shutil.copytree(TOY, tmp_path / "course"))
    (root / "students.csv").write_text(ROSTER, encoding="utf-8")
    write_results(root / "r.jsonl", record("kim", 4), record("lee", 16), record("stranger", 0))
    return root


def cells(text: str) -> list[list[str]]:
    """The cells of a table."""
    return list(csv.reader(text.removeprefix("\ufeff").splitlines()))


class TestTables:
    """For spreadsheets and programs."""

    def test_a_csv_shows_hangul_in_excel_and_holds_no_formula(self, course):
        ran = run("export", "r.jsonl", "--format", "csv", "--out", "t.csv", cwd=course)
        assert (ran.code, ran.err) == (0, "")
        text = (course / "t.csv").read_text(encoding="utf-8")
        assert text.startswith("\ufeff")
        table = cells(text)
        assert table[0] == [
            "student",
            "name",
            "section",
            "assignment",
            "score",
            "max_score",
            "diagnoses",
        ]
        assert table[1] == ["kim", "김철수", "A", "basics", "4", "16", "double: squares"]
        assert table[2][:2] == ["lee", "'=Lee, Jisu"]

    def test_without_a_name_it_is_the_file_that_grading_writes(self, course):
        (course / "r.jsonl").rename(course / "results.jsonl")
        ran = run("export", "--format", "csv", cwd=course)
        assert (ran.code, ran.out.splitlines()[0].count("student")) == (0, 1)

    def test_a_csv_may_have_a_row_for_each_check(self, course):
        ran = run("export", "r.jsonl", "--format", "csv", "--rows", "check", cwd=course)
        assert len(cells(ran.out)) == 1 + 3 * 2
        assert cells(ran.out)[1][4:] == ["double", "a few, =1+1", "public", "passed", "4", "4"]

    def test_json_is_one_list(self, course):
        found = json.loads(run("export", "r.jsonl", "--format", "json", cwd=course).out)
        assert [(each["student"], each.get("name")) for each in found] == [
            ("kim", "김철수"), ("lee", "=Lee, Jisu"), ("stranger", None),
        ]  # fmt: skip

    def test_nbgraders_columns_are_quoted_as_csv_is(self, course):
        table = cells(run("export", "r.jsonl", "--format", "nbgrader", cwd=course).out)
        assert table[2] == [
            "basics",
            "",
            "",
            "lee",
            "'=Lee, Jisu",
            "",
            "lee@x.kr",
            "16",
            "0",
            "16",
            "16",
        ]

    def test_an_anonymous_export_has_no_name_and_is_the_same_each_time(self, course):
        texts = {
            run("export", "r.jsonl", "--format", "json", "--anonymous", cwd=course).out
            for _ in range(2)
        }
        (text,) = texts
        assert not any(each in text for each in ("kim", "lee", "stranger", "김철수"))
        assert len({each["student"] for each in json.loads(text)}) == 3


class TestCanvas:
    """A gradebook of Canvas is filled in."""

    def fill(self, course, text=CANVAS, *options):
        (course / "g.csv").write_bytes(text.encode())
        return run(
            "export", "r.jsonl", "--format", "canvas", "--into", "g.csv", "--out", "new.csv",
            *options, cwd=course,
        )  # fmt: skip

    def test_only_the_assignments_column_changes(self, course):
        ran = self.fill(course)
        assert ran.code == 1
        expected = CANVAS.replace("A,=x,,5.00", "A,=x,2,5.00").replace("mpark,B,,,", "mpark,B,,EX,")
        assert (course / "new.csv").read_bytes().decode() == expected
        assert ran.out.splitlines() == [
            "wrote 1 scores to the column 'Basics (900)' of new.csv",
            "scaled: 16 points here are 8 in Canvas",
            "not written: lee: Canvas has not assigned it to this student",
            "graded, and nobody in the file has this id: stranger",
            "in the file, and not graded: Choi, A; Student",
        ]

    def test_an_id_that_two_rows_have_is_not_guessed(self, course):
        ran = self.fill(course, CANVAS.replace("104,u4,kim2", "104,kim,kim2"))
        assert "nobody in it has an id of the results" in stopped(ran)

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (
                CANVAS.replace("Basics (900)", "Else (900)"),
                "say which by --column: 'Else', 'Other'",
            ),
            (CANVAS.replace("Other (901)", "basics (901)"), "several columns are called like"),
            (CANVAS.replace(",ID,", ",Number,"), "this is no gradebook of Canvas"),
            ("", "it is empty"),
            ('a,"b\n', "it is no CSV"),
        ],
    )
    def test_a_file_that_cannot_be_filled_in_is_one_sentence(self, course, text, said):
        assert said in stopped(self.fill(course, text))
        assert not (course / "new.csv").exists()

    def test_the_instructor_may_name_the_column(self, course):
        ran = self.fill(
            course, CANVAS.replace("Basics (900)", "HW1 (900)"), "--column", "HW1 (900)"
        )
        assert "to the column 'HW1 (900)'" in ran.out


@pytest.mark.nbgrader
def test_points_that_were_corrected_by_hand_count(course):
    """And late penalties; who is not in the gradebook keeps the points that were graded."""
    correct_by_hand(course)
    ran = run("export", "r.jsonl", "--format", "nbgrader", cwd=course)
    assert [each[7:] for each in cells(ran.out)[1:3]] == [
        ["10.5", "2", "8.5", "16"], ["16", "0", "16", "16"],
    ]  # fmt: skip
    assert ran.err == "corrected by hand or late, as the gradebook has it: kim\n"
    ran = run("export", "r.jsonl", "--format", "csv", "--no-gradebook", cwd=course)
    assert cells(ran.out)[1][4] == "4"
    ran = run("export", "r.jsonl", "--format", "csv", "--rows", "exercise", cwd=course)
    assert [each[6] for each in cells(ran.out)[1:3]] == ["10.5", "16"]
    ran = run("export", "r.jsonl", "--format", "csv", "--anonymous", cwd=course)
    assert sorted(each[4] for each in cells(ran.out)[1:]) == ["0", "16", "8.5"]
    kim, lee, _ = json.loads(run("export", "r.jsonl", "--format", "json", cwd=course).out)
    by_hand = {"score": 8.5, "late_penalty": 2.0, "exercises": {"double": 10.5}}
    assert (kim["score"], kim["in_gradebook"]) == (4, by_hand)
    assert "in_gradebook" not in lee
    (course / "moodle.csv").write_text(WORKSHEET, encoding="utf-8")
    filling = ["--format", "moodle", "--into", "moodle.csv", "--out", "filled.csv"]
    run("export", "r.jsonl", *filling, cwd=course)
    (row,) = cells((course / "filled.csv").read_text(encoding="utf-8"))[1:2]
    assert (row[4], row[8]) == (
        "17",
        "double 10.5/16: Is it squared?<br />Nearly: **twice** $x$. &lt;script&gt;",
    )
    run("export", "r.jsonl", "--format", "gradescope", "--out", "scope", cwd=course)
    run("export", "r.jsonl", "--format", "prairielearn", "--out", "prairie", cwd=course)
    assert json.loads((course / "scope" / "kim.json").read_text("utf-8"))["score"] == 8.5
    assert json.loads((course / "prairie" / "kim.json").read_text("utf-8"))["score"] == 8.5 / 16


class TestMoodle:
    """A worksheet or a gradebook of Moodle is filled in."""

    def fill(self, course, text, *options):
        (course / "g.csv").write_text(text, encoding="utf-8")
        return run(
            "export", "r.jsonl", "--format", "moodle", "--into", "g.csv", "--out", "new.csv",
            *options, cwd=course,
        )  # fmt: skip

    def test_a_worksheet_gets_the_grade_and_a_comment(self, course):
        ran = self.fill(course, WORKSHEET)
        assert ran.code == 1
        table = cells((course / "new.csv").read_text(encoding="utf-8"))
        assert table[1] == [
            "Participant 7", "김철수", "kim@x.kr", "Submitted", "8", "32.00", "Yes", "-",
            "double 4/16: Is it squared?",
        ]  # fmt: skip
        assert table[2:] == cells(WORKSHEET)[2:]
        assert "not written: lee: Moodle says that this grade cannot be changed" in ran.out
        assert "in the file, and not graded: Participant 9 nobody@x.kr" in ran.out

    def test_who_is_exempt_is_not_missing(self, course):
        worksheet = WORKSHEET.replace("nobody@x.kr", "park@x.kr")
        ran = self.fill(course, worksheet)
        assert "not graded" not in ran.out
        assert cells((course / "new.csv").read_text(encoding="utf-8"))[2:] == cells(worksheet)[2:]

    def test_a_gradebook_gets_the_grade(self, course):
        self.fill(course, GRADEBOOK)
        assert (course / "new.csv").read_text(encoding="utf-8").splitlines()[1] == (
            "철수,김,kim,kim@x.kr,4,-"
        )

    def test_hints_wait_for_the_date_of_release(self, course):
        toml = course / "course.toml"
        toml.write_text(
            f"release_hidden = 2100-01-01T00:00:00Z\n{toml.read_text(encoding='utf-8')}"
        )
        self.fill(course, WORKSHEET)
        assert cells((course / "new.csv").read_text(encoding="utf-8"))[1][-1] == ""
        ran = run("export", "r.jsonl", "--format", "prairielearn", "--out", "o", cwd=course)
        assert "hidden checks are kept back until 2100-01-01" in stopped(ran)

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("Name,Grade\nKim,\n", "no column identifies students"),
            (WORKSHEET.replace(",Grade,", ",Mark,"), "no column is called like the assignment"),
            (GRADEBOOK.replace("Basics", "Else"), "say which by --column: 'Else'"),
            (WORKSHEET.replace("@x.kr", "@y.kr"), "nobody in it has an id of the results"),
        ],
    )
    def test_a_file_of_another_course_is_one_sentence_and_nothing_is_written(
        self, course, text, said
    ):
        assert said in stopped(self.fill(course, text))
        assert not (course / "new.csv").exists()


class TestPlatforms:
    """One file for each student, as a platform's importer reads it."""

    def written(self, course, form, *options):
        ran = run("export", "r.jsonl", "--format", form, "--out", "o", *options, cwd=course)
        assert ran.code == 0, ran.err
        return json.loads((course / "o" / "kim.json").read_text(encoding="utf-8"))

    def test_gradescope_shows_hidden_checks_when_it_is_told_to(self, course):
        result = self.written(course, "gradescope")
        assert (result["score"], result["stdout_visibility"]) == (4, "hidden")
        assert [(t["number"], t["score"], t["max_score"], t["status"], t["visibility"])
                for t in result["tests"]] == [
            ("1.1", 4, 4, "passed", "visible"), ("1.2", 0, 12, "failed", "after_published"),
        ]  # fmt: skip
        assert result["tests"][1]["output"].endswith("Is it squared?")
        again = self.written(course, "gradescope", "--hidden", "visible")
        assert again["tests"][1]["visibility"] == "visible"

    def test_prairielearn_gets_a_share_and_points_for_each_test(self, course):
        result = self.written(course, "prairielearn")
        assert (result["gradable"], result["score"]) == (True, 0.25)
        assert all({"points", "max_points", "name", "message"} <= set(t) for t in result["tests"])

    def test_github_classroom_gets_points_for_each_check(self, course):
        result = self.written(course, "github-classroom")
        assert (result["version"], result["status"], result["max_score"]) == (1, "fail", 16)
        assert [(t["status"], t["score"]) for t in result["tests"]] == [("pass", 4), ("fail", 0)]

    def test_a_students_own_check_becomes_the_output_of_a_step(self, course):
        exercises = json.loads((course / "r.jsonl").read_text(encoding="utf-8").splitlines()[0])[
            "exercises"
        ]
        (course / "check.json").write_text(json.dumps(exercises), encoding="utf-8")
        ran = run("export", "check.json", "--format", "github-classroom", cwd=course)
        name, _, packed = ran.out.strip().partition("=")
        assert (name, json.loads(base64.b64decode(packed))["max_score"]) == ("result", 16)

    @pytest.mark.proof
    @pytest.mark.sandbox
    def test_the_zip_for_gradescope_grades_in_an_empty_directory(self, course, tmp_path):
        ran = run("export", "r.jsonl", "--format", "gradescope-zip", "--assignment", "basics",
                  "--out", "a.zip", cwd=course)  # fmt: skip
        assert ran.code == 0, ran.err
        root = tmp_path / "autograder"
        (root / "submission").mkdir(parents=True)
        (root / "submission" / "double.py").write_text(RIGHT)
        with zipfile.ZipFile(course / "a.zip") as archive:
            archive.extractall(root / "source")
            assert {"setup.sh", "run_autograder"} <= set(archive.namelist())
        command = Path(sys.executable).with_name("autograder")
        environment = {**os.environ, "AUTOGRADER_ROOT": str(root), "AUTOGRADER": str(command)}
        script = root / "source" / "run_autograder"
        subprocess.run(
            ["bash", script], env=environment, check=True, capture_output=True, timeout=120
        )
        result = json.loads((root / "results" / "results.json").read_text(encoding="utf-8"))
        assert result["score"] == 10
        assert len(result["tests"]) > 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing.jsonl", "--format", "csv"], "cannot be read"),
        (["course.toml", "--format", "csv"], "course.toml:1: "),
        (["r.jsonl", "--format", "canvas"], "say which by --into"),
        (["r.jsonl", "--format", "canvas", "--into", "r.jsonl"], "say by --out"),
        (["r.jsonl", "--format", "csv", "--assignment", "basic"], "did you mean"),
        (["r.jsonl", "--format", "gradescope"], "say by --out"),
        (["r.jsonl", "--format", "canvas", "--anonymous"], "leave out --anonymous"),
    ],
)
def test_what_cannot_be_exported_is_one_sentence(course, arguments, said):
    """On standard error."""
    assert said in stopped(run("export", *arguments, cwd=course))


@pytest.mark.sandbox
@pytest.mark.proof
def test_prairielearn_gets_the_pictures_of_what_was_graded(course):
    """Nothing is run for them; who handed in something else since has none."""
    for student in ("kim", "lee"):
        folder = course / "submitted" / student / "basics"
        folder.mkdir(parents=True)
        (folder / "double.py").write_text(RIGHT, encoding="utf-8")
    grading = ["grade", "submitted", "--sandbox", "inner", "--results", "r.jsonl"]
    assert run(*grading, cwd=course).code == 1
    (course / "submitted" / "lee" / "basics" / "double.py").write_text("1\n", encoding="utf-8")
    ran = run("export", "r.jsonl", "--format", "prairielearn", "--out", "o", cwd=course)
    assert ran.code == 0
    kim, lee = (
        json.loads((course / "o" / f"{student}.json").read_text("utf-8"))["images"]
        for student in ("kim", "lee")
    )
    assert lee == []
    assert [each["label"] for each in kim] == ["Double: a few numbers"]
    (url,) = (each["url"] for each in kim)
    header, _, data = url.partition(",")
    assert header == "data:image/png;base64"
    assert base64.b64decode(data).startswith(b"\x89PNG")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "  ="])
def test_no_cell_is_a_formula(sign):
    """Also where a Korean keyboard wrote it."""
    assert safe_cell(f"{sign}1") == f"'{sign}1"
    assert safe_cell(f"1{sign}") == f"1{sign}"
