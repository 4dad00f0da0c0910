"""Reading a submitted notebook for nbgrader: keeping what grading needs, and nothing else.

The result is valid whatever was submitted. It keeps the source, the id and nbgrader's metadata of
cells. Outputs, markup, widgets, tags and all other metadata are dropped, so that no page that shows
the notebook has to trust them.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.collecting.files import UnreadableError, read_file, text_of
from autograder.collecting.notebook_file import MAX_NOTEBOOK_BYTES, read_notebook
from autograder.collecting.pieces import plain_text
from autograder.nbgrader.loaded_course import course_root, course_settings
from autograder.nbgrader.open_gradebooks import gradebooks_of
from autograder.nbgrader.resolved_hand_ins import TakenHandIn, taken_hand_in
from autograder.nbgrader.unfinished import is_graded, remove_unfinished
from autograder.report.hand_ins import note_sentence
from autograder.report.language import Language, read_languages
from autograder.report.messages import say
from autograder.report.sentences import SENTENCES

__all__ = ["PYTHON", "ReadSafely", "clean_notebook", "free_id", "read_hand_in"]

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
        notebook = read_hand_in(path, taken_hand_in(self.parent, filename), self)
        resources = ResourcesDict() if resources is None else resources
        resources["metadata"] = ResourcesDict(name=path.stem, path=str(path.parent))
        gradebooks = gradebooks_of(self.parent)
        restores = getattr(self.parent, "_sanitizing", True)
        with gradebooks.reading() if restores else gradebooks.writing():
            return self.from_notebook_node(notebook, resources=resources, **kwargs)  # type: ignore[no-any-return]


def read_hand_in(path: Path, taken: TakenHandIn | None, about: Any) -> NotebookNode:
    """What was handed in as a notebook; an empty one says why it cannot be read.

    Args:
        path: where nbgrader expects it.
        taken: what is graded in its place, or None.
        about: the converter or exporter that reads.
    """
    try:
        if taken is None:
            return clean_notebook(_read(path))
        return _notebook_of(taken, lambda: _languages(about))
    except UnreadableError as error:
        names = "" if taken is None else taken.resolved.details.get("", "")
        sentence = f"reason_{error.reason}"
        about.log.error("%s: %s", path, say("en", sentence, names=names))
        cell = _text_cell("unreadable", sentence, _languages(about), names=names)
        return new_notebook(cells=[cell])


def _read(path: Path) -> bytes:
    """The bytes of `<student>/<assignment>/<notebook>`; none of the three may be a link."""
    if path.parent.is_symlink() or path.parent.parent.is_symlink():
        raise UnreadableError("link")
    return read_file(path, longest=MAX_NOTEBOOK_BYTES)


def _languages(exporter: Any) -> list[Language]:
    """Those of the course; without one those that are built in."""
    root = course_root(exporter)
    if not root:
        return [Language(each) for each in SENTENCES]
    return read_languages(course_settings(root).languages, Path(root))


def _text_cell(
    name: str, sentence: str, languages: Iterable[Language], **words: str
) -> NotebookNode:
    """A cell with a sentence in each language."""
    said = "\n\n".join(say(language, sentence, **words) for language in languages)
    return new_markdown_cell(said, id=name)


def _notebook_of(taken: TakenHandIn, languages: Callable[[], list[Language]]) -> NotebookNode:
    """The hand-in as a notebook: the one that counts, or one of the text of the `.py` files.

    Args:
        taken: which files count.
        languages: reads those of the course, which takes long, where something is said in them.

    Raises:
        UnreadableError: if nothing of it can be read.
    """
    resolved = taken.resolved
    if "" in resolved.unreadable:
        raise UnreadableError(resolved.unreadable[""])
    if resolved.notebook is not None:
        notebook = clean_notebook(taken.read(resolved.notebook))
    else:
        cells = list(_file_cells(taken, languages()))
        notebook = new_notebook(cells=cells, metadata={"kernelspec": PYTHON})
    if resolved.note is not None:
        name = free_id("hand-in", {cell.id for cell in notebook.cells})
        said = "\n\n".join(note_sentence(resolved.note, language) for language in languages())
        notebook.cells.insert(0, new_markdown_cell(said, id=name))
    return notebook


def _file_cells(taken: TakenHandIn, languages: Sequence[Language]) -> Iterator[NotebookNode]:
    """A cell for each `.py` file, with the name of its exercise's answer, or why there is none."""
    for exercise, path in taken.resolved.files.items():
        try:
            cell = new_code_cell(text_of(taken.read(path)), id=f"{exercise}-answer")
        except UnreadableError as error:
            yield _text_cell(f"{exercise}-answer", f"reason_{error.reason}", languages)
        else:
            cell.metadata["nbgrader"] = {"grade_id": f"{exercise}-answer"}
            yield cell
    for exercise, reason in taken.resolved.unreadable.items():
        names = taken.resolved.details.get(exercise, "")
        yield _text_cell(f"{exercise}-unreadable", f"reason_{reason}", languages, names=names)


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
    clean = _new_cell(cell["cell_type"], source, name)
    if clean.cell_type != "code":
        attachments = dict(_clean_attachments(cell.get("attachments")))
        if attachments:
            clean["attachments"] = attachments
    metadata = _mapping(cell.get("metadata"))
    if "nbgrader" in metadata:
        clean.metadata["nbgrader"] = metadata["nbgrader"]
    return clean


def _new_cell(kind: str, source: str, name: str) -> NotebookNode:
    """What nbformat makes, and not checked by its schema: the whole notebook is, at its end."""
    kind = kind if kind in ("code", "markdown") else "raw"
    cell = NotebookNode(id=name, cell_type=kind, metadata=NotebookNode(), source=source)
    if kind == "code":
        cell.update(execution_count=None, outputs=[])
    return cell


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
