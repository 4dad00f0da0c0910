"""What independent implementations answer, recorded as data.

Each module here, one per assignment, has `record() -> dict[str, Any]`: names to arrays, numbers,
strings, lists and dicts, computed by somebody else's library on inputs that it returns too. It
imports that library only inside of `record`, so that the tests read the data everywhere.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

__all__ = ["recorded", "save"]

_FOLDER = Path(__file__).parent


def recorded(assignment: str) -> dict[str, Any]:
    """What was recorded for an assignment; arrays come back with their dtype and shape."""
    text = (_FOLDER / f"{assignment}.json").read_text(encoding="utf-8")
    return json.loads(text, object_hook=_thaw)["answers"]


def save(assignment: str, answers: dict[str, Any], versions: dict[str, str]) -> None:
    """Write what an assignment's oracles answered, and the versions that did."""
    document = {"versions": versions, "answers": answers}
    text = json.dumps(document, default=_freeze, ensure_ascii=False, indent=1)
    (_FOLDER / f"{assignment}.json").write_text(text + "\n", encoding="utf-8")


def _freeze(value: Any) -> Any:
    array = np.asarray(value)
    data = " ".join(repr(entry) for entry in array.ravel().tolist())
    return {"array": array.dtype.name, "shape": list(array.shape), "data": data}


def _thaw(document: dict[str, Any]) -> Any:
    if "array" not in document:
        return document
    kind = np.dtype(document["array"]).kind
    parse = {"b": "True".__eq__, "f": float, "c": complex}.get(kind, int)
    entries = [parse(entry) for entry in document["data"].split()]
    return np.array(entries, dtype=document["array"]).reshape(document["shape"])
