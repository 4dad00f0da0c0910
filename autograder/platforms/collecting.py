"""Collecting: from what a platform gives out to `submitted/`, each file placed or named."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from typing import Literal

from autograder.collecting.asked import Asked
from autograder.collecting.contents import file_contents, notebook_contents
from autograder.collecting.files import UnreadableError, read_file
from autograder.collecting.listing import RelativePath
from autograder.collecting.meant_names import code_kind, meant_nearly
from autograder.collecting.notebook_file import MAX_NOTEBOOK_BYTES
from autograder.collecting.roster import Roster
from autograder.collecting.student_names import safe_name
from autograder.errors import PathError
from autograder.platforms.laid_out import Attempt, LaidOut, lay_out
from autograder.platforms.owners import other_owner
from autograder.platforms.packed_names import free_path
from autograder.platforms.patterns import (
    METADATA,
    Platform,
    Reading,
    read_names,
    recognise,
    text_of,
)
from autograder.platforms.said import Said, read_blackboard_text
from autograder.platforms.times import moment
from autograder.platforms.unpacking import RefusedReason, Unpacked, unpack
from autograder.platforms.whose import Claim, People, Whose, WhoseReason

__all__ = ["Collected", "NotPlaced", "NotPlacedReason", "Source", "Wishes", "collect"]

NotPlacedReason = Literal[
    RefusedReason,
    WhoseReason,
    "no_pattern",  # its name does not follow the platform's pattern
    "no_assignment",  # nothing says which assignment it is for
    "several_assignments",
    "other_course",
    "differs",  # there is something else of this student already
    "unsafe_id",
    "other_owner",  # another account handed it in under this name
]


@dataclass(frozen=True)
class NotPlaced:
    """What was handed in and not laid out.

    Attributes:
        path: from the source, fit to be shown.
        reason: why, in one of the words of `NotPlacedReason`.
        detail: what the sentence needs beside it.
    """

    path: str
    reason: NotPlacedReason
    detail: str = ""


@dataclass(frozen=True)
class Source:
    """What was read.

    Attributes:
        path: of the archive or folder.
        platform: whose it is.
        files: how many it holds, without what no student made.
    """

    path: Path
    platform: Platform
    files: int


@dataclass(frozen=True)
class Wishes:
    """How to collect.

    Attributes:
        assignment: that everything is for, or None where the files say so.
        platform: that packed it, or None where the names say so.
        zone: of times that are written without one; None for this machine's.
        update: whether what came later is laid beside what is there already.
        dry: whether nothing is written.
    """

    assignment: str | None = None
    platform: Platform | None = None
    zone: tzinfo | None = None
    update: bool = False
    dry: bool = False


@dataclass
class Collected:
    """What came of collecting.

    Attributes:
        sources: what was read.
        placed: by assignment and student, what was laid out.
        late: by assignment, the students whose hand-in the platform calls late.
        not_placed: what somebody has to look at.
        passed_over: how many files that no student made, or that a platform adds.
    """

    sources: list[Source] = field(default_factory=list)
    placed: dict[str, dict[str, LaidOut]] = field(default_factory=dict)
    late: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    not_placed: list[NotPlaced] = field(default_factory=list)
    passed_over: int = 0


@dataclass(frozen=True)
class _Whole:
    """What one person, or several together, handed in at once."""

    claims: tuple[Claim, ...]
    when: str
    assignment: str
    source: Path


def collect(
    sources: Sequence[Path], submitted: Path, asked: Asked, roster: Roster | None, wishes: Wishes
) -> Collected:
    """Lay out what platforms gave out as `submitted/<student>/<assignment>/`.

    Everything is read and placed before anything is written.

    Args:
        sources: archives and folders; they stay as they are.
        submitted: where it goes; made where it is missing.
        asked: what the course asks for.
        roster: who takes part, or None where nobody knows.
        wishes: how to do it.

    Raises:
        PathError: if a source cannot be read, or nothing in it is for this course.
    """
    submitted.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".collecting-", dir=submitted.parent))
    try:
        return _Collecting(submitted, asked, People(roster), wishes, staging).run(sources)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


class _Collecting:
    """One run of collecting."""

    def __init__(
        self, submitted: Path, asked: Asked, people: People, wishes: Wishes, staging: Path
    ) -> None:
        self._submitted = submitted
        self._asked = asked
        self._people = people
        self._wishes = wishes
        self._staging = staging
        self._came = Collected()
        self._wholes: defaultdict[_Whole, dict[RelativePath, Path]] = defaultdict(dict)
        self._late: set[_Whole] = set()
        self._shown: dict[Path, str] = {}

    def run(self, sources: Sequence[Path]) -> Collected:
        for number, source in enumerate(sources):
            folder = self._staging / str(number)
            folder.mkdir()
            self._read(source, unpack(source, folder))
        attempts = self._attempts()
        if not attempts:
            self._refuse_all(sources)
        # What is in the way of one is known before the first is written.
        self._lay_out(attempts, dry=True)
        if not self._wishes.dry:
            self._lay_out(attempts, dry=False)
        return self._came

    def _lay_out(self, attempts: Mapping[tuple[str, str], list[Attempt]], *, dry: bool) -> None:
        for (student, assignment), found in sorted(attempts.items()):
            target = self._submitted / student / assignment
            came = lay_out(target, found, self._staging, update=self._wishes.update, dry=dry)
            if came.state == "differs" and dry:
                self._leave(f"{student}/{assignment}", "differs")
            self._came.placed.setdefault(assignment, {})[student] = came

    def _refuse_all(self, sources: Sequence[Path]) -> None:
        names = ", ".join(map(str, sources))
        counts = Counter(each.reason for each in self._came.not_placed)
        if not counts:
            raise PathError(f"{names} holds no files", sources[0])
        if set(counts) <= {"other_course", "no_assignment"}:
            raise PathError(
                f"nothing in {names} is an answer to an assignment of this course", sources[0]
            )

    # Reading ---------------------------------------------------------------------------------

    def _read(self, source: Path, unpacked: Unpacked) -> None:
        self._came.passed_over += unpacked.passed_over
        for each in unpacked.refused:
            self._leave(f"{source.name}/{each.path}", each.reason)
        paths = list(unpacked.files)
        has_metadata = any(path[-1] == METADATA for path in paths)
        platform, around = recognise(paths, self._asked.assignments, has_metadata=has_metadata)
        if self._wishes.platform is not None and self._wishes.platform != platform:
            platform = self._wishes.platform
        self._came.sources.append(Source(source, platform, len(paths)))
        files: dict[RelativePath, Path] = {}
        for path, at in unpacked.files.items():
            inner = path[around:] or path
            self._shown[at] = "/".join([source.name, *map(safe_name, path)])
            files[free_path(inner, files)] = at
        said = _said(platform, files, f"{source.name}/{METADATA}")
        readings = read_names(platform, files, self._asked, said)
        outer = source.joinpath(*next(iter(unpacked.files), ())[:around])
        in_exchange = platform == "nbgrader" and source.is_dir()
        for path, reading in readings.items():
            if reading is None:
                self._leave_file(files[path], "no_pattern")
            elif in_exchange and (owner := _other_owner(outer / path[0], reading)):
                self._leave_file(files[path], "other_owner", owner)
            elif reading.is_comment:
                self._came.passed_over += 1
            else:
                self._take(source, reading, files[path])

    def _take(self, source: Path, reading: Reading, stored: Path) -> None:
        whole = _Whole(reading.claims, reading.when, reading.assignment, source)
        files = self._wholes[whole]
        files[free_path(reading.path, files)] = stored
        if reading.late:
            self._late.add(whole)

    # Placing ---------------------------------------------------------------------------------

    def _attempts(self) -> dict[tuple[str, str], list[Attempt]]:
        """By student and assignment."""
        claims = dict.fromkeys(claim for whole in self._wholes for claim in whole.claims)
        people = self._people.place(claims)
        attempts: defaultdict[tuple[str, str], list[Attempt]] = defaultdict(list)
        for whole, files in self._wholes.items():
            when = moment(whole.when, self._wishes.zone) if whole.when else None
            for assignment, inside in self._by_assignment(whole, files):
                for student in self._students(whole, files, people):
                    attempts[student, assignment].append(
                        Attempt(_unwrapped(inside, assignment), when)
                    )
                    if whole in self._late:
                        self._came.late[assignment].add(student)
        return dict(attempts)

    def _students(
        self, whole: _Whole, files: Mapping[RelativePath, Path], people: Mapping[Claim, Whose]
    ) -> Iterator[str]:
        for claim in whole.claims:
            whose = people[claim]
            shown = whose.student or (claim.names or claim.ids or ("",))[0]
            if whose.reason is None and safe_name(whose.student) == whose.student:
                yield whose.student
                continue
            for at in files.values():
                self._leave_file(at, whose.reason or "unsafe_id", safe_name(shown))

    def _by_assignment(
        self, whole: _Whole, files: Mapping[RelativePath, Path]
    ) -> Iterator[tuple[str, dict[RelativePath, Path]]]:
        """The files of one hand-in by the assignment that they are for."""
        code = {path: at for path, at in files.items() if code_kind(path[-1])}
        meant = {path: self._meant(at, path) for path, at in code.items()}
        foreign = [path for path, each in meant.items() if each is None]
        for path in foreign:
            self._leave_file(code[path], "other_course", _who(whole))
        kept = {path: at for path, at in files.items() if path not in foreign}
        if not kept or (code and len(foreign) == len(code)):
            return
        named = self._wishes.assignment or self._named(whole.assignment)
        if named is not None:
            yield named, kept
            return
        found = {name for each in meant.values() if each for name in each}
        if len(found) == 1:
            yield found.pop(), kept
            return
        for path, at in kept.items():
            each = meant.get(path) or []
            if len(each) == 1:
                yield each[0], {path: at}
            elif path in code or not found:
                reason: NotPlacedReason = "several_assignments" if each else "no_assignment"
                self._leave_file(at, reason, _who(whole))
            else:
                self._came.passed_over += 1

    def _named(self, name: str) -> str | None:
        """The assignment that a platform's name for it means."""
        names = self._asked.assignments
        if name in names:
            return name
        only = next(iter(names)) if len(names) == 1 else None
        return (meant_nearly(name, names) if name else None) or only

    def _meant(self, stored: Path, path: RelativePath) -> list[str] | None:
        """The assignments that a file may be an answer to; None for one of another course."""
        look = notebook_contents if code_kind(path[-1]) == "notebook" else file_contents
        try:
            contents = look(read_file(stored, longest=MAX_NOTEBOOK_BYTES), self._asked)
        except UnreadableError:
            meant = None
        else:
            if contents.foreign:
                return None
            meant = contents.answers_to(self._asked)
        if meant:
            return meant
        by_name = meant_nearly(path[-1], self._asked.assignments)
        return [by_name] if by_name else []

    # What is left ----------------------------------------------------------------------------

    def _leave_file(self, stored: Path, reason: NotPlacedReason, detail: str = "") -> None:
        self._leave(self._shown[stored], reason, detail)

    def _leave(self, path: str, reason: NotPlacedReason, detail: str = "") -> None:
        self._came.not_placed.append(NotPlaced(path, reason, detail))


