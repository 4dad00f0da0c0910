"""Reading a notebook's bytes: its cells as they are, without their outputs.

The bytes are hostile. Outputs are skipped, not built: they cost no memory, and the size of one
is that of what a student wrote.
"""

from __future__ import annotations

import itertools
import re
import threading
from typing import Any

import msgspec

from autograder.collecting.files import MAX_SUBMISSION_BYTES, UnreadableError

__all__ = ["MAX_CELLS", "MAX_NOTEBOOK_BYTES", "read_notebook"]

MAX_NOTEBOOK_BYTES = 64 << 20
"""Of a file, with its outputs; without them it may have `MAX_SUBMISSION_BYTES`."""

MAX_CELLS = 2_000
_MAX_REPAIRS = 500_000
_UTF_16 = (b"{\0", b"\0{")
"""How a notebook in UTF-16 begins that has no byte order mark; to UTF-8 it is text."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class _Count(threading.local):
    """How many cells were met while a document is read: millions are never built."""

    cells = 0


_count = _Count()


class _Counted(msgspec.Struct):
    def __post_init__(self) -> None:
        _count.cells += 1
        if _count.cells > MAX_CELLS:
            raise UnreadableError("too_large")


class _Cell(_Counted):
    """A cell; what is not named here is skipped, outputs above all."""

    cell_type: msgspec.Raw
    source: msgspec.Raw = msgspec.Raw()
    metadata: msgspec.Raw = msgspec.Raw()
    id: msgspec.Raw = msgspec.Raw()
    attachments: msgspec.Raw = msgspec.Raw()
    input: msgspec.Raw = msgspec.Raw()  # the source of code before nbformat 4
    level: int = 1  # of a heading before nbformat 4


class _Worksheet(_Counted):
    cells: list[_Cell]


class _Document(msgspec.Struct):
    cells: list[_Cell] | None = None
    worksheets: list[_Worksheet] = []
    metadata: msgspec.Raw = msgspec.Raw()


_FIELDS = ("cell_type", "source", "metadata", "id", "attachments")
_DECODER = msgspec.json.Decoder(_Document)
_CODE = msgspec.json.Decoder(str | list[str])


def read_notebook(data: bytes) -> dict[str, Any]:
    """A notebook's bytes as they are, with cells that have a type, and a source if they are code.

    A notebook of an older format comes out as one of nbformat 4.

    Args:
        data: of the file.

    Returns:
        `metadata`, and `cells` with `cell_type`, `source`, `metadata`, `id` and `attachments`, as
        far as they are there; outputs never are.

    Raises:
        UnreadableError: if this is no notebook.
    """
    if data[:2] in _UTF_16:
        raise UnreadableError("not_utf8")
    data = data.removeprefix(_BYTE_ORDER_MARK)
    if not data.strip():
        raise UnreadableError("empty")
    try:
        try:
            return _read(data)
        except msgspec.DecodeError:
            return _read(_repaired(data))
    except (msgspec.DecodeError, RecursionError, TypeError, ValueError):
        raise UnreadableError("not_notebook" if _is_utf8(data) else "not_utf8") from None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _read(data: bytes) -> dict[str, Any]:
    _count.cells = 0
    document = _DECODER.decode(data)
    older = document.cells is None
    cells = document.cells or [cell for sheet in document.worksheets for cell in sheet.cells]
    if older and not document.worksheets:
        raise ValueError("a document without cells")
    parts = [document.metadata, *(part for cell in cells for part in _parts(cell).values())]
    if sum(len(bytes(part)) for part in parts) > MAX_SUBMISSION_BYTES:
        raise UnreadableError("too_large")
    read = [_fields(cell, older=older) for cell in cells]
    metadata = msgspec.json.decode(document.metadata) if bytes(document.metadata) else {}
    return {"metadata": metadata, "cells": read}


def _parts(cell: _Cell) -> dict[str, msgspec.Raw]:
    parts = {name: getattr(cell, name) for name in _FIELDS}
    if bytes(cell.input):
        parts["source"] = cell.input
    return {name: part for name, part in parts.items() if bytes(part)}


def _fields(cell: _Cell, *, older: bool) -> dict[str, Any]:
    parts = _parts(cell)
    fields = {name: msgspec.json.decode(part) for name, part in parts.items()}
    if fields["cell_type"] == "code":
        _CODE.decode(parts.get("source", b""))
    if older and fields["cell_type"] == "heading":
        text = fields.get("source", "")
        marks = f"{'#' * min(cell.level, 6)} "
        fields |= {"cell_type": "markdown", "source": [marks, *_lines(text)]}
    return fields


def _lines(text: Any) -> list[Any]:
    return text if isinstance(text, list) else [text]


_NO_NUMBER = re.compile(
    rb"""(?: [^"NI-]++ | "(?:[^"\\]++|\\.)*+"? | -(?!NaN|Infinity) | N(?!aN) | I(?!nfinity) )*+
    (-?(?:NaN|Infinity))?""",
    re.VERBOSE | re.DOTALL,
)
"""All up to the next NaN or infinity that is not in a text: Python's json writes them so."""

_HALF = re.compile(
    rb"""(?: [^\\]++ | \\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}
        | \\(?!u[dD][89a-fA-F]). )*+
    (\\u[dD][89a-fA-F][0-9a-fA-F]{2})?""",
    re.VERBOSE | re.DOTALL,
)
"""All up to the next half of a character."""


def _repaired(data: bytes) -> bytes:
    """The same without what JSON does not know: NaN and infinities, and halves of characters.

    Nothing changes its place, and each pattern goes once over the whole.
    """
    repaired = bytearray(data)
    for pattern, stand_in in ((_NO_NUMBER, b"0"), (_HALF, b"\\ufffd")):
        found = (match for match in pattern.finditer(data) if match[1])
        for match in itertools.islice(found, _MAX_REPAIRS):
            repaired[match.start(1) : match.end(1)] = stand_in.ljust(len(match[1]))
    return bytes(repaired)
