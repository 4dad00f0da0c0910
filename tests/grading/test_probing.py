"""Probe calls are asked last, of what is wrong, and only where they can tell something."""

from __future__ import annotations

import dataclasses

import pytest

from autograder.collecting.pieces import Piece
from autograder.course import load_course
from autograder.diagnosis.diagnose import Examined
from autograder.grading import judge as judging
from autograder.grading.probing import are_probes_of_use
from autograder.grading.run import run_submission
from autograder.keys.making import make_key
from autograder.sandbox.outcome import Outcome, Problem
from autograder.validation import author_faults
from autograder.validation.in_process import examine_here
from tests.grading.versions import key_case, key_check, make, outcomes
from tests.toy_settings import SEED

COUNTS = "asked = 0\ndef double(x):\n    global asked\n    asked += 1\n    return asked"
RIGHT = (
    "class Counter:\n"
    "    def __init__(self, step):\n        self.step = step\n        self.count = 0\n"
    "    def next(self):\n        self.count += self.step\n        return self.count\n"
)


@pytest.mark.sandbox
def test_probes_are_asked_after_all_checks_and_only_of_what_is_wrong(sandbox, toy_keys):
    """The right exercise is asked nothing more; the wrong one knows all checks by then."""
    keys = list(toy_keys.values())
    run = run_submission(sandbox, [Piece(0, COUNTS), Piece(1, RIGHT)], keys)
    double = toy_keys["double"]
    assert list(run.probes) == ["double"]
    assert list(run.probes["double"]) == [probe.name for probe in double.probes]
    plain = [check.name for check in double.checks if check.driver == "call"]
    last_check = max(each.output for name in plain for each in run.outcomes["double"][name])
    numbers = [each.output for several in run.probes["double"].values() for each in several]
    assert last_check < numbers[0]
    assert numbers[-1] == {"first call": numbers[0] + 6, "second call": numbers[0] + 7}
    assert run.judge(double) == dataclasses.replace(
        judging.judge(double, run.outcomes["double"]), diagnoses=run.judge(double).diagnoses
    )


@pytest.mark.sandbox
def test_a_probe_that_does_not_come_back_costs_nothing(sandbox, toy_keys):
    """The rest is not asked, and the checks stay what they are."""
    stuck = COUNTS.replace("return", "\n    while asked > 15: pass\n    return")
    run = run_submission(sandbox, [Piece(0, stuck)], [toy_keys["double"]])
    kinds = [each.problem and each.problem.kind for (each,) in run.probes["double"].values()]
    assert kinds[0] is None
    assert set(kinds[kinds.index("timeout") :]) == {"timeout"}
    assert {check.status for check in run.judge(toy_keys["double"]).checks} == {"failed"}


def asked(answer, *, probes=True):
    """Whether probe calls are of use for an exercise with two cases, one of which is right."""
    key = make(key_check("c", key_case(1.0), key_case(2.0)))
    key = dataclasses.replace(key, probes=(key_check("p", key_case(3.0)),) if probes else ())
    answers = outcomes(key, lambda _, case: answer if case.expected == 2.0 else 1.0)
    return are_probes_of_use(key, answers)


def test_of_what_probes_are_asked():
    """Of wrong answers and errors; not of what is right, or did not come back."""
    assert asked(5.0)
    assert asked(Problem("raised", "ValueError"))
    assert not asked(5.0, probes=False)
    assert not asked(2.0)
    for kind in ("timeout", "ended", "outsized", "budget", "missing"):
        assert not asked(Problem(kind))


def test_what_is_not_written_is_asked_no_probes():
    """Nor what takes other arguments."""
    key = make(key_check("c", key_case(1.0)))
    key = dataclasses.replace(key, probes=(key_check("p", key_case(3.0)),))
    for problem in (Problem("raised", "NotImplementedError"), Problem("signature", "TypeError")):
        assert not are_probes_of_use(key, {"c": [Outcome(problem=problem)]})


def test_the_diagnosis_sees_the_answers_to_probes(monkeypatch):
    """And nothing else does."""
    seen = []
    monkeypatch.setattr(
        "autograder.diagnosis.diagnose.examine_answers",
        lambda *given: seen.append(given[3]) or Examined(),
    )
    key = make(key_check("c", key_case(1.0)))
    key = dataclasses.replace(key, probes=(key_check("p", key_case(3.0, m=4.0), points=0),))
    wrong = {"c": [Outcome(2.0)]}
    result = judging.judge(key, wrong, probes={"p": [Outcome(4.0)]})
    assert result == judging.judge(key, wrong)
    ((answer,), without) = seen
    assert (answer.expected, answer.output, answer.mistakes["m"].output) == (3.0, 4.0, 4.0)
    assert list(without) == []


def test_an_authors_probe_is_examined(toy_root, monkeypatch):
    """It lies in the domains, is the same each time, and does not take long."""
    path = toy_root / "solutions" / "basics" / "double" / "grading.py"
    probe = (
        "\n\n@exercise.probe\ndef odd(rng):\n    yield Case(x=1.0)\n"
        "    yield Case(x=np.random.uniform(1, 2, size=2))\n"
    )
    path.write_text(path.read_text("utf-8") + probe, encoding="utf-8")
    solution = next(load_course(toy_root).solutions())
    faults = examine_here(solution, SEED).faults
    assert [fault.removeprefix(f"{path}:") for fault in faults] == [
        "37: the cases of check 'odd' differ from run to run; draw them from rng",
        "37: case 0 of 'odd': x is 1.0, and not float64 (...)",
    ]
    assert make_key(solution, SEED).probes[0].name == "odd"
    monkeypatch.setattr(author_faults, "_LONGEST_PROBE", 0.0)
    slow = f"{path}:37: the probe call 'odd' takes longer than 0 seconds"
    assert slow in examine_here(solution, SEED).faults
