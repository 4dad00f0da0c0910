"""Which files of a student are the answer to which assignment, whatever they are called.

The exact name comes first, unless what has it is an untouched copy of what was handed out. Else
the one candidate that can be meant is taken: by its cells, by what it defines, by its name, by its
folder. Where several can be meant, none is taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from autograder.collecting import unplaced
from autograder.collecting.asked import Asked
from autograder.collecting.candidates import Candidate, Candidates, attempt_of
from autograder.collecting.files import Reason
from autograder.collecting.ignored_names import IgnoredReason
from autograder.collecting.leftovers import UnplacedReason
from autograder.collecting.listing import RelativePath
from autograder.collecting.meant_names import (
    attempt_number,
    is_archive,
    meant_exactly,
    meant_nearly,
)
from autograder.collecting.note import Note, NoteKind
from autograder.collecting.resolved import Resolved, shown_paths

__all__ = ["HandIn"]


class HandIn:
    """All that one student handed in.

    Args:
        folder: a descriptor of the student's folder, which stays open for as long as this is used.
        asked: what the course asks for.
        within: the part of the folder that counts; all of it if empty.
    """

    def __init__(self, folder: int, asked: Asked, within: RelativePath = ()) -> None:
        self._asked = asked
        self._found = Candidates(folder, asked, within)
        self._placed: set[RelativePath] = set()
        self._only: tuple[int, ...] | None = None

    @property
    def is_of_several_students(self) -> bool:
        """Whether two or more folders in it have a folder of an assignment each."""
        names = self._asked.assignments
        students = {
            path[0]
            for path, entry in self._found.entries.items()
            if len(path) == 2
            and entry.kind == "folder"
            and path[1] in names
            and meant_nearly(path[0], names) is None
            and attempt_number(path[0]) is None
        }
        return len(students) > 1

    def resolve(self, assignments: Collection[str] | None = None) -> Iterator[Resolved]:
        """What is graded of each assignment that something was handed in for.

        Args:
            assignments: those that are wanted, or None for all; the others are not read.
        """
        for attempts in self.resolve_attempts(assignments, each=False):
            yield from attempts

    def resolve_attempts(
        self, assignments: Collection[str] | None = None, *, each: bool = True
    ) -> Iterator[list[Resolved]]:
        """The attempts at each assignment that something was handed in for, the first one first.

        Args:
            assignments: those that are wanted, or None for all; the others are not read.
            each: whether each attempt is given, and not only the last one.
        """
        for assignment in self._asked.assignments:
            if assignments is not None and assignment not in assignments:
                self._place(assignment)
                continue
            resolved = self._resolve(assignment)
            if resolved is not None:
                self._place(assignment)
                if resolved.unreadable.get(""):
                    self._placed.add((assignment,))
                yield self._attempts(assignment, resolved) if each else [resolved]

    def read(self, path: RelativePath) -> bytes:
        """The bytes of a file.

        Raises:
            UnreadableError: with the reason, if it cannot be read.
        """
        return self._found.read(path)

    def ignored(self) -> Iterator[IgnoredReason]:
        """Why files and folders were passed over; once `resolve` is done."""
        return unplaced.ignored(self._found, self._placed)

    def unplaced(self) -> Iterator[tuple[RelativePath, UnplacedReason]]:
        """What could not be placed, and why; once `resolve` is done."""
        return unplaced.unplaced(self._found, self._placed)

    def _attempts(self, assignment: str, last: Resolved) -> list[Resolved]:
        """All attempts at an assignment of which the last one alone was found first."""
        taken = [last.notebook] if last.notebook else list(last.files.values())
        if not taken or any(attempt_of(path) is None for path in taken):
            return [last]
        of_exercises = (self._found.files.get(e, ()) for e in self._asked.assignments[assignment])
        every = [
            *self._found.notebooks[assignment],
            *(each for some in of_exercises for each in some),
        ]
        numbers = {each.attempt for each in every if each.touched and each.attempt is not None}
        found = []
        for self._only in sorted(numbers):
            resolved = self._resolve(assignment)
            # One of which nobody can say what was meant takes nothing from the others.
            if resolved is not None and resolved.note is not None:
                note = Note("best", resolved.note.taken, resolved.note.expected)
                found.append(replace(resolved, note=note))
        self._only = None
        return found if len(found) > 1 else [last]

    def _considered(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Those of the attempt that is looked at alone, if one is."""
        return [each for each in candidates if self._only in (None, each.attempt)]

    def _resolve(self, assignment: str) -> Resolved | None:
        expected = f"{assignment}.ipynb"
        exact = self._found.of_exact_name((assignment, expected))
        wrong = self._why_not_its_own(exact, assignment)
        resolved = None
        if exact is not None and exact.touched and wrong is None:
            resolved = self._take_notebook(assignment, exact, None)
        elif any(self._exact_files(assignment, touched=True)):
            resolved = self._take_files(assignment, _why_files(exact, None))
        else:
            resolved = self._take_candidate(assignment, exact, wrong)
        return resolved or self._take_what_is_there(assignment, exact, wrong)

    def _why_not_its_own(
        self, exact: Candidate | None, assignment: str
    ) -> tuple[Reason, str] | None:
        """Why a notebook of the expected name is not that of the assignment."""
        if exact is None or exact.contents is None:
            return None
        if exact.contents.foreign:
            return "other_course", ""
        own = exact.contents.assignments(self._asked)
        return ("other_assignment", ", ".join(own)) if own and assignment not in own else None

    def _take_notebook(self, assignment: str, taken: Candidate, kind: NoteKind | None) -> Resolved:
        expected = f"{assignment}/{assignment}.ipynb"
        shown = shown_paths([taken.path])
        note = None if kind is None else Note(kind, shown, expected)
        if kind is None:
            names = self._asked.assignments[assignment]
            files = [each for name in names for each in self._found.files.get(name, ())]
            exact = [self._found.of_exact_name((assignment, f"{name}.py")) for name in names]
            beside = [*self._found.notebooks[assignment], *filter(None, exact), *files]
            others = self._touched(beside, besides=taken, surely=True)
            if others:
                beside_it = shown_paths([each.path for each in others])
                note = Note("also", shown, expected, beside_it)
        return Resolved(assignment, notebook=taken.path, note=note)

    def _take_candidate(
        self, assignment: str, exact: Candidate | None, wrong: tuple[Reason, str] | None
    ) -> Resolved | None:
        """The one notebook, or else the files, in the place of what has the expected name."""
        surely = exact is not None
        found = self._touched(self._found.notebooks[assignment], besides=exact, surely=surely)
        strongest = max((each.strength for each in found), default=0)
        found = [each for each in found if each.strength == strongest]
        if found:
            taken = _the_one(found)
            if taken is None:
                return _refused(assignment, found)
            kind: NoteKind = "renamed"
            if len(found) > 1 and taken.attempt is not None:
                kind = "attempt"
            elif exact is not None and wrong is None:
                kind = "untouched" if exact.contents is not None else "unreadable"
            return self._take_notebook(assignment, taken, kind)
        exercises = self._asked.assignments[assignment]
        loose = (each for name in exercises for each in self._found.files.get(name, ()))
        if any(each.touched for each in self._considered(loose)):
            return self._take_files(assignment, _why_files(exact, "renamed"))
        return None

    def _take_what_is_there(
        self, assignment: str, exact: Candidate | None, wrong: tuple[Reason, str] | None
    ) -> Resolved | None:
        """The expected file as it is; else an untouched or unreadable one; else why none is."""
        if wrong is not None and exact is not None:
            return Resolved(
                assignment, unreadable={"": wrong[0]}, details={"": wrong[1]}, notebook=None
            )
        if exact is not None:
            return Resolved(assignment, notebook=exact.path)
        if any(self._exact_files(assignment, touched=False)):
            return self._take_files(assignment, None)
        loose = sorted(self._found.notebooks[assignment], key=lambda each: -each.strength)
        if loose:
            return self._take_notebook(assignment, loose[0], "renamed")
        if any(self._found.files.get(name) for name in self._asked.assignments[assignment]):
            return self._take_files(assignment, "renamed")
        return self._nothing(assignment)

    def _take_files(self, assignment: str, kind: NoteKind | None) -> Resolved:
        """The `.py` files, each by the same rule."""
        files: dict[str, RelativePath] = {}
        unreadable: dict[str, Reason] = {}
        details: dict[str, str] = {}
        for exercise in self._asked.assignments[assignment]:
            exact = self._found.of_exact_name((assignment, f"{exercise}.py"))
            loose = self._considered(self._found.files.get(exercise, []))
            found = self._touched(loose, besides=exact, surely=False)
            if (exact is None or not exact.touched) and found:
                taken = _the_one(found)
                if taken is None:
                    unreadable[exercise] = "several"
                    details[exercise] = shown_paths([each.path for each in found], assignment)
                else:
                    files[exercise] = taken.path
                    kind = kind or "renamed"
            elif exact is not None:
                files[exercise] = exact.path
            elif loose:
                files[exercise] = loose[0].path
            else:
                unreadable[exercise] = "missing"
        expected = "<exercise>.py" if kind == "renamed" else f"{assignment}.ipynb"
        taken_files = list(dict.fromkeys(files.values()))
        shown = shown_paths(taken_files, most=len(taken_files))
        note = None if kind is None else Note(kind, shown, f"{assignment}/{expected}")
        return Resolved(assignment, None, files, unreadable, details, note)

    def _nothing(self, assignment: str) -> Resolved | None:
        """Why nothing is graded, where a folder or a file says that something was meant to be."""
        entry = self._found.entries.get((assignment,))
        names = self._asked.assignments
        exercises = self._asked.assignments[assignment]
        missing: dict[str, Reason] = dict.fromkeys(exercises, "missing")
        if entry is not None:
            reasons: dict[str, Reason] = {
                "file": "file_for_folder", "link": "link", "special": "special",
                "forbidden": "forbidden",
            }  # fmt: skip
            if entry.kind in reasons:
                return Resolved(assignment, unreadable={"": reasons[entry.kind]})
            foreign = [
                path
                for path, reason in self._found.not_meant.items()
                if path[0] == assignment and reason == "other_course"
            ]
            if foreign:
                return Resolved(assignment, unreadable={"": "other_course"})
            return Resolved(assignment, unreadable=missing)
        for path, each in self._found.entries.items():
            if meant_exactly(path[-1], names) != assignment:
                continue
            if each.kind == "folder":
                return Resolved(assignment, unreadable=missing)
            if is_archive(path[-1]):
                return Resolved(assignment, unreadable={"": "archive"})
        return None

    def _exact_files(self, assignment: str, *, touched: bool) -> Iterator[bool]:
        for exercise in self._asked.assignments[assignment]:
            found = self._found.of_exact_name((assignment, f"{exercise}.py"))
            if found is not None:
                # What cannot be read is no copy of what was handed out.
                yield found.contents is None or found.touched or not touched

    def _touched(
        self, candidates: Sequence[Candidate], besides: Candidate | None, *, surely: bool
    ) -> list[Candidate]:
        """Those with an answer of their own in them, each text once."""
        seen = {besides.contents.digest} if besides is not None and besides.contents else set()
        found = []
        for each in sorted(self._considered(candidates), key=_order):
            if not each.touched or each.contents is None or (surely and each.strength < 2):
                continue
            if each.contents.digest not in seen:
                seen.add(each.contents.digest)
                found.append(each)
        return found

    def _place(self, assignment: str) -> None:
        """Count as placed what is graded, and what was left for it with a sentence."""
        names = self._asked.assignments[assignment]
        taken = [each.path for each in self._found.notebooks[assignment]]
        taken += [each.path for name in names for each in self._found.files.get(name, ())]
        taken += [path for path, (whose, _) in self._found.exact.items() if whose == assignment]
        self._placed.update(taken)


def _order(candidate: Candidate) -> tuple[tuple[int, ...], int, RelativePath]:
    """Of two files with the same text the nearest is kept, or the one of the latest attempt."""
    attempt = tuple(-number for number in candidate.attempt or ())
    return attempt, len(candidate.path), candidate.path


def _why_files(exact: Candidate | None, otherwise: NoteKind | None) -> NoteKind | None:
    """Why `.py` files are graded and not the notebook with the expected name."""
    if exact is None:
        return otherwise
    return "files" if exact.contents is not None else "unreadable"


def _the_one(found: Sequence[Candidate]) -> Candidate | None:
    """The only one, or the latest attempt; None where several can be meant."""
    if len(found) == 1:
        return found[0]
    numbers = [each.attempt for each in found]
    if None in numbers or len(set(numbers)) < len(numbers):
        return None
    return max(found, key=lambda each: each.attempt or ())


def _refused(assignment: str, found: Sequence[Candidate]) -> Resolved:
    shown = shown_paths([each.path for each in found], assignment)
    return Resolved(assignment, unreadable={"": "several"}, details={"": shown})
