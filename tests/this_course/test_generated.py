"""What is committed is what `autograder build` makes now."""

from __future__ import annotations

import pytest

from autograder.build.generated import out_of_date
from autograder.compare import compare
from autograder.keys.making import make_key
from autograder.keys.public_file import PUBLIC_FOLDER, read_key
from autograder.keys.sketched import alike
from tests.this_course.conftest import committed_scores


@pytest.mark.nbgrader
def test_nothing_that_is_generated_is_out_of_date(course):
    """`exercises/`, `source/`, `release/` and the pages of `docs/` are in step with `solutions/`."""
    assert out_of_date(course, scores_of_mistakes()) == []


def scores_of_mistakes():
    """What docs/points.md says that each mistake earns, at most."""
    return {
        exercise: {name: most for name, (_, most) in scores.items()}
        for exercise, scores in committed_scores().items()
    }


def test_the_public_checks_say_what_the_framework_makes_of_them_now(course):
    """A change of the framework that alters an answer needs another format, or a build by force."""
    for solution in course.solutions():
        folder = course.root / "exercises" / solution.assignment / PUBLIC_FOLDER
        was, now = read_key(folder / f"{solution.name}.json"), make_key(solution, None)
        assert [check.name for check in was.checks] == [check.name for check in now.checks]
        for old, new in zip(was.checks, now.checks, strict=True):
            assert (old.driver, old.tolerance) == (new.driver, new.tolerance)
            for before, after in zip(old.cases, new.cases, strict=True):
                where = f"{solution.name}: {new.name}"
                assert compare(before.inputs, after.inputs) is None, where
                assert compare(before.expected, after.expected, new.tolerance) is None, where
                for name, outcome in after.mistakes.items():
                    known = before.mistakes[name]
                    assert (known.problem is None) == (outcome.problem is None), where
                    if outcome.problem is None:
                        same = alike(outcome.output, known.output, new.tolerance)
                        assert same, f"{where}: {name}"
