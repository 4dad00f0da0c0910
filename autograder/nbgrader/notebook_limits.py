"""How much a notebook may use: what `course.toml` or the configuration of nbgrader says."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from traitlets import HasTraits, Integer, TraitError, validate

from autograder.limits import Limits

__all__ = ["WITHOUT_A_COURSE", "LimitTraits"]

WITHOUT_A_COURSE: Final = Limits(
    cell_seconds=30, cells_seconds=600, memory_mb=4096, scratch_mb=256, scratch_files=1000
)
"""The limits where there is no `course.toml`: nbgrader's own seconds for a cell, and much room."""

_TRAITS: Final = (
    "cells_seconds",
    "data_mb",
    "memory_mb",
    "output_kb",
    "scratch_mb",
    "scratch_files",
    "threads",
)


_LONGEST_CELL: Final = 3600.0
_SLOW_CELLS: Final = 4
"""How many cells of a notebook may take as long as one may at most, where nothing else is said."""


def _trait(text: str) -> Any:
    said = f"{text}; else what course.toml says."
    return Integer(None, allow_none=True, help=said).tag(config=True)


class LimitTraits(HasTraits):  # type: ignore[misc]
    """The limits of `course.toml` that nbgrader's configuration may say otherwise."""

    cells_seconds = _trait("Seconds for all cells of a notebook")
    data_mb = _trait("MiB of the files of an assignment, or of those that a student brings")
    memory_mb = _trait("MiB of memory for a notebook")
    output_kb = _trait("KiB that a cell may print")
    scratch_mb = _trait("MiB that a notebook may write")
    scratch_files = _trait("Files and folders that a notebook may write")
    threads = _trait("Threads that a notebook may have")

    @validate(*_TRAITS)  # type: ignore[untyped-decorator]
    def _within_bounds(self, proposal: Any) -> int | None:
        name, value = proposal["trait"].name, proposal["value"]
        if value is not None:
            try:
                msgspec.convert({name: value}, Limits)
            except msgspec.ValidationError as error:
                why = str(error).partition(" - at")[0]
                raise TraitError(f"GradeInSandbox.{name}: {why}, and not {value}") from None
        return value  # type: ignore[no-any-return]

    def chosen_limits(self, course: Limits | None, timeout: int | None) -> Limits:
        """The limits of a notebook.

        Args:
            course: what `course.toml` says; None where there is none.
            timeout: seconds for a cell, if nbgrader's configuration says how many. As in nbgrader
                there is no limit on one cell where that is less than one; all of them have theirs.
        """
        said = {name: getattr(self, name) for name in _TRAITS}
        chosen: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
        limits = msgspec.structs.replace(course or WITHOUT_A_COURSE, **chosen)
        if timeout is None:
            return limits
        seconds = float(timeout) if timeout > 0 else limits.cells_seconds
        chosen["cell_seconds"] = min(seconds, _LONGEST_CELL)
        if "cells_seconds" not in chosen:
            # A slow cell must not take the time of all others.
            chosen["cells_seconds"] = max(limits.cells_seconds, _SLOW_CELLS * seconds)
        return msgspec.structs.replace(limits, **chosen)
