"""Tables as CSV: read as they were written, and written so that no spreadsheet obeys them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from autograder.collecting.files import UnreadableError, read_file
from autograder.errors import PathError

__all__ = ["ReadTable", "read_table", "safe_cell", "table_text"]

_LONGEST: Final = 64 << 20
_OBEYED: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A cell that begins so is a formula, or hides one, to a spreadsheet; to some that of a full-width
sign, as Korean keyboards write it, too."""

_MARK: Final = "\ufeff"


@dataclass(frozen=True)
class ReadTable:
    """A table, and how it was written.

    Attributes:
        rows: of cells, the header first.
        delimiter: between cells.
        has_mark: whether it begins with a byte order mark.
        line_end: of its lines.
    """

    rows: list[list[str]]
    delimiter: str
    has_mark: bool
    line_end: str

    def text(self) -> str:
        """The table as it was written."""
        return table_text(
            self.rows, delimiter=self.delimiter, mark=self.has_mark, line_end=self.line_end
        )


def read_table(path: Path) -> ReadTable:
    """Read a table with a header.

    Raises:
        PathError: if there is none.
    """
    try:
        data = read_file(path, longest=_LONGEST)
    except UnreadableError as error:
        why = {"missing": "there is no such file", "too_large": "it is too large"}
        raise PathError(f"{path}: {why.get(error.reason, 'it is no file')}", path) from None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise PathError(f"{path}: it is no UTF-8 text; export it again", path) from None
    plain = text.removeprefix(_MARK)
    head = plain.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(plain, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise PathError(f"{path}: it is no CSV: {error}", path) from None
    if not rows:
        raise PathError(f"{path}: it is empty", path)
    return ReadTable(rows, delimiter, text != plain, "\r\n" if "\r\n" in plain else "\n")


def safe_cell(text: str) -> str:
    """A text that a spreadsheet shows, and does not obey."""
    plain = text.replace("\0", "")
    return f"'{plain}" if plain.lstrip(" ").startswith(_OBEYED) else plain


def table_text(
    rows: Iterable[Sequence[object]],
    *,
    delimiter: str = ",",
    mark: bool = True,
    line_end: str = "\r\n",
) -> str:
    """A table as text.

    Args:
        rows: of cells, which are written as they are.
        delimiter: between cells.
        mark: whether it begins with a byte order mark, without which Excel shows no Hangul.
        line_end: of its lines.
    """
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return (_MARK if mark else "") + buffer.getvalue()
