"""Points that change after somebody was graded by them."""

from __future__ import annotations

import pytest

from autograder.build.release import find_tools
from autograder.course import load_course
from autograder.errors import AutograderError
from autograder.gradebook.points_changed import changed_points
from tests.toy_settings import TOY

pytestmark = pytest.mark.nbgrader


def test_the_gradebook_that_is_named_is_asked(tmp_path):
    """Wherever it lies; one that is not there yet has graded nobody, one that is none is named."""
    from nbgrader.api import Gradebook

    find_tools()

    url = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    course = load_course(TOY)
    assert changed_points(course, url) == []
    with Gradebook(url) as gradebook:
        gradebook.add_assignment("basics")
        gradebook.add_notebook("basics", "basics")
        gradebook.add_grade_cell("double", "basics", "basics", max_score=3, cell_type="code")
        gradebook.add_student("kim")
        gradebook.add_submission("basics", "kim")
        gradebook.find_grade("double", "basics", "basics", "kim").auto_score = 3
        gradebook.db.commit()
    (change,) = changed_points(course, url)
    assert (change.exercise, change.before, change.after) == ("double", 3, 10)
    assert change.students == ("kim",)
    (tmp_path / "elsewhere.db").write_text("no database" * 100)
    with pytest.raises(AutograderError, match=r"elsewhere\.db cannot be read: file is not a data"):
        changed_points(course, url)
