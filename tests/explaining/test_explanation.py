"""What an instructor reads about one exercise, from what the sandbox answered."""

from __future__ import annotations

import dataclasses

import numpy as np

from autograder.collecting.note import Note
from autograder.collecting.pieces import Piece
from autograder.collecting.submission import Submission
from autograder.diagnosis.slip import Evidence
from autograder.explaining.explanation import explain_run, explain_unread
from autograder.grading.forks import PieceRun
from autograder.grading.judge import judge_without_outcomes
from autograder.grading.run import SubmissionRun
from autograder.sandbox.outcome import Outcome, Problem
from autograder.sandbox.session import CellReply

PIECE = Piece(0, "\ndef double(x):\n    return 0\n", "double")
HANDED_IN = Submission("kim", "basics", (PIECE,), {}, source="double.py")


def explained(key, outcome, *, submission=HANDED_IN, reply=None):
    """The lines where every case came to the same."""
    outcomes = {check.name: [outcome] * len(check.cases) for check in key.checks}
    name = key.exercise
    run = SubmissionRun(
        pieces=[PieceRun(PIECE, reply or CellReply())],
        outcomes={name: outcomes},
        notes={name: ()},
        evidence={name: Evidence()},
    )
    return list(explain_run(key, submission, run, "en"))


def test_what_was_printed_is_shown_where_it_was_printed(toy_keys):
    """By the file and by a case, as one line that a terminal does not obey."""
    reply = CellReply(stdout="loaded\n", stderr="careful\x1b[2J\n")
    said = explained(toy_keys["double"], Outcome(0.0, printed="x is 1\n"), reply=reply)
    assert said[said.index("  file 0, 3 lines: def double(x):") :][1:3] == [
        "    printed: loaded",
        "    wrote errors: careful\\x1b[2J",
    ]
    assert "    printed: x is 1" in said
    assert "    returned 0" in said


def test_an_answer_that_nothing_explains_is_said_to_be_one(toy_keys):
    """And what it earns is added up."""
    said = explained(toy_keys["double"], Outcome(np.array([3.7, 0.2, 11.0])))
    assert said[0] == "kim, basics, double: 0 of 10 points (failed)"
    assert said[-2:] == [
        "why: a check earns all of its points or none: 0 + 0 + 0 + 0 = 0",
        "nothing that is known explains it",
    ]


def test_of_very_many_cases_the_first_are_shown_and_the_others_counted(toy_keys):
    """A screen is not filled by one check."""
    key = toy_keys["double"]
    first = dataclasses.replace(key.checks[0], cases=key.checks[0].cases * 23)
    many = dataclasses.replace(key, checks=(first, *key.checks[1:]))
    said = explained(many, Outcome(0.0))
    assert "  and 3 more cases" in said
    assert len([line for line in said if line.startswith("  case 20,")]) == 1
    assert not [line for line in said if line.startswith("  case 21,")]


def test_another_file_that_was_taken_is_named(toy_keys):
    """With the one that was expected."""
    note = Note("renamed", "my work.py", "double.py")
    submission = dataclasses.replace(HANDED_IN, note=note, source="my work.py")
    said = explained(toy_keys["double"], Outcome(0.0), submission=submission)
    assert said[1] == "graded: my work.py"
    assert "my work.py" in said[2]
    assert "double.py" in said[2]


def test_why_nothing_was_run_is_said_once_for_all_checks(toy_keys):
    """With no case and no expected value."""
    key = toy_keys["double"]
    result = judge_without_outcomes(key, Problem("unreadable", "empty", ""))
    submission = Submission("kim", "basics", (), {"": "empty"})
    said = list(explain_unread(key, submission, result, "en"))
    assert said[1:3] == ["graded: nothing", "nothing was run:"]
    assert [line for line in said[3:] if "empty" in line] == said[3:4]
    assert not [line for line in said if "expected" in line.lower() or "case" in line]
