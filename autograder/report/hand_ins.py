"""What is said of hand-ins: which file was taken, what could not be placed, and who is absent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Final

from autograder.collecting.leftovers import Leftovers, Unplaced
from autograder.collecting.note import Note
from autograder.collecting.roster import Roster
from autograder.report.messages import say

__all__ = ["leftover_lines", "note_sentence", "roster_lines"]

_MOST_OF_ONE: Final = 5
"""Lines about one student's folder, or about the files outside of any."""

_MOST_NAMES: Final = 30


def note_sentence(note: Note | None, language: str) -> str:
    """Why other files were graded than the expected ones; empty where they are those."""
    if note is None:
        return ""
    words = {"taken": note.taken, "expected": note.expected, "others": note.others}
    return say(language, f"note_{note.kind}", **words)


def leftover_lines(leftovers: Leftovers, language: str) -> Iterator[str]:
    """A line for each thing that could not be placed, and one for all that was passed over."""
    if leftovers.unplaced:
        yield f"{say(language, 'unplaced')}:"
        for lines in _by_student(leftovers.unplaced).values():
            for each in lines[:_MOST_OF_ONE]:
                yield f"  {each.path}: {say(language, f'unplaced_{each.reason}')}"
            if len(lines) > _MOST_OF_ONE:
                where = lines[0].path.partition("/")[0] if "/" in lines[0].path else "."
                more = say(language, "unplaced_more", count=len(lines) - _MOST_OF_ONE)
                yield f"  {where}: {more}"
    if leftovers.ignored:
        what = [
            say(language, f"ignored_{reason}", count=count)
            for reason, count in sorted(leftovers.ignored.items())
        ]
        yield say(language, "ignored", what=", ".join(what))


def _by_student(unplaced: Iterable[Unplaced]) -> dict[str, list[Unplaced]]:
    groups = defaultdict(list)
    for each in unplaced:
        student, slash, _ = each.path.partition("/")
        groups[student if slash else ""].append(each)
    return groups


def roster_lines(roster: Roster, handed_in: Mapping[str, Set[str]], language: str) -> Iterator[str]:
    """For each assignment who handed in nothing; then who is not on the roster."""
    for assignment, students in handed_in.items():
        absent = roster.absent(students)
        if absent:
            words = {"count": len(absent), "names": _names(absent)}
            yield say(language, "absent", assignment=assignment, **words)
    everybody = {student for students in handed_in.values() for student in students}
    unknown = sorted(everybody - set(roster.students))
    if unknown:
        yield say(language, "not_on_roster", count=len(unknown), names=_names(unknown))


def _names(names: list[str]) -> str:
    more = ["..."] if len(names) > _MOST_NAMES else []
    return ", ".join([*names[:_MOST_NAMES], *more])
