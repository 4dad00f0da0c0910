"""An adopted mistake that is not whole yet, where nbgrader grades."""

from __future__ import annotations

import logging

from autograder.course.adopted import skeleton
from autograder.nbgrader.grade_in_sandbox import GradeInSandbox


def test_it_is_said_once_and_grading_goes_on(toy_root, caplog):
    """Not for each notebook of a class."""
    path = toy_root / "solutions" / "basics" / "double" / "adopted" / "unnamed.toml"
    path.parent.mkdir()
    path.write_text(skeleton("def double(x): return 0\n", ("en", "ko")), encoding="utf-8")
    plugin = GradeInSandbox(course=str(toy_root))
    plugin.log = logging.getLogger("a test's")
    about = {"notebook": "basics", "assignment": "basics"}
    for _ in range(2):
        plugin._say_what_is_unfinished(about)
        assert set(plugin._keys(about)) == {"double", "Counter"}
    said = [record.getMessage() for record in caplog.records]
    problem = f"{path}: say in 'en' and in 'ko' what this mistake is, in one sentence"
    assert said == [f"{problem}; graded without it"]
