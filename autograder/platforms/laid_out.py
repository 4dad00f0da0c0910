"""Laying out what was handed in as `submitted/<student>/<assignment>/`, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

from autograder.collecting.listing import RelativePath
from autograder.collecting.meant_names import attempt_number
from autograder.errors import PathError
from autograder.platforms.times import attempt_folder, moment, timestamp

__all__ = ["Attempt", "LaidOut", "State", "lay_out"]

State = Literal["new", "same", "differs", "added"]
"""Whether something was there already: the same, or others; `added`: the new ones beside it."""

_TIMESTAMP: Final = "timestamp.txt"


@dataclass(frozen=True)
class Attempt:
    """What one student handed in at once for one assignment.

    Attributes:
        files: by path, where the bytes are.
        when: it came, or None where nobody says so.
    """

    files: Mapping[RelativePath, Path]
    when: datetime | None

    @property
    def digest(self) -> str:
        """The same for two attempts with the same files."""
        digest = hashlib.sha256()
        for path, stored in sorted(self.files.items()):
            if path[-1] != _TIMESTAMP:
                name = "/".join(path).encode()
                digest.update(hashlib.sha256(name).digest())
                digest.update(hashlib.sha256(stored.read_bytes()).digest())
        return digest.hexdigest()


@dataclass(frozen=True)
class LaidOut:
    """What came of one student's hand-in for one assignment.

    Attributes:
        state: whether it is new.
        attempts: how many there are now.
        files: of the latest of those that came, fit to be shown.
        when: it came, or None.
    """

    state: State
    attempts: int
    files: tuple[str, ...]
    when: datetime | None


def lay_out(
    target: Path, attempts: Sequence[Attempt], staging: Path, *, update: bool, dry: bool
) -> LaidOut:
    """Lay out one student's hand-in for one assignment.

    Args:
        target: `submitted/<student>/<assignment>`.
        attempts: in any order; those with the same files count once.
        staging: a folder of the caller's on the same file system.
        update: whether attempts are added to what is there already, if it is something else.
        dry: whether nothing is written.

    Raises:
        PathError: if something else than a folder is in the way.
    """
    there = _attempts_in(target)
    latest = _in_order(attempts)[-1]
    shown = tuple("/".join(path) for path in sorted(latest.files) if path[-1] != _TIMESTAMP)
    known = {each.digest for each in there}
    new = [each for each in _distinct(attempts) if each.digest not in known]
    if there and not new:
        return LaidOut("same", len(there), shown, latest.when)
    if there and not update:
        return LaidOut("differs", len(there), shown, latest.when)
    every = _in_order([*there, *new])
    if not dry:
        draft = staging / "draft"
        shutil.rmtree(draft, ignore_errors=True)
        _write(draft, every)
        _publish(draft, target, staging / "old")
    return LaidOut("added" if there else "new", len(every), shown, latest.when)


def _distinct(attempts: Iterable[Attempt]) -> list[Attempt]:
    """Attempts with different files; of equal ones the first in time."""
    found: dict[str, Attempt] = {}
    for each in _in_order(attempts):
        found.setdefault(each.digest, each)
    return list(found.values())


def _in_order(attempts: Iterable[Attempt]) -> list[Attempt]:
    return sorted(attempts, key=lambda each: each.when.timestamp() if each.when else 0.0)


def _write(draft: Path, attempts: Sequence[Attempt]) -> None:
    """One attempt as it is; of several each in a folder named by its time, or its place."""
    draft.mkdir()
    if len(attempts) == 1:
        _write_one(draft, attempts[0])
        return
    times = [each.when for each in attempts]
    by_time = None not in times and len(set(times)) == len(times)
    for number, each in enumerate(attempts, 1):
        name = attempt_folder(each.when) if by_time and each.when else str(number)
        (draft / name).mkdir()
        _write_one(draft / name, each)


def _write_one(folder: Path, attempt: Attempt) -> None:
    for path, stored in attempt.files.items():
        place = folder.joinpath(*path)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(stored, place, follow_symlinks=False)
    if attempt.when is not None:  # also where the student's has another form
        (folder / _TIMESTAMP).write_text(timestamp(attempt.when), encoding="ascii")


def _publish(draft: Path, target: Path, old: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(target):
        shutil.rmtree(old, ignore_errors=True)
        target.rename(old)
    draft.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _attempts_in(target: Path) -> list[Attempt]:
    """The attempts that lie there already."""
    if not os.path.lexists(target):
        return []
    if target.is_symlink() or not target.is_dir():
        raise PathError(f"{target} is in the way: it is no folder", target)
    files: dict[RelativePath, Path] = {}
    for folder, names, inside in os.walk(target):
        for name in [*names, *inside]:
            place = Path(folder, name)
            if place.is_symlink() or (name in inside and not place.is_file()):
                raise PathError(f"{place} is no regular file: move it away", place)
        for name in inside:
            files[Path(folder, name).relative_to(target).parts] = Path(folder, name)
    firsts = {path[0] for path in files}
    if firsts and all(attempt_number(each) and (target / each).is_dir() for each in firsts):
        return [_attempt(files, first) for first in sorted(firsts)]
    return [_attempt(files)] if files else []


def _attempt(files: Mapping[RelativePath, Path], *within: str) -> Attempt:
    inside = {
        path[len(within) :]: at for path, at in files.items() if path[: len(within)] == within
    }
    written = inside.get((_TIMESTAMP,))
    text = written.read_text(encoding="utf-8", errors="replace")[:100] if written else ""
    return Attempt(inside, moment(text, UTC))
