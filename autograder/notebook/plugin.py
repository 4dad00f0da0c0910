"""What nbgrader calls in place of a kernel: reading, restoring and grading a submitted notebook.

Configuration is all it takes; `nbgrader_config.py` says

    from autograder.notebook.plugin import configure
    configure(get_config())

Everything here fails closed: a notebook that cannot be read is graded as an empty one, a cell that
is not what the instructor released is put back, and a grade cell always ends with one plain number.
"""

from __future__ import annotations

import atexit
import functools
import warnings
from pathlib import Path
from typing import Any

import msgspec
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from sqlalchemy.exc import SAWarning
from traitlets import Enum, Unicode

from autograder.course import Course, find_course, load_course
from autograder.course.seeds import hidden_seed
from autograder.course.settings import read_settings
from autograder.grading.judge import judge
from autograder.grading.key import Key, make_key
from autograder.grading.limits import limits_of
from autograder.grading.running import Run, run_submission
from autograder.grading.submissions import Part, UnreadableError, notebook_parts, read_file
from autograder.notebook.outputs import grade_outputs, part_outputs
from autograder.notebook.release import find_tools
from autograder.report.lines import exercise_document
from autograder.report.messages import say
from autograder.sandbox.host import Layers, Sandbox
from autograder.sandbox.limits import Limits

__all__ = ["GradeInSandbox", "ReadSafely", "RestoreCells", "configure"]


