"""What the student's side says of a slip may be forged; what a slip says depends on nothing hidden."""

from __future__ import annotations

import pytest

from autograder.collecting.pieces import Piece
from autograder.diagnosis.slip import Evidence
from autograder.grading.judge import judge
from autograder.report.diagnosis_words import diagnosis_hint
from autograder.report.messages import slip_sentence
from autograder.report.slip_texts import SLIPS
from autograder.sandbox.outcome import Outcome, Problem
from autograder.sandbox.session import ContractReply

UNKNOWN = Problem("raised", "NameError", "name 'np' is not defined", 0, 2, name="np")
REFUSED = Problem("signature", "TypeError", "unexpected keyword argument 'x'")
RENAMED = ContractReply("parameter_renamed", ["y", "x"])


def outcomes(key, public: Problem | None, hidden: Problem | None):
    """The same problem in every public, and in every hidden case; right answers for None."""

    def of(check):
        problem = public if check.public else hidden
        rights = [Outcome(output=case.expected) for case in check.cases]
        return rights if problem is None else [Outcome(problem=problem)] * len(check.cases)

    return {check.name: of(check) for check in key.checks}


def told(key, public, hidden, difference=RENAMED, **more) -> str:
    """The sentence about the slip, in English; empty where there is none."""
    pieces = (Piece(0, "def double(y):\n    return np.abs(y)", "double"),)
    evidence = Evidence(difference, pieces, **more)
    result = judge(key, outcomes(key, public, hidden), evidence=evidence)
    assert result.score == judge(key, outcomes(key, public, hidden)).score
    return slip_sentence(result.diagnosis, "en")


@pytest.mark.parametrize(
    "hidden",
    [
        REFUSED,
        Problem("raised", "ValueError", "12.5", 0, 7),
        Problem("raised", "NameError", "", 0, 7, name="x125", near="x126"),
        Problem("raised", "ModuleNotFoundError", "", 0, 7, name="x125"),
        Problem("raised", "NotImplementedError", "", 0, 125, begun=True),
        Problem("missing"),
        Problem("timeout"),
    ],
)
def test_hidden_checks_choose_no_word_of_it(toy_keys, hidden):
    """Only that one fails may matter, whatever it raises."""
    key = toy_keys["double"]
    for public, sentence in (
        (REFUSED, "Name each parameter of `double` as the task does: `y` → `x`"),
        (UNKNOWN, "`np` is not imported: add `import numpy as np` at the top of this file."),
        (None, "Name each parameter of `double` as the task does: `y` → `x`"),
    ):
        assert told(key, public, hidden) == sentence
    assert told(key, None, hidden, ContractReply()) == ""


@pytest.mark.parametrize(
    "difference",
    [
        ContractReply("parameter_renamed", ["<b>y</b>", "x"]),
        ContractReply("parameter_renamed", ["y\x1b[31m", "x"]),
        ContractReply("parameter_missing", ["y" * 41]),
        ContractReply("default_removed", ["12.5"]),
        ContractReply("parameter_added", ["x"], method="secret"),
        ContractReply("other_name", ["[red]x"]),
    ],
)
def test_what_is_no_name_is_not_shown(toy_keys, difference):
    """There is no slip then; the check says what it says without one."""
    assert told(toy_keys["double"], REFUSED, REFUSED, difference) == ""


@pytest.mark.parametrize(
    "forged",
    [
        Problem("raised", "NameError", "", 0, 2, name="a b"),
        Problem("raised", "NameError", "", 0, 2, name=""),
        Problem("raised", "ModuleNotFoundError", "", 0, 2, name="a.<b>"),
        Problem("raised", "NotImplementedError", "", 0, 2, begun=False),
    ],
)
def test_an_error_without_a_name_is_no_slip(toy_keys, forged):
    """Nor is a stub that nobody has touched."""
    assert told(toy_keys["double"], forged, forged, ContractReply()) == ""


def test_a_line_that_cannot_be_is_not_told(toy_keys):
    """A piece that is not there, or a line below one."""
    for piece, line in ((5, 3), (0, -1), (0, None), (0, 10**9)):
        problem = Problem("raised", "NotImplementedError", "", piece, line, begun=True)
        sentence = told(toy_keys["double"], problem, problem)
        assert sentence.startswith("This file still has `raise NotImplementedError`")


def test_all_right_answers_have_no_slip(toy_keys):
    """Whatever a definition looks like: it can be called."""
    assert told(toy_keys["double"], None, None) == ""


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        ("class", Problem("raised", "ValueError", "", 0, 2)),
        ("function", Problem("raised", "ZeroDivisionError", "", 0, 2)),
        ("function", Problem("raised", "AttributeError", "", 0, 2, name="sum")),
        ("method_missing", Problem("raised", "AttributeError", "", 0, 2, name="size")),
        ("parameter_renamed", Problem("raised", "ValueError", "", 0, 2)),
        ("parameters_reordered", Problem("raised", "ValueError", "", 0, 2)),
        ("other_name", Problem("timeout")),
    ],
)
def test_what_is_off_is_told_where_it_is_the_reason(toy_keys, kind, problem):
    """A factory in the place of a class may fail for another one."""
    names = {"method_missing": "Counter", "function": "Counter"}
    difference = ContractReply(kind, ["y", "x"], "next" if kind == "method_missing" else "")
    assert told(toy_keys[names.get(kind, "double")], problem, problem, difference) == ""


def test_a_mistake_goes_before_a_slip(toy_keys):
    """It explains every answer, which a slip does not."""
    key = toy_keys["double"]
    squares = {
        check.name: [case.mistakes["squares"] for case in check.cases] for check in key.checks
    }
    evidence = Evidence(ContractReply("parameters_reordered"))
    assert judge(key, squares, evidence=evidence).diagnosis.name == "squares"


def test_an_answer_in_the_check_cell_counts_only_beside_a_stub(toy_keys):
    """Who has written both is told what is wrong with the answer that is graded."""
    key, none = toy_keys["double"], ContractReply()
    stub = Problem("raised", "NotImplementedError", "", 0, 2)
    raised = Problem("raised", "ValueError", "", 0, 2)
    assert "check cell" in told(key, stub, stub, none, in_check_cell=True)
    assert told(key, raised, raised, none, in_check_cell=True) == ""
    assert told(key, stub, stub, none) == ""


def test_each_slip_has_a_sentence_in_both_languages():
    """With the same gaps or fewer."""
    assert SLIPS["ko"].keys() == SLIPS["en"].keys()


def test_none_that_was_printed(toy_keys):
    """Every public answer that is wrong has to be None, and to have printed."""
    key = toy_keys["double"]
    for printed, name in (("8\n", "printed"), ("", "returns_nothing")):
        nothing = {
            check.name: [Outcome(printed=printed)] * len(check.cases) for check in key.checks
        }
        diagnosis = judge(key, nothing).diagnosis
        assert diagnosis.name == name
        assert "`return`" in diagnosis_hint(diagnosis, "en")
