"""An answer may cost so many times what the reference does: lines that it runs, and time."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from autograder.course import CourseError, load_course
from autograder.grading import course_keys
from autograder.grading.course_keys import make_keys
from autograder.grading.judge import judge_here
from autograder.keys import costs
from autograder.keys.costs import LEAST_SECONDS, LEAST_STEPS, with_declared
from autograder.keys.making import make_key
from autograder.keys.public_file import dump_key, load_key
from autograder.limits import Limits
from autograder.sandbox.outcome import Outcome, Problem
from autograder.validation.in_process import examine_here
from tests.languages import write_course
from tests.toy_settings import SEED

TRIPLE = "solutions/basics/triple"
SLOW = """

@mistake(en="Is each entry added on its own?")
def one_by_one(x):
    total = np.zeros_like(x)
    for place in range(x.size):
        for _ in range(3):
            total[place] += x[place]
    return total
"""


def course_with(root, bound):
    """The exercise with a check of one point more, which bounds the cost for 60 numbers."""
    course = write_course(root, "en")
    folder = course / TRIPLE
    text = (folder / "grading.py").read_text()
    text = text.replace('"two en", points=5', '"two en", points=4')
    text += (
        f'\n\n@exercise.check("many", points=1, {bound})\n'
        "def many(rng):\n    yield Case(x=rng.normal(size=60))\n"
    )
    (folder / "grading.py").write_text(text)
    mistakes = (folder / "mistakes.py").read_text()
    (folder / "mistakes.py").write_text("import numpy as np\n\n" + mistakes + SLOW)
    return course


def key_of(course):
    """The key as it grades."""
    (solution,) = load_course(course).solutions()
    limits = Limits()
    return make_keys([solution], SEED, limits=limits, layers="full")["triple"]


def loops(x):
    """Right, and one number at a time."""
    result = x.copy()
    for k in range(x.size):
        result[k] = 3 * x[k]
    return result


def test_lines_are_bounded_by_what_the_reference_runs(tmp_path):
    """With a floor: the reference has one line."""
    key = key_of(course_with(tmp_path, "steps=3"))
    bounds = {check.name: [case.most_steps for case in check.cases] for check in key.checks}
    assert bounds == {"one en": [0], "two en": [0], "many": [LEAST_STEPS]}
    result = judge_here(key, loops)
    assert [(check.name, check.status) for check in result.checks][-1] == ("many", "failed")
    assert (result.score, result.checks[-1].finding.problem.kind) == (5, "too_many_steps")
    assert judge_here(key, lambda x: x + x + x).score == 6


def test_a_mistake_that_costs_too_much_is_named(tmp_path):
    """It is right everywhere else."""
    key = key_of(course_with(tmp_path, "steps=3"))
    outcome = key.checks[-1].cases[0].mistakes["one_by_one"]
    assert outcome.problem.kind == "too_many_steps"
    assert key.checks[-1].cases[0].mistakes["doubles"].output is not None


def test_such_a_check_carries_at_most_a_fifth(tmp_path):
    """A submission can get around the bound."""
    course = course_with(tmp_path, "steps=3")
    (solution,) = load_course(course).solutions()
    faults = examine_here(solution, SEED).faults
    assert not [each for each in faults if "only seen" in each]
    path = course / TRIPLE / "grading.py"
    text = path.read_text().replace('"many", points=1', '"many", points=2')
    path.write_text(text.replace('"two en", points=4', '"two en", points=3'))
    (solution,) = load_course(course).solutions()
    (fault,) = [each for each in examine_here(solution, SEED).faults if "only seen" in each]
    assert "carry 2 of 6 points; at most a fifth, 1" in fault


def test_students_get_the_bound_on_lines_with_the_public_checks(tmp_path):
    """Their own check says the same."""
    (solution,) = load_course(course_with(tmp_path, "steps=3, public=True")).solutions()
    key = make_keys([solution], None, limits=Limits(), layers="full")["triple"]
    read = load_key(dump_key(key, "0" * 64))
    assert [case.most_steps for check in read.checks for case in check.cases] == [0, LEAST_STEPS]
    assert judge_here(read, loops).score == 1


@pytest.mark.parametrize(("there", "here"), [(0.3, 1e-7), (0.3, 2.0), (0.26, 0.3), (0.24, 0.3)])
def test_time_is_bounded_by_that_of_the_reference(tmp_path, monkeypatch, there, here):
    """Where students are asked, and not where the key is made; a power of two, as in the next run."""
    monkeypatch.setattr(costs, "least_seconds", lambda call, enough: (call(), here))
    (solution,) = load_course(course_with(tmp_path, "time=10")).solutions()

    def ask(check, case):
        assert check.name == "many"
        slow = there > case.most_seconds
        return Outcome(problem=Problem("too_slow")) if slow else Outcome(output=case.expected)

    key = with_declared(make_key(solution, SEED), solution, ask)
    assert key.checks[-1].cases[0].most_seconds == 4.0


@pytest.mark.sandbox
def test_the_reference_is_asked_in_a_fork_of_its_own(tmp_path, monkeypatch):
    """As a student's file is: whoever takes no longer than it does passes."""
    asked = []
    run = course_keys.run_submission
    monkeypatch.setattr(
        course_keys, "run_submission", lambda *given: asked.append(given[2]) or run(*given)
    )
    (solution,) = load_course(course_with(tmp_path, "time=10")).solutions()
    key = make_keys([solution], SEED, limits=Limits(), layers="inner")["triple"]
    assert key.checks[-1].cases[0].most_seconds == LEAST_SECONDS
    ((one,),) = asked
    assert [(check.name, len(check.cases)) for check in one.checks] == [("many", 1)]
    assert one.checks[0].cases[0].most_seconds == LEAST_SECONDS / 10


def test_a_slow_answer_is_said_to_be_slow(tmp_path):
    """Right, and it took longer than the bound."""
    (solution,) = load_course(course_with(tmp_path, "time=10")).solutions()
    key = with_declared(make_key(solution, SEED), solution)
    case = replace(key.checks[-1].cases[0], most_seconds=1e-9)
    strict = replace(key, checks=(*key.checks[:-1], replace(key.checks[-1], cases=(case,))))
    result = judge_here(strict, lambda x: 3 * np.sort(x)[np.argsort(np.argsort(x))])
    assert (result.score, result.checks[-1].finding.problem.kind) == (5, "too_slow")


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        ("steps=1", "`steps` is how many times as much as the reference an answer may need, 2 or"),
        ("time='x'", "`time` is how many times as much as the reference an answer may need, 2 or"),
        ("steps=float('nan')", "`steps` is how many times"),
        ("time=9, public=True", "'many' is public and bounds `time`: a student's own machine"),
    ],
)
def test_a_bound_that_is_none_is_a_fault(tmp_path, bound, said):
    """With what would be right."""
    with pytest.raises(CourseError, match=re.escape(said)):
        load_course(course_with(tmp_path, bound))
