"""What an assignment's notebook says before and after its exercises."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.course.faults import Faults
from autograder.course.text_files import read_text, read_texts
from autograder.errors import CourseError
from autograder.texts import Text

__all__ = ["EXERCISES_HERE", "read_notebook_texts"]

EXERCISES_HERE = "<!-- exercises -->"
"""The line of `notebook.<language>.md` in whose place the exercises stand."""


def read_notebook_texts(
    folder: Path, languages: Sequence[str], faults: Faults
) -> tuple[Text | None, Text | None]:
    """Read the intro and the takeaway of an assignment: from two files, or from one.

    Args:
        folder: of the assignment.
        languages: of the course.
        faults: where what is wrong with the files is noted.

    Returns:
        The two; None for one that is not written yet, in any language.
    """
    apart = {
        name: _read_if_there(folder, name, languages, faults) for name in ("intro", "takeaway")
    }
    if not _is_there(folder, "notebook", languages):
        return apart["intro"], apart["takeaway"]
    for name in apart:
        for language in languages:
            path = folder / f"{name}.{language}.md"
            if path.exists():
                sentence = f"this text is there twice: notebook.{language}.md has it too"
                faults.add([CourseError(sentence, path)])
    together = faults.attempt(read_texts, folder, "notebook", languages, _in_two)
    if together is None:
        return None, None
    return _part(together, 0), _part(together, 1)


def _read_if_there(
    folder: Path, name: str, languages: Sequence[str], faults: Faults
) -> Text | None:
    if not _is_there(folder, name, languages):
        return None
    return faults.attempt(read_texts, folder, name, languages, read_text)


def _is_there(folder: Path, name: str, languages: Sequence[str]) -> bool:
    """Whether a text is there in one language at least; then it is needed in all of them."""
    return any((folder / f"{name}.{language}.md").exists() for language in languages)


def _in_two(path: Path) -> str:
    """The text of a file that has an intro and a takeaway."""
    text = read_text(path)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _marks(line)]
    if len(lines) != 1:
        sentence = (
            f"one line is {EXERCISES_HERE}, between the intro and the takeaway; here it is "
            f"{len(lines)} lines"
        )
        raise CourseError(sentence, path, lines[1] if lines else 1)
    return text


def _marks(line: str) -> bool:
    return line.strip() == EXERCISES_HERE


def _part(texts: Text, number: int) -> Text | None:
    """One side of the mark in every language; None where it says nothing in any of them."""
    parts = texts.mapped(lambda text: text.split(EXERCISES_HERE)[number].strip())
    return parts.mapped(lambda text: text + "\n") if any(dict(parts.items()).values()) else None
