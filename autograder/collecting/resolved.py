"""The files of one student that are graded for an assignment, and why it is these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from autograder.collecting.files import Reason
from autograder.collecting.listing import RelativePath
from autograder.collecting.note import Note
from autograder.collecting.student_names import safe_name

__all__ = ["Resolved", "shown_paths"]

_SHOWN: Final = 5


@dataclass(frozen=True)
class Resolved:
    """The files of one student for one assignment.

    Attributes:
        assignment: its name.
        notebook: that is graded, or None.
        files: that are graded where there is no notebook, by exercise.
        unreadable: for an exercise's name, or `` for all of them, why nothing is graded.
        details: for the same keys, the names that the sentence needs.
        note: why other files were taken than the expected ones; None where they were not.
    """

    assignment: str
    notebook: RelativePath | None = None
    files: Mapping[str, RelativePath] = field(default_factory=dict)
    unreadable: Mapping[str, Reason] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)
    note: Note | None = None

    @property
    def source(self) -> str:
        """The files that are graded, from the assignment's folder, fit to be shown."""
        taken = [self.notebook] if self.notebook else list(dict.fromkeys(self.files.values()))
        return shown_paths(taken, self.assignment, most=len(taken))


def shown_paths(paths: Sequence[RelativePath], assignment: str = "", most: int = _SHOWN) -> str:
    """Paths as they can be shown: from the assignment's folder if they lie in one of this name."""
    shown = []
    for path in paths[:most]:
        within = path[1:] if len(path) > 1 and path[0] == assignment else path
        shown.append("/".join(map(safe_name, within)))
    return ", ".join([*shown, *(["..."] if len(paths) > most else [])])
