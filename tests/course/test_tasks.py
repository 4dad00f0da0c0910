"""What a person grades, beside the exercises: as an author declares it, and where it is handed in."""

from __future__ import annotations

import pytest

from autograder.build.generated import generated_files
from autograder.collecting.asked import asked_of
from autograder.collecting.leftovers import Leftovers
from autograder.collecting.submissions import find_hand_ins
from autograder.course import CourseError, load_course
from tests.languages import write_course

TASK = '\n[[assignment.task]]\nname = "{name}"\npoints = {points}\n'


def course_with(root, *, name="why", points=4, order=None, text="# Why?\n\nSay it.\n"):
    """The course with a task."""
    course = write_course(root, "en")
    settings = course / "course.toml"
    head, mark, rest = settings.read_text().partition("\n[diagnosis]")
    head += f"order = {order}\n" if order else ""
    settings.write_text(head + TASK.format(name=name, points=points) + mark + rest)
    if text is not None:
        (course / "solutions" / "basics" / f"{name}.en.md").write_text(text)
    return course


@pytest.mark.parametrize("order", [None, ["why", "triple"]])
def test_a_task_stands_where_the_order_says(tmp_path, order):
    """Or after the exercises."""
    course = load_course(course_with(tmp_path, order=order))
    (assignment,) = course.assignments
    names = order or ["triple", "why"]
    assert [each.name for each in assignment.parts] == names
    assert [(each.points, each.title.of("en")) for each in assignment.tasks] == [(4, "Why?")]
    files = {str(path): text for path, text in generated_files(course)}
    notebook = files["source/basics/basics.ipynb"]
    places = [notebook.index(f'"id": "{name}"') for name in names]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("changes", "line", "said"),
    [
        ({"name": "intro"}, 9, "'intro' is no name of a task"),
        ({"name": "two words"}, 9, "'two words' is no name of a task"),
        ({"name": "triple"}, 9, "the task 'triple' has the name of an exercise"),
        ({"points": 0}, 10, "`assignment.task.points`: expected a whole number >= 1"),
        ({"text": None}, None, "this file is missing"),
        ({"text": "Say it.\n"}, 1, "a statement begins with a heading"),
    ],
)
def test_what_is_wrong_with_a_task(tmp_path, changes, line, said):
    """With its file and line."""
    with pytest.raises(CourseError) as caught:
        load_course(course_with(tmp_path, **changes))
    assert said in str(caught.value)
    if line is not None:
        assert f":{line}: " in str(caught.value)


def test_an_answer_in_a_file_is_counted_for_a_person(tmp_path):
    """Whatever its ending; it is neither unknown nor taken for a file without an answer."""
    course = load_course(course_with(tmp_path))
    folder = tmp_path / "submitted" / "kim" / "basics"
    folder.mkdir(parents=True)
    (folder / "triple.py").write_text("def triple(x):\n    return 3 * x\n")
    for name in ("why.md", "Why.pdf", "notes.md"):
        (folder / name).write_text("Because.")
    leftovers = Leftovers()
    found = list(find_hand_ins(tmp_path / "submitted", asked_of(course), leftovers=leftovers))
    assert len(found) == 1
    assert dict(leftovers.ignored) == {"by_person": 2, "beside": 1}
    assert leftovers.unplaced == []