def _said(platform: Platform, files: Mapping[RelativePath, Path], shown: str) -> Mapping[str, Said]:
    """What a platform's own files say of who handed in."""
    if platform == "gradescope":
        from autograder.platforms.gradescope_list import (  # noqa: PLC0415 - seldom needed
            read_gradescope_list,
        )

        return read_gradescope_list(files[METADATA,], shown)
    if platform != "blackboard":
        return {}
    befores = {
        before: at for path, at in files.items() if len(path) == 1 and (before := text_of(path[0]))
    }
    said = {before: read_blackboard_text(at, before) for before, at in befores.items()}
    return {before: each for before, each in said.items() if each is not None}


def _other_owner(folder: Path, reading: Reading) -> str | None:
    """Who handed in a folder of an exchange in the name of somebody else."""
    # Only the names of an exchange have a time.
    return other_owner(folder, reading.claims[0].own) if reading.when else None


def _unwrapped(files: dict[RelativePath, Path], assignment: str) -> dict[RelativePath, Path]:
    """The files without a folder around all of them that is called like the assignment."""
    if all(len(path) > 1 and path[0] == assignment for path in files):
        return {path[1:]: at for path, at in files.items()}
    return files


def _who(whole: _Whole) -> str:
    first = next(iter(whole.claims), Claim())
    return safe_name((first.names or first.ids or (first.own,))[0])
