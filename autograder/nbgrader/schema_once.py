"""Checking nbgrader's metadata of cells by a schema that is itself read and checked once.

nbgrader checks each cell by its schema, and before each cell the schema, which takes seven times as
long. What is found in a cell is the same. The cells of a class have the same metadata: what was
found valid is not looked at again.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any, Final

from nbgrader.nbgraderformat import common

__all__ = ["checked_once"]

_MOST: Final = 10_000
"""How many metadata are remembered."""


class _Once:
    """What nbgrader needs of `jsonschema`."""

    def __init__(self, real: Any) -> None:
        self._real = real
        self._validators: dict[str, Any] = {}
        self._valid: set[tuple[str, str]] = set()
        self._texts: dict[int, tuple[Any, str]] = {}

    def validate(self, instance: Any, schema: dict[str, Any]) -> None:
        """Check an instance; raise the error that says most."""
        text = self._text_of(schema)
        asked = (json.dumps(instance), text)
        if asked in self._valid:
            return
        if text not in self._validators:
            kind = self._real.validators.validator_for(schema)
            kind.check_schema(schema)
            self._validators[text] = kind(schema)
        error = self._real.exceptions.best_match(self._validators[text].iter_errors(instance))
        if error is not None:
            raise error
        if len(self._valid) < _MOST:
            self._valid.add(asked)

    def _text_of(self, schema: dict[str, Any]) -> str:
        """A schema as text, written down once: all cells are checked by the same object."""
        known = self._texts.get(id(schema))
        if known is None:
            # It is kept, so that no other gets its id.
            known = self._texts[id(schema)] = (schema, json.dumps(schema))
        return known[1]


@contextlib.contextmanager
def checked_once() -> Iterator[None]:
    """Temporarily have nbgrader read and check each schema once."""
    real, read = common.jsonschema, common.BaseMetadataValidator.__init__
    schemas: dict[int, dict[str, Any]] = {}

    def read_once(self: Any) -> None:
        if self.schema_version not in schemas:
            read(self)
            schemas[self.schema_version] = self.schema
        self.schema = schemas[self.schema_version]

    common.jsonschema, common.BaseMetadataValidator.__init__ = _Once(real), read_once
    try:
        yield
    finally:
        common.jsonschema, common.BaseMetadataValidator.__init__ = real, read
