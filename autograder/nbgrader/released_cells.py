"""Whether submitted cells are as they were handed out, now or in an older release.

Nothing depends on it but what the log says: each cell becomes what the instructor's source has.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearMarkScheme, NbGraderPreprocessor
from nbgrader.utils import compute_checksum, is_grade, is_locked, is_solution, is_task

from autograder.nbgrader.hidden_tests import HideHiddenTests

__all__ = ["ReleasedCells"]

_ROLES = {"grade": is_grade, "locked": is_locked, "solution": is_solution, "task": is_task}
"""What nbgrader makes of a cell's metadata; of `locked` that is not always what stands there."""

_OLDER_SCHEMAS = (1, 2)
"""Of the metadata; `nbgrader update` brings the instructor's up to date, not a student's."""


class ReleasedCells:
    """The cells of a notebook as they were handed out.

    Args:
        cells: of the gradebook, by name.
        parent: whose configuration says what was left out.
    """

    def __init__(self, cells: Mapping[str, NotebookNode], parent: NbGraderPreprocessor) -> None:
        self._cells = {name: _released(cell, parent) for name, cell in cells.items()}

    def altered(self, name: str, cell: NotebookNode, metadata: Any) -> list[str]:
        """What is different in a cell.

        Args:
            name: of the cell.
            cell: as it was submitted.
            metadata: those that nbgrader knows it by.

        Returns:
            Keys of the metadata, and `source` for the text of a locked cell.
        """
        return _differences(cell, metadata, self._cells[name])

    def is_older(self, name: str, cell: NotebookNode, metadata: Any) -> bool:
        """Whether a cell that is different was handed out so in an older release; see `altered`."""
        return _is_of_another_release(cell, metadata, self._cells[name])


def _released(cell: NotebookNode, parent: NbGraderPreprocessor) -> NotebookNode:
    """Leave hidden tests and schemes for marks out of a cell, as `generate_assignment` does."""
    if is_task(cell):
        ClearMarkScheme(parent=parent).preprocess_cell(cell, {}, 0)
    HideHiddenTests(parent=parent).preprocess_cell(cell, {}, 0)
    cell.metadata["nbgrader"]["checksum"] = compute_checksum(cell)
    return cell


def _differences(cell: NotebookNode, metadata: Any, released: NotebookNode) -> list[str]:
    expected = released.metadata["nbgrader"]
    own = NotebookNode(metadata={"nbgrader": metadata}, cell_type=cell.cell_type)
    differ = {
        role
        for role, has in _ROLES.items()
        if role in metadata and bool(has(own)) != bool(has(released))
    }
    for key in ("cell_type", "points", "checksum", "schema_version"):
        if key in expected and metadata.get(key, expected[key]) != expected[key]:
            differ.add(key)
    if metadata.get("schema_version") in _OLDER_SCHEMAS:
        differ.discard("schema_version")
    if is_locked(released) and cell.source.strip() != released.source.strip():
        differ.add("source")
    return sorted(differ)


def _is_of_another_release(cell: NotebookNode, metadata: Any, released: NotebookNode) -> bool:
    """Whether a cell's own checksum is another one, and that of its text where that is locked."""
    checksum = metadata.get("checksum")
    if not isinstance(checksum, str) or checksum == released.metadata["nbgrader"]["checksum"]:
        return False
    if not is_locked(released):
        return True  # its text is an answer
    own = NotebookNode(
        metadata=NotebookNode(nbgrader=NotebookNode(metadata)),
        cell_type=cell.cell_type,
        source=cell.source,
    )
    try:
        return bool(compute_checksum(own) == checksum)
    except (KeyError, TypeError, ValueError, OverflowError):
        return False  # what it says of itself makes no sense
