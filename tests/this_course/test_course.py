"""The course as a whole: what each exercise has, and what the lecture asks for."""

from __future__ import annotations

import ast

import matplotlib as mpl
import pytest
from matplotlib import pyplot

from autograder.build.course_page import points_without_exercise
from autograder.keys.making import make_key
from autograder.keys.probes import make_probes
from autograder.validation.domain_coverage import domain_coverage
from autograder.validation.fairness import audit
from autograder.validation.in_process import examine_here
from tests.sampling import sampled
from tests.this_course.conftest import ROOT, committed_scores, fewest_and_most
from tests.toy_settings import SEED

ASSIGNMENTS = sorted(path.parent.name for path in ROOT.glob("solutions/*/figure.py"))
FOLDERS = sorted(path.parent for path in ROOT.glob("solutions/*/*/grading.py"))


def test_every_point_of_the_lecture_has_an_exercise(course):
    """No numbered point is left out, and no exercise names a point that is none."""
    assert points_without_exercise(course) == []
    known = {note.number for note in course.settings.note}
    named = {number for solution in course.solutions() for number in solution.exercise.notes}
    assert named <= known


def test_the_course_is_whole(course):
    """46 exercises in seven assignments, each with enough mistakes and alternatives."""
    solutions = list(course.solutions())
    assert (len(course.assignments), len(solutions)) == (7, 46)
    assert sum(len(solution.mistake_names) for solution in solutions) >= 230
    assert sum(len(solution.alternatives) for solution in solutions) >= 110


def test_every_exercise_can_be_asked_probe_calls(course):
    """Its reference takes what the domains say; of a class, or of functions, cases come anew."""
    asked = {solution.name: len(make_probes(solution, SEED)) for solution in course.solutions()}
    assert min(asked.values()) >= 5, asked


def test_a_figure_leaves_the_names_of_students_alone(course):
    """It runs before the hidden checks in nbgrader; it defines one function and no name."""
    for assignment in course.assignments:
        body = ast.parse(assignment.figure).body
        assert [type(each) for each in body] == [ast.FunctionDef, ast.Try]
        assert body[0].name == "draw_figure"
        assert not [
            each
            for each in ast.walk(body[1])
            if isinstance(each, ast.Name | ast.alias)
            if each.id not in ("draw_figure", "NotImplementedError", "print")
        ]


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_a_figure_is_drawn_from_right_answers(course, monkeypatch, name):
    """Its cell needs the functions of its notebook, and nothing else."""
    shown = []
    monkeypatch.setattr(pyplot, "show", lambda: shown.append(pyplot.gcf().axes))
    assignment = next(each for each in course.assignments if each.name == name)
    names = {solution.name: solution.reference for solution in assignment.solutions}
    with mpl.rc_context({"backend": "agg"}):
        exec(compile(assignment.figure, "figure.py", "exec"), names)
        pyplot.close("all")
    assert shown
    assert all(axes.has_data() for figure in shown for axes in figure)


# `autograder validate`, which CI runs beside the tests, examines and audits all of them.
@pytest.mark.parametrize(
    "folder",
    sampled(FOLDERS, 0.1, name=lambda each: each.name, kind=lambda each: each.parent),
)
@pytest.mark.no_cover  # it takes twice as long, and tests/validation covers the same lines
def test_the_grading_is_right(course, folder):
    """The stub earns nothing, alternatives all, every mistake is caught and named as itself.

    Neither the reference nor an alternative has a diagnosis.
    """
    solution = next(each for each in course.solutions() if each.name == folder.name)
    found = examine_here(solution, SEED)
    assert found.faults == []
    # What docs/points.md says holds with any hidden seed.
    assert fewest_and_most(found.mistake_scores) == committed_scores()[solution.name]


def test_hidden_cases_touch_every_part_of_every_domain(course):
    """Each argument of each exercise has a domain; no end, size or dtype of it is untouched."""
    gaps = [gap for each in course.solutions() for gap in domain_coverage(each, SEED).gaps]
    assert gaps == []


@pytest.mark.parametrize(
    "folder",
    sampled(FOLDERS, 0.1, name=lambda each: each.name, kind=lambda each: each.parent, of="audits"),
)
@pytest.mark.no_cover  # the same
def test_other_ways_of_being_right_are_accepted(course, folder):
    """Another order of operations, layout or return type, far inside of the tolerances."""
    solution = next(each for each in course.solutions() if each.name == folder.name)
    assert audit(solution, make_key(solution, SEED)).faults == ()
