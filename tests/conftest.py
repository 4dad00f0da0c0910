"""What many tests need: a small course, a sandbox, and the course as a classroom to hand in to."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path

import pytest

from autograder.collecting.pieces import Piece
from autograder.collecting.submission import Submission
from autograder.course import Course, load_course
from autograder.grading.run import grade_submission
from autograder.keys.key import Key
from autograder.keys.making import make_key
from autograder.sandbox.confined import Sandbox
from tests.classroom import Classroom, make_course, once
from tests.toy_settings import LIMITS, SEED, TOY

pytest_plugins = ["tests.kinds", "tests.measured_guests", "tests.screens"]


@pytest.fixture
def toy_root(tmp_path: Path) -> Path:
    """A copy of the toy course on disk."""
    return Path(shutil.copytree(TOY, tmp_path / "toy"))


@pytest.fixture(scope="session")
def toy() -> Course:
    """The toy course, loaded."""
    return load_course(TOY)


@pytest.fixture(scope="session")
def toy_keys(toy: Course) -> dict[str, Key]:
    """The keys of its exercises, with hidden checks."""
    return {solution.name: make_key(solution, SEED) for solution in toy.solutions()}


@pytest.fixture(scope="session")
def sandbox():
    """A warm interpreter with short limits."""
    with Sandbox(LIMITS) as made:
        yield made


@pytest.fixture
def grade_cells(sandbox, toy_keys):
    """Grade the cells of a notebook against the toy course; results by exercise."""

    def grade(*cells: str):
        parts = tuple(Piece(number, cell) for number, cell in enumerate(cells))
        submission = Submission("student", "basics", parts, {})
        result = grade_submission(sandbox, submission, list(toy_keys.values()))
        return {each.exercise: each for each in result.exercises}

    return grade


@pytest.fixture
def grade_files(sandbox, toy_keys):
    """Grade `.py` files against the toy course; results by exercise."""

    def grade(**files: str):
        parts = tuple(Piece(n, text, name) for n, (name, text) in enumerate(files.items()))
        missing = {name: "missing" for name in toy_keys if name not in files}
        submission = Submission("student", "basics", parts, missing)
        result = grade_submission(sandbox, submission, list(toy_keys.values()))
        return {each.exercise: each for each in result.exercises}

    return grade


@pytest.fixture(scope="session")
def one_alembic():
    """Ask once which version new gradebooks have: it takes a command of two seconds."""
    import nbgrader.api

    with pytest.MonkeyPatch.context() as patch:
        once = functools.cache(nbgrader.api.get_alembic_version)
        patch.setattr(nbgrader.api, "get_alembic_version", once)
        yield


@pytest.fixture(scope="session")
def built_course(one_alembic, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy course with everything that is built from it; to be read only."""
    return once(tmp_path_factory, "built-course", make_course)


@pytest.fixture
def classroom(built_course: Path, tmp_path: Path) -> Classroom:
    """A copy of the built course, with nothing handed in."""
    return Classroom(Path(shutil.copytree(built_course, tmp_path / "course")))
