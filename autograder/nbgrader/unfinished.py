"""Removing results that nbgrader left unfinished when it was killed.

nbgrader skips a submission if its folder of results exists, whatever is in it: a notebook that was
read but not graded, half a page, or nothing. Such a folder is removed before nbgrader looks.
"""

from __future__ import annotations

import functools
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry

__all__ = ["is_graded", "is_whole_page", "mark_graded", "remove_unfinished"]

_MARK = "autograder"


def mark_graded(notebook: NotebookNode) -> None:
    """Note in a notebook that it was graded; a student's own note was dropped on reading."""
    notebook.metadata[_MARK] = {"graded": True}


def is_graded(path: Path) -> bool:
    """Whether a notebook was graded, and written to its end."""
    try:
        notebook = json.loads(path.read_bytes())
        return bool(notebook["metadata"][_MARK]["graded"])
    except (OSError, ValueError, KeyError):
        return False


def is_whole_page(path: Path) -> bool:
    """Whether a page was written to its end."""
    try:
        return path.read_bytes().rstrip().endswith(b"</html>")
    except OSError:
        return False


def remove_unfinished(converter: Any, suffix: str, finished: Callable[[Path], bool]) -> None:
    """Remove the results of each submission that a converter has not finished.

    Args:
        converter: one of nbgrader's, which knows its submissions and has not begun.
        suffix: of the files that it writes, one for each notebook.
        finished: whether such a file is whole.
    """
    known = functools.cache(functools.partial(_notebooks, converter))
    pattern = converter._format_source("(?P<assignment_id>.*)", "(?P<student_id>.*)", escape=True)
    for folder, notebooks in converter.assignments.items():
        found = re.match(pattern, folder)
        if found is None:
            continue
        results = Path(converter._format_dest(**found.groupdict()))
        if not results.is_dir():
            continue
        names = {Path(each).stem for each in notebooks} & known(found["assignment_id"])
        unfinished = [
            path
            for path in (results / f"{name}{suffix}" for name in sorted(names))
            if not finished(path)
        ]
        if not unfinished:
            continue
        converter.log.warning("Removing what was left unfinished: %s", results)
        if converter.coursedir.notebook_id == "*":
            shutil.rmtree(results)
        else:
            for path in unfinished:
                path.unlink(missing_ok=True)


def _notebooks(converter: Any, assignment: str) -> set[str]:
    """The notebooks of an assignment that nbgrader knows; it ignores all others."""
    about = converter.coursedir
    with Gradebook(about.db_url, about.course_id) as gradebook:
        try:
            return {each.name for each in gradebook.find_assignment(assignment).notebooks}
        except MissingEntry:
            return set()
