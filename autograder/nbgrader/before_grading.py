"""What is found out before `nbgrader autograde` grades anybody, so that it is said once."""

from __future__ import annotations

import fnmatch
import functools
import importlib.util
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from nbgrader.api import Assignment, Gradebook, MissingEntry
from nbgrader.converters import Autograde, NbGraderException

from autograder.course import CourseError
from autograder.limits import Limits
from autograder.nbgrader.given_files import GivenFiles, GivenFilesError, give_files
from autograder.nbgrader.loaded_course import course_root, is_ours, loaded_course
from autograder.nbgrader.source_imports import imported_modules, source_texts, written_modules

__all__ = ["given_to", "is_python", "look_before_grading"]

_GIVEN: Final = "_given_files"
"""The attribute of a converter that has what was given to its notebooks."""

_OTHERS: Final = re.compile(
    r"(ir|julia|octave|matlab|sas|stata|scala|java|javascript|typescript|bash|cpp|xcpp|xr|ruby|perl"
    r"|sql|haskell|rust|go|gophernotes|maxima|gap|wolfram\w*)([-_.\d].*)?"
)
"""Names of kernels that run no Python."""

_PACKAGES: Final = {
    "PIL": "pillow",
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python-headless",
    "skimage": "scikit-image",
    "sklearn": "scikit-learn",
    "yaml": "PyYAML",
}
"""What to install for a module, where that is called otherwise."""


@functools.cache
def look_before_grading(limits_for: Callable[[Any], Limits | None]) -> None:
    """Have `nbgrader autograde` begin only where all can be graded, and copy what is given.

    Args:
        limits_for: the limits of what a converter grades; None where it runs nothing.
    """
    start = Autograde.start

    @functools.wraps(start)
    def start_when_looked(self: Any) -> None:
        limits = limits_for(self)
        if limits is not None:
            _look(self, limits)
        start(self)

    Autograde.start = start_when_looked


def given_to(converter: Any) -> GivenFiles:
    """The given files of what a converter grades now."""
    given: GivenFiles = getattr(converter, _GIVEN, GivenFiles())
    return given


def is_python(kernel: dict[str, Any]) -> bool:
    """Whether the kernel that a source notebook asks for runs Python, as far as can be told."""
    language = str(kernel.get("language") or "")
    if language:
        return language.lower() in ("python", "ipython")
    return _OTHERS.fullmatch(str(kernel.get("name", "")).lower()) is None


def _look(converter: Any, limits: Limits) -> None:
    """Refuse what cannot be graded, and say what will be missing.

    Raises:
        NbGraderException: with one sentence, which is logged; nobody was graded.
    """
    about = converter.coursedir
    root = course_root(converter)
    with Gradebook(about.db_url, about.course_id) as gradebook:
        try:
            assignment = gradebook.find_assignment(about.assignment_id)
        except MissingEntry:
            return  # nbgrader says so
        faults = [*_kernel_faults(assignment, about.notebook_id), *_course_faults(assignment, root)]
    if not faults and not is_ours(root, about.assignment_id):
        kept = converter.exclude_overwriting.get(about.assignment_id, [])
        try:
            given = give_files(about, kept, limits.data_mb)
        except GivenFilesError as error:
            faults += error.args
        else:
            setattr(converter, _GIVEN, given)
            for warning in (*given.warnings, *_missing_modules(about, given, kept)):
                converter.log.warning("%s", warning)
    for fault in faults:
        converter.log.error("%s", fault)
    if faults:
        raise NbGraderException("\n".join(faults))


def _kernel_faults(assignment: Assignment, pattern: str) -> Iterator[str]:
    """The notebooks that ask for another language; those of students are not asked."""
    for notebook in assignment.notebooks:
        kernel = json.loads(notebook.kernelspec or "{}") or {}
        if fnmatch.fnmatchcase(notebook.name, pattern) and not is_python(kernel):
            asked = kernel.get("display_name") or kernel.get("name") or kernel["language"]
            yield (
                f"{assignment.name}/{notebook.name}.ipynb asks for the kernel {asked!r}, and only "
                "Python is graded in the sandbox; nothing was run. `--notebook` grades the others"
            )


def _course_faults(assignment: Assignment, root: str) -> Iterator[str]:
    """The check cells of ours that no exercise is there for: they would earn all their points."""
    known: set[str] = set()
    if is_ours(root, assignment.name):
        try:
            course = loaded_course(root)
        except CourseError as error:
            yield str(error)
            return
        known = {each.name for each in course.solutions() if each.assignment == assignment.name}
    for notebook in assignment.notebooks:
        for cell in notebook.source_cells:
            if (cell.source or "").startswith(f'check("{cell.name}"') and cell.name not in known:
                yield (
                    f"{assignment.name}/{notebook.name}.ipynb: there is no exercise {cell.name!r} "
                    "to grade its check by; say in nbgrader_config.py where its course is: "
                    "`configure(c, root=...)`"
                )


def _missing_modules(about: Any, given: GivenFiles, kept: Sequence[str]) -> Iterator[str]:
    """What source notebooks import that is not there, unless students hand it in."""
    known = {*given.taken, *kept}
    source = Path(about.format_path(about.source_directory, ".", about.assignment_id))
    for path, texts in source_texts(source):
        if not fnmatch.fnmatchcase(path.stem, about.notebook_id):
            continue
        names = {name.partition(".")[0] for name in imported_modules(texts)}
        names -= written_modules(texts)
        for name in sorted(names):
            if not (name in known or f"{name}.py" in known or _is_installed(name)):
                package = _PACKAGES.get(name, name)
                yield (
                    f"{path}: imports {name!r}, which is neither beside it nor installed; if it is "
                    f"a package, `{sys.executable} -m pip install {package}` adds it"
                )


def _is_installed(name: str) -> bool:
    if name in sys.stdlib_module_names:
        return True
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False
