"""Making the release with nbgrader itself, in this process."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

__all__ = ["find_tools", "make_release"]


def find_tools() -> None:
    """Put `alembic`, which nbgrader starts by name, on the path if the venv is not activated."""
    own = os.path.dirname(sys.executable)
    paths = os.environ.get("PATH", "").split(os.pathsep)
    if own not in paths:
        os.environ["PATH"] = os.pathsep.join([own, *paths])


def make_release(
    root: Path,
    assignment: str,
    *,
    into: str | None = None,
    course: str = "",
    due: datetime | None = None,
) -> None:
    """Turn `source/<assignment>` into `release/<assignment>`, and add it to the gradebook.

    Args:
        root: of the course; the gradebook lies there.
        assignment: its name.
        into: the address of another gradebook, to which it is added alone: the release stays.
        course: nbgrader's name of the course.
        due: when it is due; None for what the gradebook says.

    Raises:
        NbGraderException: if nbgrader fails; what it says is logged.
    """
    find_tools()
    config = Config()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.assignment_id = assignment
    with tempfile.TemporaryDirectory() as elsewhere:
        if into is not None:
            config.CourseDirectory.db_url = into
            config.CourseDirectory.course_id = course
            config.CourseDirectory.release_directory = elsewhere
        coursedir = CourseDirectory(config=config)
        converter = GenerateAssignment(coursedir=coursedir, config=config)
        converter.force = True
        converter.log.setLevel(logging.ERROR)
        converter.start()
    if due is not None:
        with Gradebook(coursedir.db_url, course) as gradebook:
            moment = due.astimezone(UTC).replace(tzinfo=None)  # as nbgrader keeps it
            gradebook.update_or_create_assignment(assignment, duedate=moment)
