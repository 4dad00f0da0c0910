"""The toy course, built once for all tests of notebooks; and copies of it to work in."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.notebook.classroom import Classroom, make_course, once


@pytest.fixture(scope="session", autouse=True)
def one_alembic() -> Iterator[None]:
    """Ask once which version new gradebooks have: it takes a command of two seconds."""
    import nbgrader.api

    with pytest.MonkeyPatch.context() as patch:
        once = functools.cache(nbgrader.api.get_alembic_version)
        patch.setattr(nbgrader.api, "get_alembic_version", once)
        yield


@pytest.fixture(scope="session")
def built_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy course with everything that is built from it; to be read only."""
    return once(tmp_path_factory, "built-course", make_course)


@pytest.fixture
def classroom(built_course: Path, tmp_path: Path) -> Classroom:
    """A copy of the built course, with nothing handed in."""
    return Classroom(Path(shutil.copytree(built_course, tmp_path / "course")))
