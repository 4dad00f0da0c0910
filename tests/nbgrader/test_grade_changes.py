"""What grading again would change, and the reasons that are told for it."""

from __future__ import annotations

import json

import pytest
from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_code_cell, new_notebook, new_output

from autograder.nbgrader.grade_changes import GradeChange, Reason, grade_changes


def notebook(
    score: float,
    *,
    worth: float = 10,
    answer: str = "x + x",
    checks: dict[str, str] | None = None,
) -> NotebookNode:
    """A graded notebook with one exercise."""
    about = {"grade_id": "double", "grade": True, "locked": True, "points": worth}
    metadata = {"nbgrader": {**about, "solution": False}}
    if checks is not None:
        listed = [{"name": name, "status": status} for name, status in checks.items()]
        metadata["autograder"] = {"checks": listed}
    shown = new_output("execute_result", {"text/plain": str(score)}, execution_count=1)
    cells = [new_code_cell(answer), new_code_cell("check", metadata=metadata, outputs=[shown])]
    made = from_dict(new_notebook(cells=cells))
    assert isinstance(made, NotebookNode)
    return made


@pytest.fixture
def changes(tmp_path):
    """What differs from an earlier notebook."""

    def compared(new, old, had, extra=None, more=None) -> list[GradeChange]:
        path = tmp_path / "basics.ipynb"
        if old is not None:
            path.write_text(old if isinstance(old, str) else json.dumps(old), encoding="utf-8")
        scores = {} if had is None else {"double": had}
        return list(grade_changes(new, path, scores, extra or {}, more or {}))

    return compared


def test_what_is_the_same_is_not_told(changes):
    """Also if checks went otherwise for the same points, or another answer has them."""
    assert changes(notebook(4), notebook(4), 4) == []
    assert changes(notebook(4, answer="2 * x"), notebook(4), 4) == []


@pytest.mark.parametrize("old", [None, "{half a notebook"])
def test_what_was_never_graded_is_graded_first(changes, old):
    """There are no points before."""
    (told,) = changes(notebook(4), old, None)
    assert told == GradeChange("double", None, 4, None, 10, (Reason("regrade_first"),))


def test_points_without_any_reason_that_is_known_are_graded_anew(changes):
    """As when somebody changed the gradebook."""
    (told,) = changes(notebook(4), notebook(7), 7)
    assert told == GradeChange("double", 7, 4, 10, 10, (Reason("regrade_anew"),))
    (told,) = changes(notebook(4), "", 7)
    assert (told.worth_before, told.why) == (None, (Reason("regrade_anew"),))


def test_every_reason_is_told_in_order(changes):
    """Another answer, other points, and which checks are new, gone, or went otherwise."""
    old = notebook(4, checks={"few": "passed", "old one": "failed", "large": "failed"})
    new = notebook(
        9,
        worth=12,
        answer="2 * x",
        checks={"few": "passed", "large": "passed", "new one": "failed"},
    )
    (told,) = changes(new, old, 4)
    assert (told.before, told.after, told.worth_before, told.worth) == (4, 9, 10, 12)
    assert told.why == (
        Reason("regrade_handed_in"),
        Reason("regrade_worth", {"before": "10", "after": "12"}),
        Reason("regrade_new_check", {"check": "new one"}),
        Reason("regrade_no_check", {"check": "old one"}),
        Reason("regrade_check", {"check": "large", "before": "failed", "after": "passed"}),
    )


def test_another_worth_is_told_though_the_points_stay(changes):
    """The same points are a smaller share then."""
    (told,) = changes(notebook(4, worth=20), notebook(4), 4)
    assert told.why == (Reason("regrade_worth", {"before": "10", "after": "20"}),)


def test_extra_credit_counts_with_the_points(changes):
    """And is told where it alone differs."""
    (told,) = changes(notebook(10), notebook(10), 10, {"double": 1.0}, {"double": 2.5})
    assert (told.before, told.after) == (11, 12.5)
    assert told.why == (Reason("regrade_extra", {"before": "1", "after": "2.5"}),)
    assert changes(notebook(10), notebook(10), 10, {"double": 1.0}, {"double": 1.0}) == []
