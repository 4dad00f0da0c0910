"""A results file of a small class."""

from __future__ import annotations

import json
from pathlib import Path

from autograder.build.release import find_tools
from autograder.report.result_records import (
    CheckRecord,
    DiagnosisRecord,
    ExerciseRecord,
    FirstDiagnosisRecord,
    SubmissionRecord,
    json_line,
)

ROSTER = """\
id,name,mail,lms_user_id,section,exempt
kim,김철수,kim@x.kr,101,A,
lee,"=Lee, Jisu",lee@x.kr,102,B,
park,Park,park@x.kr,103,B,yes
"""


def record(student: str, score: int, *, assignment: str = "basics", hint: str = "Is it squared?"):
    """A submission with one exercise of two checks, of 4 and 12 points."""
    points = {0: (0, 0), 4: (4, 0), 16: (4, 12)}[score]
    right = score == 16
    checks = [
        CheckRecord("a few, =1+1", "public", "passed" if points[0] else "failed", points[0], 4,
                    "" if points[0] else "wrong value"),
        CheckRecord("large", "hidden", "passed" if right else "failed", points[1], 12,
                    "" if right else "A hidden check expected another answer."),
    ]  # fmt: skip
    diagnoses = [] if right else [
        DiagnosisRecord("values", "mistake", "squares", None, None, hint, "", [])
    ]  # fmt: skip
    first = None if right else FirstDiagnosisRecord("mistake", "squares", hint)
    status = "passed" if right else ("partial" if score else "failed")
    exercise = ExerciseRecord("double", score, 16, status, first, checks, [], diagnoses)
    return SubmissionRecord(1, student, assignment, score, 16, 0.25, [exercise], f"{student}.py")


def write_results(path: Path, *records: SubmissionRecord) -> Path:
    """Write a results file."""
    path.write_text("".join(json_line(each) + "\n" for each in records), encoding="utf-8")
    assert all(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return path


def correct_by_hand(root: Path, *, points: float = 10.5, late: float = 2.0) -> None:
    """A gradebook in which somebody gave kim points and a comment; kim was late."""
    from nbgrader.api import Gradebook

    find_tools()
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        gradebook.add_assignment("basics")
        gradebook.add_notebook("basics", "basics")
        gradebook.add_grade_cell("double", "basics", "basics", max_score=16, cell_type="code")
        gradebook.add_solution_cell("double-answer", "basics", "basics")
        gradebook.add_student("kim")
        gradebook.add_submission("basics", "kim")
        grade = gradebook.find_grade("double", "basics", "basics", "kim")
        grade.auto_score, grade.manual_score = 4, points
        comment = gradebook.find_comment("double-answer", "basics", "basics", "kim")
        comment.manual_comment = "Nearly: **twice** $x$. <script>"
        notebook = gradebook.find_submission_notebook("basics", "basics", "kim")
        notebook.late_submission_penalty = late
        gradebook.db.commit()
