"""Which files of a student are the answer to which assignment, whatever they are called.

The exact name comes first, unless what has it is an untouched copy of what was handed out. Else
the one candidate that can be meant is taken: by its cells, by what it defines, by its name, by its
folder. Where several can be meant, none is taken.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from autograder.collecting.asked import Asked
from autograder.collecting.contents import Contents, file_contents, notebook_contents
from autograder.collecting.files import MAX_SUBMISSION_BYTES, Reason, UnreadableError
from autograder.collecting.ignored_names import IgnoredReason
from autograder.collecting.leftovers import UnplacedReason
from autograder.collecting.listing import (
    Entry,
    RelativePath,
    list_folder,
    open_folder_in,
    read_file_in,
)
from autograder.collecting.meant_names import (
    attempt_number,
    code_kind,
    is_archive,
    meant_exactly,
    meant_nearly,
)
from autograder.collecting.note import Note, NoteKind
from autograder.collecting.notebook_file import MAX_NOTEBOOK_BYTES
from autograder.collecting.student_names import safe_name

__all__ = ["HandIn", "Resolved", "shown_paths"]

_MAX_READ: Final = 40
"""Files of a student, besides those with the expected name, that are looked into."""

_MAX_BYTES: Final = MAX_NOTEBOOK_BYTES
"""And their bytes."""

_BESIDE: Final = (
    *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".csv", ".tsv", ".txt", ".md", ".json", ".npy"),
    *(".npz", ".pkl", ".html", ".toml", ".log"),
)
"""Endings of files in which no answer can stand."""

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


@dataclass(frozen=True)
class _Candidate:
    """A file that may be an answer.

    Attributes:
        path: from the student's folder.
        strength: how surely it is meant: by its cells or definitions 3, by its name 2, by its
            folder 1.
        contents: what is in it, or None where it cannot be read.
        reason: why it cannot.
    """

    path: RelativePath
    strength: int
    contents: Contents | None
    reason: Reason | None = None

    @property
    def touched(self) -> bool:
        return self.contents is not None and self.contents.touched

    @property
    def attempt(self) -> tuple[int, ...] | None:
        """The latest number among its folders, or None outside of any attempt."""
        return _attempt_of(self.path)


class HandIn:
    """All that one student handed in.

    Args:
        folder: a descriptor of the student's folder, which stays open for as long as this is used.
        asked: what the course asks for.
        within: the part of the folder that counts; all of it if empty.
    """

    def __init__(self, folder: int, asked: Asked, within: RelativePath = ()) -> None:
        self._folder = folder
        self._asked = asked
        self._within = within
        self._kept: dict[RelativePath, bytes] = {}
        self._looks: dict[RelativePath, tuple[Contents | None, Reason | None]] = {}
        self._looked = 0
        self._bytes = 0
        self._listing = list_folder(folder, within)
        self._entries = {within: Entry(within, "folder")} if within else {}
        self._entries |= {entry.path: entry for entry in self._listing.entries}
        self._placed: set[RelativePath] = set()
        self._named: dict[RelativePath, UnplacedReason] = {}
        self._notebooks: dict[str, list[_Candidate]] = {name: [] for name in asked.assignments}
        self._files: dict[str, list[_Candidate]] = {}
        self._only: tuple[int, ...] | None = None
        self._exact = dict(self._exact_paths())
        self._find_what_was_not_listed()
        for entry in list(self._entries.values()):
            if entry.path not in self._exact:
                self._consider(entry)

    # What is asked of it ---------------------------------------------------------------------

    @property
    def is_of_several_students(self) -> bool:
        """Whether two or more folders in it have a folder of an assignment each."""
        names = self._asked.assignments
        students = {
            path[0]
            for path, entry in self._entries.items()
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
        if path not in self._kept:
            longest = (
                MAX_NOTEBOOK_BYTES if code_kind(path[-1]) == "notebook" else MAX_SUBMISSION_BYTES
            )
            return read_file_in(self._folder, path, longest)
        return self._kept[path]

    def ignored(self) -> Iterator[IgnoredReason]:
        """Why files and folders were passed over; once `resolve` is done."""
        for _, reason in self._listing.ignored:
            yield reason
        for entry in self._left():
            if self._is_for_a_person(entry):
                yield "by_person"
            elif self._is_beside(entry):
                yield "beside"

    def unplaced(self) -> Iterator[tuple[RelativePath, UnplacedReason]]:
        """What could not be placed, and why; once `resolve` is done."""
        yield from self._listing.cut
        for entry in self._left():
            if not self._is_beside(entry) and not self._is_for_a_person(entry):
                yield entry.path, self._why_left(entry)

    # Candidates ------------------------------------------------------------------------------

    def _exact_paths(self) -> Iterator[tuple[RelativePath, tuple[str, str | None]]]:
        """The paths with the expected names, each with its assignment and exercise."""
        for assignment, exercises in self._asked.assignments.items():
            yield (assignment, f"{assignment}.ipynb"), (assignment, None)
            for exercise in exercises:
                yield (assignment, f"{exercise}.py"), (assignment, exercise)

    def _find_what_was_not_listed(self) -> None:
        """The expected names count however full a folder is."""
        if not self._listing.cut:
            return
        for path in self._exact:
            if path in self._entries or path[: len(self._within)] != self._within:
                continue
            try:
                with open_folder_in(self._folder, path[:-1]) as opened:
                    os.stat(path[-1], dir_fd=opened, follow_symlinks=False)
            except (OSError, UnreadableError):
                continue
            self._entries.setdefault(path[:1], Entry(path[:1], "folder"))
            self._entries[path] = Entry(path, "file")

    def _consider(self, entry: Entry) -> None:
        """Note a file under all that it can be meant for."""
        kind = code_kind(entry.path[-1])
        if kind is None or entry.kind not in ("file", "link"):
            return
        contents, reason = self._look(entry.path, is_notebook=kind == "notebook")
        if kind == "notebook":
            self._consider_notebook(entry.path, contents, reason)
        else:
            self._consider_file(entry.path, contents, reason)

    def _consider_notebook(
        self, path: RelativePath, contents: Contents | None, reason: Reason | None
    ) -> None:
        names = self._asked.assignments
        if contents is not None and contents.foreign:
            self._named[path] = "other_course"
            return
        own = contents.answers_to(self._asked) if contents is not None else []
        by_name = meant_nearly(path[-1], names)
        by_folder = self._meant_by_folder(path)
        if own:
            meant, strength = own, 3
        elif by_name is not None or by_folder is not None:
            meant = [by_name or by_folder or ""]
            strength = 2 if by_name is not None else 1
        else:
            self._named[path] = "unreadable" if contents is None else "no_exercise"
            return
        for name in meant:
            self._notebooks[name].append(_Candidate(path, strength, contents, reason))

    def _consider_file(
        self, path: RelativePath, contents: Contents | None, reason: Reason | None
    ) -> None:
        known = [name for each in self._asked.assignments.values() for name in each]
        defined = contents.defines if contents is not None else frozenset()
        by_name = meant_nearly(path[-1], known)
        if by_name is not None and meant_exactly(path[-1], known) is None and defined:
            by_name = by_name if by_name in defined else None
        if by_name is not None and (not defined or by_name in defined):
            meant, strength = {by_name}, 3 if defined else 2
        else:
            meant, strength = set(defined), 3
        if not meant:
            self._named[path] = "unreadable" if contents is None else "no_exercise"
        for exercise in sorted(meant):
            candidate = _Candidate(path, strength, contents, reason)
            self._files.setdefault(exercise, []).append(candidate)

    def _meant_by_folder(self, path: RelativePath) -> str | None:
        names = self._asked.assignments
        meant = [meant_nearly(each, names) for each in path[:-1]]
        return next((each for each in meant if each is not None), None)

    def _look(
        self, path: RelativePath, *, is_notebook: bool
    ) -> tuple[Contents | None, Reason | None]:
        """What is in a file, or why it cannot be read; each is read once."""
        if path not in self._looks:
            self._looks[path] = self._look_anew(path, is_notebook=is_notebook)
        return self._looks[path]

    def _look_anew(
        self, path: RelativePath, *, is_notebook: bool
    ) -> tuple[Contents | None, Reason | None]:
        if self._looked >= _MAX_READ or self._bytes >= _MAX_BYTES:
            if path not in self._exact:
                return None, "too_large"
        else:
            self._looked += path not in self._exact
        try:
            data = self.read(path)
            self._bytes += len(data)
            look = notebook_contents if is_notebook else file_contents
            contents = look(data, self._asked)
        except UnreadableError as error:
            return None, error.reason
        self._kept[path] = data
        return contents, None

    def _candidate(self, path: RelativePath) -> _Candidate | None:
        """What has an expected name, if anything does."""
        if path not in self._entries:
            return None
        contents, reason = self._look(path, is_notebook=path[-1].endswith(".ipynb"))
        return _Candidate(path, 4, contents, reason)

    # Choosing --------------------------------------------------------------------------------

    def _attempts(self, assignment: str, last: Resolved) -> list[Resolved]:
        """All attempts at an assignment of which the last one alone was found first."""
        taken = [last.notebook] if last.notebook else list(last.files.values())
        if not taken or any(_attempt_of(path) is None for path in taken):
            return [last]
        of_exercises = (self._files.get(e, ()) for e in self._asked.assignments[assignment])
        every = [*self._notebooks[assignment], *(each for some in of_exercises for each in some)]
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

    def _considered(self, candidates: Iterable[_Candidate]) -> list[_Candidate]:
        """Those of the attempt that is looked at alone, if one is."""
        return [each for each in candidates if self._only in (None, each.attempt)]

    def _resolve(self, assignment: str) -> Resolved | None:
        expected = f"{assignment}.ipynb"
        exact = self._candidate((assignment, expected))
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
        self, exact: _Candidate | None, assignment: str
    ) -> tuple[Reason, str] | None:
        """Why a notebook of the expected name is not that of the assignment."""
        if exact is None or exact.contents is None:
            return None
        if exact.contents.foreign:
            return "other_course", ""
        own = exact.contents.assignments(self._asked)
        return ("other_assignment", ", ".join(own)) if own and assignment not in own else None

    def _take_notebook(self, assignment: str, taken: _Candidate, kind: NoteKind | None) -> Resolved:
        expected = f"{assignment}/{assignment}.ipynb"
        shown = shown_paths([taken.path])
        note = None if kind is None else Note(kind, shown, expected)
        if kind is None:
            names = self._asked.assignments[assignment]
            files = [each for name in names for each in self._files.get(name, ())]
            exact = [self._candidate((assignment, f"{name}.py")) for name in names]
            beside = [*self._notebooks[assignment], *filter(None, exact), *files]
            others = self._touched(beside, besides=taken, surely=True)
            if others:
                beside_it = shown_paths([each.path for each in others])
                note = Note("also", shown, expected, beside_it)
        return Resolved(assignment, notebook=taken.path, note=note)

    def _take_candidate(
        self, assignment: str, exact: _Candidate | None, wrong: tuple[Reason, str] | None
    ) -> Resolved | None:
        """The one notebook, or else the files, in the place of what has the expected name."""
        surely = exact is not None
        found = self._touched(self._notebooks[assignment], besides=exact, surely=surely)
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
        loose = (each for name in exercises for each in self._files.get(name, ()))
        if any(each.touched for each in self._considered(loose)):
            return self._take_files(assignment, _why_files(exact, "renamed"))
        return None

    def _take_what_is_there(
        self, assignment: str, exact: _Candidate | None, wrong: tuple[Reason, str] | None
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
        loose = sorted(self._notebooks[assignment], key=lambda each: -each.strength)
        if loose:
            return self._take_notebook(assignment, loose[0], "renamed")
        if any(self._files.get(name) for name in self._asked.assignments[assignment]):
            return self._take_files(assignment, "renamed")
        return self._nothing(assignment)

    def _take_files(self, assignment: str, kind: NoteKind | None) -> Resolved:
        """The `.py` files, each by the same rule."""
        files: dict[str, RelativePath] = {}
        unreadable: dict[str, Reason] = {}
        details: dict[str, str] = {}
        for exercise in self._asked.assignments[assignment]:
            exact = self._candidate((assignment, f"{exercise}.py"))
            loose = self._considered(self._files.get(exercise, []))
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
        entry = self._entries.get((assignment,))
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
                for path, reason in self._named.items()
                if path[0] == assignment and reason == "other_course"
            ]
            if foreign:
                return Resolved(assignment, unreadable={"": "other_course"})
            return Resolved(assignment, unreadable=missing)
        for path, each in self._entries.items():
            if meant_exactly(path[-1], names) != assignment:
                continue
            if each.kind == "folder":
                return Resolved(assignment, unreadable=missing)
            if is_archive(path[-1]):
                return Resolved(assignment, unreadable={"": "archive"})
        return None

    def _exact_files(self, assignment: str, *, touched: bool) -> Iterator[bool]:
        for exercise in self._asked.assignments[assignment]:
            found = self._candidate((assignment, f"{exercise}.py"))
            if found is not None:
                # What cannot be read is no copy of what was handed out.
                yield found.contents is None or found.touched or not touched

    def _touched(
        self, candidates: Sequence[_Candidate], besides: _Candidate | None, *, surely: bool
    ) -> list[_Candidate]:
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

    # What is left ----------------------------------------------------------------------------

    def _place(self, assignment: str) -> None:
        """Count as placed what is graded, and what was left for it with a sentence."""
        names = self._asked.assignments[assignment]
        taken = [each.path for each in self._notebooks[assignment]]
        taken += [each.path for name in names for each in self._files.get(name, ())]
        taken += [path for path, (whose, _) in self._exact.items() if whose == assignment]
        self._placed.update(taken)

    def _left(self) -> Iterator[Entry]:
        """The files that were not placed, and folders in which nothing was."""
        folders = {path[:end] for path in self._placed for end in range(len(path))}
        parents = {entry.path[:-1] for entry in self._entries.values()}
        parents |= {path for path, _ in self._listing.cut}
        whole = all(reason != "too_many" for _, reason in self._listing.cut)
        for path, entry in self._entries.items():
            if path in self._placed or path in folders:
                continue
            is_known = path in parents or not whole or path[0] in self._asked.assignments
            if entry.kind == "folder" and is_known:
                continue  # what is in it says more; an empty one says nothing
            yield entry

    def _is_for_a_person(self, entry: Entry) -> bool:
        """Whether it is called like a task, whatever its ending: a text, a page, a picture."""
        stem = entry.path[-1].partition(".")[0].casefold()
        names = (name for tasks in self._asked.tasks.values() for name in tasks)
        return entry.kind == "file" and any(stem == name.casefold() for name in names)

    def _is_beside(self, entry: Entry) -> bool:
        """Whether it lies with a submission, and no answer can stand in it."""
        if not self._placed or entry.kind not in ("file", "folder"):
            return False
        return entry.kind == "folder" or entry.path[-1].lower().endswith(_BESIDE)

    def _why_left(self, entry: Entry) -> UnplacedReason:
        if entry.path in self._named:
            return self._named[entry.path]
        if entry.kind == "folder":
            return "no_submission"
        if entry.kind != "file":
            return entry.kind
        return "archive" if is_archive(entry.path[-1]) else "unknown"


def _attempt_of(path: RelativePath) -> tuple[int, ...] | None:
    numbers = [attempt_number(name) for name in path[:-1]]
    return next((number for number in numbers if number is not None), None)


def _order(candidate: _Candidate) -> tuple[tuple[int, ...], int, RelativePath]:
    """Of two files with the same text the nearest is kept, or the one of the latest attempt."""
    attempt = tuple(-number for number in candidate.attempt or ())
    return attempt, len(candidate.path), candidate.path


def _why_files(exact: _Candidate | None, otherwise: NoteKind | None) -> NoteKind | None:
    """Why `.py` files are graded and not the notebook with the expected name."""
    if exact is None:
        return otherwise
    return "files" if exact.contents is not None else "unreadable"


def _the_one(found: Sequence[_Candidate]) -> _Candidate | None:
    """The only one, or the latest attempt; None where several can be meant."""
    if len(found) == 1:
        return found[0]
    numbers = [each.attempt for each in found]
    if None in numbers or len(set(numbers)) < len(numbers):
        return None
    return max(found, key=lambda each: each.attempt or ())


def _refused(assignment: str, found: Sequence[_Candidate]) -> Resolved:
    shown = shown_paths([each.path for each in found], assignment)
    return Resolved(assignment, unreadable={"": "several"}, details={"": shown})
