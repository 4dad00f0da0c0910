"""Changes to a notebook that grading has to undo, or to live with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.classroom import Notebook, cell

__all__ = ["GRADED_METADATA", "METADATA", "ODD_NOTEBOOKS", "metadata"]


def metadata(notebook: Notebook, name: str) -> dict[str, Any]:
    """What nbgrader wrote into a cell."""
    return cell(notebook, name)["metadata"]["nbgrader"]  # type: ignore[no-any-return]


METADATA: dict[str, tuple[Callable[[Notebook, str], object], str]] = {}
"""What is done to a check cell, and what the log has to say of it."""

_VALUES: dict[str, tuple[Any, ...]] = {
    "points": (100, 0, -1, "10", 1e300, None, [10]),
    "checksum": ("0" * 32, 5),
    "grade_id": ("unknown", "", 5, None, ["double"], {"double": 1}),
    "cell_type": ("markdown", 5),
    "locked": (False, "no"),
    "grade": (False, "yes", 0),
    "solution": (True,),
    "task": (True,),
    "schema_version": (99, 0, 1, "3", None, 2.5, [3]),
    "score": (10.0,),
    "comment": ("<script>",),
}
_SILENT = ("score", "comment", "locked")
"""What is dropped without a word: nbgrader does not know it either, or does not look at it."""

for _key, _all in _VALUES.items():
    for _value in _all:
        METADATA[f"{_key} is {_value!r}"] = (
            lambda nb, name, key=_key, value=_value: metadata(nb, name).update({key: value}),
            "" if _key in _SILENT else "Cell 'double' was",
        )
for _key in ("points", "checksum", "locked", "grade", "solution", "schema_version"):
    METADATA[f"without {_key}"] = (
        lambda nb, name, key=_key: metadata(nb, name).pop(key),
        "",
    )
for _value in (None, "10", [10], 10**400):
    METADATA[f"of another release, with {str(_value)[:9]} points"] = (
        lambda nb, name, value=_value: metadata(nb, name).update(checksum="0", points=value),
        "Cell 'double' was",
    )
METADATA["without grade_id"] = (
    lambda nb, name: metadata(nb, name).pop("grade_id"),
    "Cell 'double' was deleted",
)
for _value in ([], ["grade"], "double", 5, None, {}):
    METADATA[f"nbgrader is {_value!r}"] = (
        lambda nb, name, value=_value: cell(nb, name)["metadata"].update(nbgrader=value),
        "Cell 'double' was deleted",
    )

GRADED_METADATA = {
    *("points is 100", "points is '10'", "grade_id is 'unknown'", "grade_id is 5"),
    *("cell_type is 'markdown'", "locked is False", "grade is False", "solution is True"),
    *("task is True", "schema_version is 99", "schema_version is 0", "schema_version is '3'"),
    *("without points", "without grade_id", "without schema_version", "without grade"),
    *("checksum is 5", "score is 10.0", "nbgrader is 5", "nbgrader is {}", "nbgrader is None"),
}
"""Those that go all the way through nbgrader; the others are put right in the same place."""

ODD_NOTEBOOKS: dict[str, Callable[[Notebook], object]] = {
    "a cell without metadata": lambda nb: cell(nb, "lesson").pop("metadata"),
    "cell metadata that are a list": lambda nb: cell(nb, "setup").update(metadata=[]),
    "text that is none": lambda nb: cell(nb, "take-away").update(source=5),
    "text in lines": lambda nb: cell(nb, "double-answer").update(
        source=cell(nb, "double-answer")["source"].splitlines(keepends=True)
    ),
    "outputs that are none": lambda nb: cell(nb, "double").update(outputs=5),
    "no outputs": lambda nb: cell(nb, "Counter").pop("outputs"),
    "odd outputs": lambda nb: cell(nb, "setup").update(
        outputs=[5, {}, {"output_type": "stream"}, {"output_type": "error", "traceback": 5}]
    ),
    "a count that is none": lambda nb: cell(nb, "setup").update(execution_count="one"),
    "a count below zero": lambda nb: cell(nb, "setup").update(execution_count=-8),
    "attachments that are none": lambda nb: cell(nb, "lesson").update(attachments=[5]),
    "a type that is none": lambda nb: cell(nb, "double-statement").update(cell_type=5),
    "a type of long ago": lambda nb: cell(nb, "Counter-statement").update(cell_type="heading"),
    "another kernel": lambda nb: nb["metadata"].update(kernelspec={"name": "bash"}),
    "a kernel that is none": lambda nb: nb["metadata"].update(kernelspec=[1]),
    "a language that is none": lambda nb: nb["metadata"].update(language_info=5, language=5),
    "metadata that are none": lambda nb: nb.update(metadata=5),
    "the oldest format": lambda nb: nb.update(nbformat_minor=0),
    "a format of the future": lambda nb: nb.update(nbformat_minor=99),
    "no format": lambda nb: (nb.pop("nbformat"), nb.pop("nbformat_minor")),
    "no ids": lambda nb: [each.pop("id", None) for each in nb["cells"]],
    "ids that are the same": lambda nb: [each.update(id="cell-3") for each in nb["cells"]],
    "ids that are none": lambda nb: [each.update(id=5) for each in nb["cells"]],
    "ids with quotes": lambda nb: [each.update(id='"><script>') for each in nb["cells"]],
}
"""Changes that leave every cell what it is, in the eyes of whoever wrote it; to be made in order."""
