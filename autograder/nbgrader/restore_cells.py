"""Restoring a submitted notebook's cells from the gradebook's copies of the instructor's cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.collecting.pieces import GIVEN, cell_name, checks_with_answers
from autograder.nbgrader.autograding_summary import note_put_right
from autograder.nbgrader.clean_notebook import PYTHON, free_id
from autograder.nbgrader.released_cells import ReleasedCells

__all__ = ["RestoreCells", "has_answer", "is_put_back"]

_PUT_BACK, _ANSWERED = "restored-", "answered-"
"""How the ids of cells begin that are put back, or in which there was an answer."""


@dataclass(frozen=True)
class _Source:
    """The instructor's cells of a notebook, by name.

    Attributes:
        metadata: nbgrader's.
        texts: of the cells.
        released: the cells as they were handed out.
    """

    metadata: dict[str, dict[str, Any]]
    texts: dict[str, str]
    released: ReleasedCells


class RestoreCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Gives every cell the nbgrader metadata that the instructor's source has for it.

    Altered metadata is restored, copies of a cell and unknown cells become ordinary cells, copies
    of a check become text, and deleted grade cells come back, and what is given.
    """

    _latest: tuple[Any, _Source] | None = None
    """The gradebook's notebook that was asked for last, and its cells."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Restore a submitted notebook."""
        nb.metadata["kernelspec"] = NotebookNode(PYTHON)  # until nbgrader puts the source's there
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            notebook = gradebook.find_notebook(about["notebook"], about["assignment"])
            source = self._source_of(notebook)
        for cell in nb.cells:
            if is_put_back(cell) or has_answer(cell):
                cell.id = free_id(f"own-{cell.id[:50]}", {each.id for each in nb.cells})
        checks = [name for name, metadata in source.metadata.items() if _is_check(metadata)]
        answered = checks_with_answers(nb.cells, checks)
        seen: set[str] = set()
        older: list[str] = []
        self._put_right = False
        # The last copy counts, as the last definition does.
        for cell in reversed(nb.cells):
            self._restore(cell, source, seen, older)
        if older:
            self.log.warning(
                "An older release of this notebook; these cells are graded as they are now: %s",
                ", ".join(f"'{name}'" for name in reversed(older)),
            )
        for name, metadata in source.metadata.items():
            if (metadata["grade"] or name.endswith(GIVEN)) and name not in seen:
                self._say_put_right("Cell '%s' was deleted; it is put back", name)
                cell_id = free_id(f"{_PUT_BACK}{len(nb.cells)}", {cell.id for cell in nb.cells})
                nb.cells.append(_made(cell_id, source.texts[name], metadata))
        for cell in nb.cells:
            if cell_name(cell) in answered:
                taken = {each.id for each in nb.cells}
                cell.id = free_id(f"{_ANSWERED}{cell.id[:40]}", taken)
        if self._put_right:
            note_put_right(self, about.get("student", ""))
        return nb, resources

    def _source_of(self, notebook: Any) -> _Source:
        """The instructor's cells: of a class they are looked at once."""
        if self._latest is None or self._latest[0] is not notebook:
            self._latest = notebook, _read_source(notebook, self)
        return self._latest[1]

    def _say_put_right(self, sentence: str, *words: object) -> None:
        self._put_right = True
        self.log.warning(sentence, *words)

    def _restore(
        self,
        cell: NotebookNode,
        source: _Source,
        seen: set[str],
        older: list[str],
    ) -> None:
        name = cell_name(cell)
        if f"{name.removesuffix('-answer')}{GIVEN}" in source.metadata:
            name = f"{name.removesuffix('-answer')}{GIVEN}"  # a file that was handed in with others
        metadata = cell.metadata.pop("nbgrader", None)
        if name not in source.metadata:
            if metadata is not None and metadata:
                self.log.warning("A cell with unknown metadata is taken as an ordinary one")
            return
        expected = source.metadata[name]
        if name in seen:
            self._say_put_right("Cell '%s' is there more than once; the last one counts", name)
            if _is_check(expected):
                _make_text(cell)
            return
        seen.add(name)
        altered = source.released.altered(name, cell, metadata)
        if altered and source.released.is_older(name, cell, metadata):
            older.append(name)
        elif altered:
            self._say_put_right("Cell '%s' was altered (%s); it is put right", name, altered)
        cell.metadata["nbgrader"] = NotebookNode(expected)
        if expected["locked"]:
            # Otherwise nbgrader does it, and says so even where only hidden tests were left out.
            cell.source = source.texts[name]
        if expected["cell_type"] == "code":
            cell.pop("attachments", None)  # nbgrader makes it code again and leaves them there


def is_put_back(cell: NotebookNode) -> bool:
    """Whether a cell stands at the end because the student's notebook has none of its name."""
    return bool(cell.get("id", "").startswith(_PUT_BACK))


def has_answer(cell: NotebookNode) -> bool:
    """Whether a check cell had an answer typed into it before it was restored."""
    return bool(cell.get("id", "").startswith(_ANSWERED))


def _is_check(metadata: dict[str, Any]) -> bool:
    return bool(metadata["grade"] and not metadata["solution"])


def _read_source(notebook: Any, parent: NbGraderPreprocessor) -> _Source:
    metadata = {cell.name: _metadata(cell, notebook) for cell in notebook.source_cells}
    texts = {cell.name: cell.source for cell in notebook.source_cells}
    cells = {name: _made("x", texts[name], each) for name, each in metadata.items()}
    return _Source(metadata, texts, ReleasedCells(cells, parent))


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


def _make_text(cell: NotebookNode) -> None:
    """Turn a copy of a check into text, so that what a student wrote there is not run."""
    if cell.cell_type == "code":
        cell.cell_type = "raw"
        del cell["outputs"], cell["execution_count"]


def _made(cell_id: str, source: str, metadata: dict[str, Any]) -> NotebookNode:
    make = new_code_cell if metadata["cell_type"] == "code" else new_markdown_cell
    cell = make(source, id=cell_id)
    cell.metadata["nbgrader"] = NotebookNode(metadata)
    return cell