def configure(config: Any, root: str | Path = ".") -> None:
    """Have nbgrader grade this course in the sandbox.

    Args:
        config: what `get_config()` gives in `nbgrader_config.py`.
        root: of the course, or a folder below it.
    """
    find_tools()
    # nbgrader's own use of SQLAlchemy; nobody who grades can do anything about it.
    warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
    course_root = find_course(Path(root).resolve())
    limits = _limits(course_root)
    config.GradeInSandbox.course = str(course_root)
    config.Execute.timeout = round(limits.cell_seconds)
    config.Autograde.exporter_class = ReadSafely
    config.Autograde.sanitize_preprocessors = [
        "nbgrader.preprocessors.ClearOutput",
        RestoreCells,
        "nbgrader.preprocessors.OverwriteKernelspec",
        "nbgrader.preprocessors.OverwriteCells",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    config.Autograde.autograde_preprocessors = [
        GradeInSandbox,
        "nbgrader.preprocessors.IgnorePattern",
        "nbconvert.preprocessors.ClearMetadataPreprocessor",
        "nbgrader.preprocessors.LimitOutput",
        "nbgrader.preprocessors.SaveAutoGrades",
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    config.GenerateFeedback.preprocessors = [
        "nbgrader.preprocessors.GetGrades",
        "nbgrader.preprocessors.ClearHiddenTests",
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]


@functools.cache
def _course(root: str) -> Course:
    return load_course(Path(root))


def _limits(root: Path) -> Limits:
    return limits_of(read_settings(root / "course.toml"), root)


@functools.cache
def _keys(root: str, assignment: str) -> dict[str, Key]:
    """The keys of an assignment's exercises; none where it is not one of this course's."""
    course = _course(root)
    seed = hidden_seed(course.root)
    return {
        solution.name: make_key(solution, seed)
        for each in course.assignments
        if each.name == assignment
        for solution in each.solutions
    }


@functools.cache
def _sandbox(limits: Limits, layers: Layers) -> Sandbox:
    sandbox = Sandbox(limits, layers=layers)
    atexit.register(sandbox.close)
    return sandbox


class ReadSafely(NotebookExporter):  # type: ignore[misc]
    """Reads a notebook, and has an empty one stand in for what cannot be read."""

    def from_filename(
        self, filename: str, resources: Any = None, **kwargs: Any
    ) -> tuple[str, dict[str, Any]]:
        """Convert a notebook file; the stand-in says what was wrong with it."""
        try:
            notebook_parts(read_file(filename))
            return super().from_filename(filename, resources=resources, **kwargs)  # type: ignore[no-any-return]
        except UnreadableError as error:
            reason = error.reason
        except Exception as error:
            if _was_read(error):
                raise
            reason = "not_notebook"
        self.log.error("%s: %s", filename, say("en", f"reason_{reason}"))
        both = "\n\n".join(say(language, f"reason_{reason}") for language in ("ko", "en"))
        stand_in = new_notebook(cells=[new_markdown_cell(both, id="unreadable")])
        return self.from_notebook_node(stand_in, resources=resources, **kwargs)  # type: ignore[no-any-return]


def _was_read(error: Exception) -> bool:
    """Whether an error came after reading: from a preprocessor, which must not be passed over."""
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_name == "_preprocess":
            return True
        trace = trace.tb_next
    return False


class RestoreCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Gives every cell the nbgrader metadata that the instructor's source has for it.

    Altered metadata are put right, copies of a cell and unknown cells become ordinary cells, and
    deleted grade cells come back.
    """

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Restore a submitted notebook."""
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            notebook = gradebook.find_notebook(about["notebook"], about["assignment"])
            source = {cell.name: _metadata(cell, notebook) for cell in notebook.source_cells}
            texts = {cell.name: cell.source for cell in notebook.source_cells}
        seen: set[str] = set()
        # The last copy counts, as the last definition does.
        for cell in reversed(nb.cells):
            self._restore(cell, source, seen)
        for name, metadata in source.items():
            if metadata["grade"] and name not in seen:
                self.log.warning("Cell '%s' was deleted; it is put back", name)
                nb.cells.append(_put_back(name, texts[name], metadata))
        return nb, resources

    def _restore(self, cell: NotebookNode, source: dict[str, Any], seen: set[str]) -> None:
        metadata = cell.metadata.pop("nbgrader", None)
        name = metadata.get("grade_id") if isinstance(metadata, dict) else None
        if not isinstance(name, str) or name not in source:
            if metadata is not None and metadata:
                self.log.warning("A cell with unknown metadata is taken as an ordinary one")
            return
        if name in seen:
            self.log.warning("Cell '%s' is there more than once; the last one counts", name)
            return
        seen.add(name)
        altered = {
            key
            for key, value in source[name].items()
            if key not in ("checksum", "cell_type") and metadata.get(key, value) != value
        }
        if altered:
            self.log.warning("Cell '%s' was altered (%s); it is put right", name, sorted(altered))
        cell.metadata["nbgrader"] = NotebookNode(source[name])


def _metadata(cell: Any, notebook: Any) -> dict[str, Any]:
    grades = {each.name: each for each in notebook.grade_cells}
    solutions = {each.name for each in notebook.solution_cells}
    tasks = {each.name for each in notebook.task_cells}
    metadata = {
        "grade": cell.name in grades,
        "grade_id": cell.name,
        "locked": bool(cell.locked),
        "schema_version": 3,
        "solution": cell.name in solutions,
        "task": cell.name in tasks,
        "cell_type": cell.cell_type,
        "checksum": cell.checksum,
    }
    if cell.name in grades:
        metadata["points"] = grades[cell.name].max_score
    return metadata


def _put_back(name: str, source: str, metadata: dict[str, Any]) -> NotebookNode:
    make = new_code_cell if metadata["cell_type"] == "code" else new_markdown_cell
    cell = make(source, id=f"restored-{abs(hash(name)) % 10**8}")
    cell.metadata["nbgrader"] = NotebookNode(metadata)
    return cell


class GradeInSandbox(Execute):  # type: ignore[misc]
    """Runs a notebook's cells in the sandbox and writes the scores of its exercises."""

    course = Unicode("", help="The root of the course.").tag(config=True)
    language = Enum(
        ["", "ko", "en"], "", help="Of the feedback; empty for the one of course.toml."
    ).tag(config=True)
    layers = Enum(
        ["full", "inner", "none"],
        "full",
        help="Of the sandbox; 'none' runs student code without protection.",
    ).tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: Any, km: Any = None
    ) -> tuple[NotebookNode, Any]:
        """Grade one notebook. Never starts a kernel."""
        keys = self._notebook_keys(resources["nbgrader"])
        graded = {
            cell.metadata.nbgrader.grade_id: cell
            for cell in nb.cells
            if cell.get("metadata", {}).get("nbgrader", {}).get("grade")
            and cell.cell_type == "code"
            and cell.metadata.nbgrader.grade_id in keys
        }
        ordinary = [
            (number, cell)
            for number, cell in enumerate(nb.cells)
            if cell.cell_type == "code" and not any(cell is each for each in graded.values())
        ]
        parts = [Part(number, cell.source) for number, cell in ordinary]
        run = run_submission(self._own_sandbox(), parts, [keys[name] for name in graded])
        language = self._language()
        for (number, cell), ran in zip(ordinary, run.parts, strict=True):
            cell.execution_count = number + 1
            cell.outputs = part_outputs(ran, language, number + 1)
        for name, cell in graded.items():
            self._grade(cell, keys[name], run, language)
        return nb, resources

    def _grade(self, cell: NotebookNode, key: Key, run: Run, language: str) -> None:
        result = judge(key, run.outcomes[key.exercise])
        points = float(cell.metadata.nbgrader.points)
        if points != key.points:
            self.log.warning(
                "'%s' is worth %s points in the gradebook and %s in the course; scaled",
                key.exercise,
                points,
                key.points,
            )
        score = min(max(points * result.score / key.points, 0.0), points)
        cell.outputs = grade_outputs(result, score, language)
        # For programs that read the graded notebook; nbgrader leaves keys that are not its own.
        cell.metadata["autograder"] = exercise_document(result, language)

    def _notebook_keys(self, about: dict[str, str]) -> dict[str, Key]:
        if not self.course or about["notebook"] != about["assignment"]:
            return {}
        return _keys(self.course, about["assignment"])

    def _own_sandbox(self) -> Sandbox:
        limits = _limits(Path(self.course)) if self.course else Limits()
        if self.timeout is not None and self.timeout > 0:
            limits = msgspec.structs.replace(limits, cell_seconds=float(self.timeout))
        return _sandbox(limits, self.layers)

    def _language(self) -> str:
        if self.language:
            return str(self.language)
        return _course(self.course).settings.language if self.course else "en"
