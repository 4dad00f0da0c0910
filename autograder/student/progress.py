"""What became of each exercise when it was last checked, kept in the student's own folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import msgspec

from autograder.atomic_files import write_whole
from autograder.grading.results import ExerciseResult, Status
from autograder.grading.student_check import ExerciseFolder
from autograder.keys.outline import OutlinedExercise

__all__ = ["OWN_FOLDER", "Progress", "Standing", "State", "read_progress", "standing_of"]

OWN_FOLDER: Final = ".autograder"
"""Inside of `exercises/`: what the command keeps for itself, and handing in passes over."""

_FILE: Final = "progress.json"

State = Literal[
    "untouched", "unchecked", "not_run", "passed", "partial", "failed", "error", "timeout"
]
"""`untouched`: the stub as it was handed out. `unchecked`: changed since it was last checked.
`not_run`: of a notebook, its cell was not run in this kernel."""


class _Checked(msgspec.Struct):
    """What came of a check.

    Attributes:
        digest: of the files that were checked, and of the checks.
        status: of the exercise.
        score: of its public checks.
        hints: how many steps of hints were asked for since.
    """

    digest: str
    status: Status
    score: int
    hints: int = 0


@dataclass(frozen=True)
class Standing:
    """Where an exercise stands.

    Attributes:
        exercise: as the outline has it.
        state: in one word.
        score: the points of its public checks, as far as they are known.
    """

    exercise: OutlinedExercise
    state: State
    score: int


class Progress:
    """What became of the exercises of one folder.

    Args:
        folder: of the exercises.
        checked: by exercise.
    """

    def __init__(self, folder: ExerciseFolder, checked: dict[str, _Checked]) -> None:
        self._folder = folder
        self._checked = checked

    def standings(self) -> Iterator[Standing]:
        """Where each exercise stands, in the order of the course."""
        for exercise in self._folder.outlined():
            yield self.standing(exercise)

    def standing(self, exercise: OutlinedExercise) -> Standing:
        """Where one exercise stands."""
        if self._folder.is_untouched(exercise):
            return Standing(exercise, "untouched", 0)
        known = self._known(exercise.name)
        if known is None:
            return Standing(exercise, "unchecked", 0)
        return Standing(exercise, _state(known.status), known.score)

    def unchecked(self) -> list[str]:
        """The exercises that were changed since they were last checked, in order."""
        return [each.exercise.name for each in self.standings() if each.state == "unchecked"]

    def hints(self, exercise: str) -> int:
        """How many steps of hints were asked for since the file was last changed."""
        known = self._known(exercise)
        return 0 if known is None else known.hints

    def record(self, result: ExerciseResult, *, hints: int | None = None) -> None:
        """Keep what came of a check, of the file as it is now.

        Args:
            result: of the exercise.
            hints: how many steps of hints it was asked for; None leaves that as it is.
        """
        name = result.exercise
        asked = self.hints(name) if hints is None else hints
        self._checked[name] = _Checked(self._digest(name), result.status, result.score, asked)

    def save(self) -> None:
        """Write it down; a folder that cannot be written keeps nothing."""
        folder = self._folder.root / OWN_FOLDER
        text = msgspec.json.encode(self._checked).decode()
        try:
            folder.mkdir(exist_ok=True)
            write_whole(folder / _FILE, text)
        except OSError:
            return

    def _known(self, exercise: str) -> _Checked | None:
        """What came of the last check, if the file is still what was checked then."""
        known = self._checked.get(exercise)
        return known if known is not None and known.digest == self._digest(exercise) else None

    def _digest(self, exercise: str) -> str:
        digest = hashlib.sha256()
        files = self._folder.files_of(self._folder.outline_of(exercise))
        for path in (*files, self._folder.key_files[exercise]):
            digest.update(_bytes(path) + b"\0")
        return digest.hexdigest()


def standing_of(exercise: OutlinedExercise, result: ExerciseResult) -> Standing:
    """Where an exercise stands by this result; one that is not written is not begun."""
    state: State = "untouched" if result.status == "missing" else _state(result.status)
    return Standing(exercise, state, result.score)


def _state(status: Status) -> State:
    return "failed" if status == "missing" else status


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def read_progress(folder: ExerciseFolder) -> Progress:
    """Read what is known of a folder; nothing where that cannot be read."""
    try:
        data = (folder.root / OWN_FOLDER / _FILE).read_bytes()
        return Progress(folder, msgspec.json.decode(data, type=dict[str, _Checked]))
    except (OSError, msgspec.DecodeError):
        return Progress(folder, {})
