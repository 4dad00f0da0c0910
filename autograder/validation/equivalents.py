"""The list of mutants that no check can kill because they answer like the reference.

`equivalents.toml` lies beside an exercise's `grading.py`. An entry gives a line of the reference,
what may replace it, and the reason. It stays valid wherever the line moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from autograder.course import CourseError
from autograder.validation.mutants import Mutant

__all__ = ["EQUIVALENTS", "Equivalents", "read_equivalents"]

EQUIVALENTS = "equivalents.toml"


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    line: str
    becomes: list[str]
    reason: str
    number: int = 1


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    equivalent: list[_Entry]


@dataclass(frozen=True)
class Equivalents:
    """The equivalent mutants that an exercise lists.

    Attributes:
        path: of the file.
        reasons: by (line, number, replacement); see `Mutant`.
        places: the line of the file that lists each of them.
    """

    path: Path
    reasons: dict[tuple[str, int, str], str] = field(default_factory=dict)
    places: dict[tuple[str, int, str], int] = field(default_factory=dict)

    def reason(self, mutant: Mutant) -> str | None:
        """The reason why a mutant is equivalent; None if it is not listed."""
        return self.reasons.get((mutant.before, mutant.number, mutant.after))

    def stale(self, mutants: Sequence[Mutant], killed: Sequence[Mutant]) -> Iterator[str]:
        """Find the entries whose mutant does not exist or is killed.

        Args:
            mutants: all of the exercise's.
            killed: the mutants that a check kills.

        Yields:
            A sentence for each entry to take out, with file and line.
        """
        there = {(m.before, m.number, m.after) for m in mutants}
        dead = {(m.before, m.number, m.after) for m in killed}
        for entry, place in self.places.items():
            before, _, after = entry
            change = f"{before} → {after}".replace("\n", " ⏎ ")
            if entry not in there:
                yield f"{self.path}:{place}: there is no such mutant: {change}"
            elif entry in dead:
                yield f"{self.path}:{place}: a check kills this one: {change}"


def read_equivalents(folder: Path) -> Equivalents:
    """Read the equivalent mutants of the exercise in a folder; none where there is no list.

    Raises:
        CourseError: if the list has the wrong form, or an entry has no reason.
    """
    found = Equivalents(folder / EQUIVALENTS)
    try:
        text = found.path.read_text(encoding="utf-8")
        entries = msgspec.toml.decode(text, type=_File).equivalent
    except FileNotFoundError:
        return found
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as error:
        raise CourseError(f"this is no list of equivalent mutants: {error}", found.path) from None
    for entry, place in zip(entries, _places(text), strict=True):
        if not entry.reason.strip():
            raise CourseError("say why it is equivalent", found.path, place)
        for after in entry.becomes:
            key = (entry.line, entry.number, after)
            if key in found.reasons:
                raise CourseError(f"a second entry for {after!r}", found.path, place)
            found.reasons[key] = entry.reason
            found.places[key] = _place_of(text, place, after)
    return found


def _places(text: str) -> list[int]:
    """The lines that begin an entry."""
    header = re.compile(r"\s*\[\[\s*equivalent\s*\]\]")
    return [number for number, line in enumerate(text.splitlines(), 1) if header.match(line)]


def _place_of(text: str, place: int, after: str) -> int:
    """The line of an entry with one of its replacements, or else the entry's first line."""
    lines = text.splitlines()
    for number in range(place, len(lines)):
        if lines[number].strip().startswith("[["):
            break
        if after in lines[number]:
            return number + 1
    return place
