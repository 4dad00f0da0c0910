"""Checking nbgrader's metadata of cells by a schema that is itself checked once.

nbgrader checks each cell by its schema, and before each cell the schema, which takes seven times as
long. What is found in a cell is the same.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any

from nbgrader.nbgraderformat import common

__all__ = ["checked_once"]


class _Once:
    """What nbgrader needs of `jsonschema`."""

    def __init__(self, real: Any) -> None:
        self._real = real
        self._validators: dict[str, Any] = {}

    def validate(self, instance: Any, schema: dict[str, Any]) -> None:
        """Check an instance; raise the error that says most."""
        text = json.dumps(schema)
        if text not in self._validators:
            kind = self._real.validators.validator_for(schema)
            kind.check_schema(schema)
            self._validators[text] = kind(schema)
        error = self._real.exceptions.best_match(self._validators[text].iter_errors(instance))
        if error is not None:
            raise error


@contextlib.contextmanager
def checked_once() -> Iterator[None]:
    """Temporarily have nbgrader check each schema once."""
    real = common.jsonschema
    common.jsonschema = _Once(real)
    try:
        yield
    finally:
        common.jsonschema = real
