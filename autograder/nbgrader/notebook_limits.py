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
    "memory_mb",
    "output_kb",
    "scratch_mb",
    "scratch_files",
    "threads",
)


def _trait(text: str) -> Any:
    said = f"{text}; else what course.toml says."
    return Integer(None, allow_none=True, help=said).tag(config=True)


class LimitTraits(HasTraits):  # type: ignore[misc]
    """The limits of `course.toml` that nbgrader's configuration may say otherwise."""

    cells_seconds = _trait("Seconds for all cells of a notebook")
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
            timeout: seconds for a cell, if nbgrader's configuration says how many.
        """
        said = {name: getattr(self, name) for name in _TRAITS}
        chosen: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
        if timeout is not None and timeout > 0:
            chosen["cell_seconds"] = float(timeout)
        return msgspec.structs.replace(course or WITHOUT_A_COURSE, **chosen)
