"""The course's own figure: left out where a class is graded, and drawn for whoever looks at it."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

from autograder.build.generated import build
from autograder.course import load_course
from autograder.nbgrader.class_autograding import ClassAutograding
from autograder.nbgrader.course_figure import is_left_out, left_out_figures, not_drawn_output
from tests.classroom import OUR_CONFIGURATION, Classroom, cell
from tests.languages import write_course

RIGHT = "def triple(x):\n    return 3 * x"
FIGURE = """
def draw_figure():
    import matplotlib.pyplot as plt
    plt.figure(figsize=(1, 1))
    plt.plot(triple(3))
    plt.show()
    print("drawn", triple(3))

draw_figure()
"""


def left_out(*others, person=None):
    """Which cells are left out of a notebook with the figure, two other cells, and a person's."""
    cells = [new_code_cell(source) for source in (*others, f"\n{FIGURE}\n")]
    sources = {number: each.source for number, each in enumerate(cells)}
    return left_out_figures(cells + ([person] if person else []), sources, FIGURE.strip())


def by_hand(**about):
    """A cell that a person grades."""
    made = new_markdown_cell("why?")
    made.metadata["nbgrader"] = {"grade": False, "solution": False, "task": False, **about}
    return made


def test_the_figure_is_left_out():
    """It is the last of three cells."""
    assert left_out("x = 1", "y = 2") == {2}


@pytest.mark.parametrize("about", [{"task": True}, {"grade": True, "solution": True}])
def test_it_is_drawn_where_a_person_grades(about):
    """A task, or an answer with points of a person."""
    assert left_out("x = 1", person=by_hand(**about)) == frozenset()


def test_it_is_run_where_another_cell_uses_what_it_defines():
    """That cell finds what it finds in the student's notebook."""
    assert left_out("x = 1", "draw_figure()") == frozenset()


def test_what_a_student_changed_in_it_is_run():
    """It is a cell like any other; so it is where a course has no figure."""
    changed = FIGURE.replace("(1, 1)", "(2, 2)")
    assert left_out_figures([], {0: changed}, FIGURE.strip()) == frozenset()
    assert left_out_figures([], {0: FIGURE}, "") == frozenset()


def test_nothing_that_a_student_prints_is_taken_for_the_mark():
    """The same words without the metadata are a student's."""
    output = not_drawn_output("en")
    made = {"outputs": [{**output, "metadata": {}}]}
    assert not is_left_out(made)
    assert is_left_out({"outputs": [output]})
    assert "--figures" in output["data"]["text/plain"]


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Classroom:
    """A course whose assignment has a figure; one student hands in."""
    root = write_course(tmp_path_factory.mktemp("figures") / "course", "en")
    (root / "solutions" / "basics" / "figure.py").write_text(FIGURE)
    (root / "nbgrader_config.py").write_text(OUR_CONFIGURATION)
    build(load_course(root), root)
    made = Classroom(root)
    notebook = made.released
    cell(notebook, "triple-answer")["source"] = RIGHT
    made.hand_in("kim", notebook)
    return made


def grade(room: Classroom, *, figures: bool = False) -> dict:
    """Grade the class; the cell of the figure as it is then."""
    book = ClassAutograding(load_course(room.root), figures=figures)
    ((_, result),) = book.grade(book.submitted, assignments=["basics"], workers=1)
    assert (result.score, book.unsaved) == (result.max_score, [])
    return cell(room.autograded("kim"), "figure")


def kinds(figure: dict) -> list[str]:
    """The kinds of a cell's outputs."""
    return [kind for output in figure["outputs"] for kind in output.get("data", {})]


@pytest.mark.nbgrader
@pytest.mark.sandbox
def test_a_class_is_graded_without_its_figure_and_feedback_has_it(room):
    """The notebook says how to get it; the page shows it, and the notebook stays as it was."""
    figure = grade(room)
    assert (kinds(figure), figure["execution_count"]) == (["text/plain"], None)
    assert "autograder grade --figures" in "".join(figure["outputs"][0]["data"]["text/plain"])
    assert room.nbgrader("generate_feedback", "basics").status == 0
    page = room.feedback("kim")
    assert "data:image/png;base64" in page
    assert "drawn 9" in page
    assert "was not drawn" not in page
    assert kinds(cell(room.autograded("kim"), "figure")) == ["text/plain"]


@pytest.mark.nbgrader
@pytest.mark.sandbox
def test_whoever_asks_for_figures_gets_them(room):
    """The cell is run like the others."""
    figure = grade(room, figures=True)
    assert kinds(figure) == ["image/png"]
    assert figure["execution_count"]
