"""Reading a submitted notebook for nbgrader: keeping what grading needs, and nothing else.

The result is valid whatever was submitted. It keeps the source, the id and nbgrader's metadata of
cells. Outputs, markup, widgets, tags and all other metadata are dropped, so that no page that shows
the notebook has to trust them.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from autograder.collecting.files import Reason, UnreadableError, read_file
from autograder.collecting.notebook_file import MAX_NOTEBOOK_BYTES, read_notebook
from autograder.collecting.pieces import plain_text
from autograder.course.settings import read_settings
from autograder.nbgrader.unfinished import is_graded, remove_unfinished
from autograder.report.language import Language, read_languages
from autograder.report.messages import say
from autograder.report.sentences import SENTENCES

__all__ = ["PYTHON", "ReadSafely", "clean_notebook", "free_id"]

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_PICTURES = ("image/png", "image/jpeg", "image/gif")
PYTHON = {"display_name": "Python 3", "language": "python", "name": "python3"}


class ReadSafely(NotebookExporter):  # type: ignore[misc]
    """Reads a notebook, and replaces one that cannot be read by an empty one."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        if self.parent is not None:
            remove_unfinished(self.parent, ".ipynb", is_graded)

    def from_filename(
        self, filename: str, resources: Any = None, **kwargs: Any
    ) -> tuple[str, dict[str, Any]]:
        """Convert a notebook file; an empty one says what was wrong with the file."""
        path = Path(filename)
        try:
            notebook = clean_notebook(_read(path))
        except UnreadableError as error:
            self.log.error("%s: %s", filename, say("en", f"reason_{error.reason}"))
            notebook = _stand_in(error.reason, _languages(self.config))
        resources = ResourcesDict() if resources is None else resources
        resources["metadata"] = ResourcesDict(name=path.stem, path=str(path.parent))
        return self.from_notebook_node(notebook, resources=resources, **kwargs)  # type: ignore[no-any-return]


def _read(path: Path) -> bytes:
    """The bytes of `<student>/<assignment>/<notebook>`; none of the three may be a link."""
    if path.parent.is_symlink() or path.parent.parent.is_symlink():
        raise UnreadableError("link")
    return read_file(path, longest=MAX_NOTEBOOK_BYTES)


def _languages(config: Any) -> list[Language]:
    """Those of the course that `configure` named; without a course those that are built in."""
    root = config.GradeInSandbox.get("course", "")
    if not isinstance(root, str) or not root:
        return [Language(each) for each in SENTENCES]
    return read_languages(read_settings(Path(root) / "course.toml").languages, Path(root))


def _stand_in(reason: Reason, languages: Iterable[Language]) -> NotebookNode:
    """A notebook that says in each language why there is no other."""
    said = "\n\n".join(say(language, f"reason_{reason}") for language in languages)
    return new_notebook(cells=[new_markdown_cell(said, id="unreadable")])


def clean_notebook(data: bytes) -> NotebookNode:
    """Make a valid notebook of what is usable in these bytes.

    Raises:
        UnreadableError: if this is no notebook.
    """
    document = read_notebook(data)  # refuses what the other ways of grading refuse
    cells: list[NotebookNode] = []
    taken: set[str] = set()
    for number, cell in enumerate(document["cells"]):
        name = cell.get("id")
        if not isinstance(name, str) or not _ID.fullmatch(name) or name in taken:
            name = free_id(f"cell-{number}", taken)
        taken.add(name)
        cells.append(_clean_cell(cell, name))
    metadata = {
        "kernelspec": _clean_kernel(document.get("metadata")),
        "language_info": {"name": "python"},
    }
    return new_notebook(cells=cells, metadata=metadata)


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """An id that no cell has yet."""
    return wanted if wanted not in taken else free_id(f"{wanted}-x", taken)


def _clean_kernel(metadata: Any) -> dict[str, str]:
    kernel = _mapping(_mapping(metadata).get("kernelspec"))
    return {key: plain_text(kernel.get(key)) or default for key, default in PYTHON.items()}


def _clean_cell(cell: dict[str, Any], name: str) -> NotebookNode:
    source = plain_text(cell.get("source"))
    if cell["cell_type"] == "code":
        clean = new_code_cell(source, id=name)
    else:
        make = new_markdown_cell if cell["cell_type"] == "markdown" else new_raw_cell
        clean = make(source, id=name)
        attachments = dict(_clean_attachments(cell.get("attachments")))
        if attachments:
            clean["attachments"] = attachments
    metadata = _mapping(cell.get("metadata"))
    if "nbgrader" in metadata:
        clean.metadata["nbgrader"] = metadata["nbgrader"]
    return clean


def _clean_attachments(attachments: Any) -> Iterator[tuple[str, dict[str, str]]]:
    for name, bundle in _mapping(attachments).items():
        pictures = {
            kind: plain_text(data)
            for kind, data in _mapping(bundle).items()
            if kind in _PICTURES and _is_base64(plain_text(data))
        }
        if pictures:
            yield name, pictures


def _is_base64(text: str) -> bool:
    try:
        binascii.a2b_base64("".join(text.split()), strict_mode=True)
    except ValueError:
        return False
    return True


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
