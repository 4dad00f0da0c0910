"""Reading the text files of a course; each fault has its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from autograder.course.faults import Faults
from autograder.errors import CourseError
from autograder.texts import Text

__all__ = ["read_source", "read_statement", "read_text", "read_texts"]


def read_source(path: Path) -> str:
    """The text of a file.

    Raises:
        CourseError: if it is missing or is not text.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CourseError("this file is missing", path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"cannot be read: {error}", path) from None


def read_texts(
    folder: Path, name: str, languages: Sequence[str], read: Callable[[Path], str]
) -> Text:
    """The text that is in `<name>.<language>.md`, one file for each language."""
    faults = Faults()
    texts = {each: faults.attempt(read, folder / f"{name}.{each}.md") for each in languages}
    faults.raise_any()
    return Text(**texts)


def read_statement(path: Path) -> str:
    """The text of a file that begins with a heading.

    Raises:
        CourseError: if it does not, or is missing, empty or not text.
    """
    text = read_text(path)
    lines = text.splitlines()
    if len(lines) < 2 or not lines[0].startswith("# "):
        raise CourseError("a statement begins with a heading `# ...` and says something", path, 1)
    return text


def read_text(path: Path) -> str:
    """The text of a file that says something, with one line feed at its end.

    Raises:
        CourseError: if it is missing, empty or not text.
    """
    text = read_source(path).strip()
    if not text:
        raise CourseError("this text is empty", path, 1)
    return text + "\n"
