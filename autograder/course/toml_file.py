"""Reading a TOML file that an author writes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from autograder.course.toml_lines import TomlPath, toml_lines
from autograder.errors import CourseError

__all__ = ["TomlFile", "read_toml"]


@dataclass(frozen=True)
class TomlFile:
    """What a TOML file says, and where.

    Attributes:
        path: of the file.
        document: what it says.
        text: of the file.
    """

    path: Path
    document: dict[str, Any]
    text: str

    @cached_property
    def lines(self) -> dict[TomlPath, int]:
        """The lines of its keys, tables and entries of arrays; looked for where one is at fault."""
        return toml_lines(self.text)

    def fault(self, sentence: str, where: TomlPath = ()) -> CourseError:
        """A fault at a key, or at the table around it; without a line for the file as a whole."""
        while where and where not in self.lines:
            where = where[:-1]
        return CourseError(sentence, self.path, self.lines.get(where))


def read_toml(path: Path) -> TomlFile:
    """Read a TOML file.

    Raises:
        FileNotFoundError: if it is missing.
        CourseError: if it cannot be read or is not TOML.
    """
    try:
        text = path.read_text(encoding="utf-8")
        document = msgspec.toml.decode(text)
    except FileNotFoundError:
        raise
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"cannot be read: {error}", path) from None
    except msgspec.DecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise CourseError(f"not TOML: {error}", path, int(found[1]) if found else None) from None
    return TomlFile(path, document, text)
