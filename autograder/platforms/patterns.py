"""How learning platforms call what they pack: whose it is, when it came, what it was called.

Canvas's pattern is that of its source (`lib/content_zipper.rb`), Moodle's that of `mod_assign`,
nbgrader's that of its exchange; Blackboard's and Gradescope's are those of what they export.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from autograder.collecting.asked import Asked
from autograder.collecting.listing import RelativePath
from autograder.collecting.meant_names import without_ending
from autograder.platforms.said import Said
from autograder.platforms.whose import Claim

__all__ = ["METADATA", "PLATFORMS", "Platform", "Reading", "read_names", "recognise", "text_of"]

Platform = Literal[
    "gradescope", "nbgrader", "moodle", "blackboard", "canvas", "github", "google", "folders",
    "files",
]  # fmt: skip
"""Where an archive comes from; `folders` and `files` are nobody's own: one for each student."""

PLATFORMS: Final[Mapping[Platform, str]] = {
    "gradescope": "Gradescope",
    "nbgrader": "nbgrader",
    "moodle": "Moodle",
    "blackboard": "Blackboard",
    "canvas": "Canvas",
    "github": "GitHub Classroom",
    "google": "Google Classroom",
    "folders": "a folder for each student",
    "files": "files with the students' names",
}

_OWN_PATTERNS: Final[tuple[Platform, ...]] = (
    *("moodle", "blackboard", "canvas", "nbgrader", "github", "google"),
)
"""The most particular first."""

_PLAIN_PATTERNS: Final[tuple[Platform, ...]] = ("moodle", "blackboard", "canvas")
"""Those that no student's own files have."""

METADATA: Final = "submission_metadata.yml"

_CANVAS: Final = re.compile(
    r"(?:(?P<name>.+?)_(?P<late>LATE_)?(?P<number>\d+)|(?P<late_>LATE_)?(?P<anonymous>anon_[^_]+))"
    r"_(?P<file>\d+)_(?P<original>.+)",
    re.DOTALL,
)
_CANVAS_TEXT: Final = re.compile(
    r"(?:(?P<name>.+?)_(?:LATE_)?\d+|(?:LATE_)?anon_[^_]+)_(?:text|link)\.html"
)
_CANVAS_AGAIN: Final = re.compile(
    r"-(?:\d{1,3}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=\.(?:ipynb|py)$)"
)
"""What Canvas adds to a name that this student has used already."""

# What comes last in a name is a student's: whose it is stands before the first mark.
_MOODLE: Final = re.compile(
    r"(?P<name>.+?)_(?P<number>\d+)_assignsubmission_(?P<kind>[a-z]+)_?(?P<original>.*)", re.DOTALL
)
_BLACKBOARD: Final = re.compile(
    r"(?P<before>.+?)_attempt_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<original>.+)|\.txt)?", re.DOTALL
)
_EXCHANGE: Final = re.compile(
    r"(?P<student>.+)\+(?P<assignment>[^+]+)\+(?P<when>\d{4}-\d\d-\d\d[ T]\d\d[:.-]\d\d[:.-]\d\d"
    r"(?:\.\d+)?(?: (?:[A-Za-z]+|[+-]\d{4}))?)(?:\+.*)?"
)
_GOOGLE: Final = re.compile(r"(?P<name>.+?) - (?P<original>.+)", re.DOTALL)
_MOST: Final = 0.5
"""The share of the names that has to follow a platform's pattern."""


@dataclass(frozen=True)
class Reading:
    """What a platform says of one file.

    Attributes:
        claims: of those who handed it in, together where they are several.
        path: what it was called.
        when: the time, as the platform writes it, or empty.
        assignment: as it is called there, or empty.
        late: whether the platform calls it late.
        is_comment: whether it is the platform's own, beside what was handed in.
    """

    claims: tuple[Claim, ...]
    path: RelativePath
    when: str = ""
    assignment: str = ""
    late: bool = False
    is_comment: bool = False


_Reader = Callable[[RelativePath], Reading | None]


def recognise(
    paths: Collection[RelativePath], assignments: Iterable[str], *, has_metadata: bool
) -> tuple[Platform, int]:
    """Which platform packed these files, and in how many folders around all of them.

    Args:
        paths: of the files.
        assignments: the names of the course's.
        has_metadata: whether there is Gradescope's list of who handed in.
    """
    names = list(assignments)
    common = _common_folders(paths)
    for around in range(common + 1):
        inner = [path[around:] for path in paths]
        if has_metadata and (METADATA,) in inner:
            return "gradescope", around
        for platform in _OWN_PATTERNS:
            if _fits(platform, inner, names):
                return platform, around
    # Several archives, each in a folder of its own.
    inner = [path[common + 1 :] for path in paths if len(path) > common + 1]
    for platform in _PLAIN_PATTERNS:
        if len(inner) >= _MOST * len(paths) and _fits(platform, inner, names):
            return platform, common + 1
    # The last folder around all may be the only student's.
    around = min(common, max(0, min(map(len, paths), default=0) - 2))
    in_folders = sum(len(path) > around + 1 for path in paths)
    return ("folders" if in_folders >= _MOST * len(paths) else "files"), around


def _fits(platform: Platform, paths: Collection[RelativePath], assignments: list[str]) -> bool:
    reader = _READERS[platform](assignments)
    fitting = sum(reader(path) is not None for path in paths)
    return bool(fitting) and fitting >= _MOST * len(paths)


def _common_folders(paths: Collection[RelativePath]) -> int:
    """How many folders lie around all of these files."""
    firsts = zip(*(path[:-1] for path in paths), strict=False)
    return sum(1 for _ in itertools.takewhile(lambda each: len(set(each)) == 1, firsts))


def read_names(
    platform: Platform,
    paths: Iterable[RelativePath],
    asked: Asked,
    said: Mapping[str, Said],
) -> dict[RelativePath, Reading | None]:
    """What a platform's names say, for each path; None where one does not follow its pattern.

    Args:
        platform: that packed them.
        paths: of the files, without the folders around all of them.
        asked: what the course asks for.
        said: what the platform's own files say of who handed in: Gradescope's by the folder,
            Blackboard's by what stands before `_attempt_`.
    """
    assignments = list(asked.assignments)
    if platform == "gradescope":
        reader = _gradescope(said)
    elif platform == "blackboard":
        reader = _blackboard(assignments, said)
    elif platform == "files":
        reader = _files([*assignments, *itertools.chain(*asked.assignments.values())])
    else:
        reader = _READERS[platform](assignments)
    return {path: reader(path) for path in paths}


def _canvas(_: list[str]) -> _Reader:
    def read(path: RelativePath) -> Reading | None:
        if (text := _CANVAS_TEXT.fullmatch(path[0])) and len(path) == 1:
            return Reading((Claim(names=(text["name"] or "",)),), path, is_comment=True)
        found = _CANVAS.fullmatch(path[0])
        if found is None:
            return None
        number, name = found["number"] or found["anonymous"], found["name"] or ""
        claim = Claim((number,), (name,) if name else (), own=f"{name}_{number}".lstrip("_"))
        original = _CANVAS_AGAIN.sub("", found["original"])
        late = bool(found["late"] or found["late_"])
        return Reading((claim,), (original, *path[1:]), late=late)

    return read


def _moodle(_: list[str]) -> _Reader:
    def read(path: RelativePath) -> Reading | None:
        found = _MOODLE.fullmatch(path[0])
        if found is None:
            return None
        name, number = found["name"], found["number"]
        # A group's name comes first, with a hyphen; a person's may have one as well.
        parts = name.split("-")
        names = tuple("-".join(parts[start:]) for start in range(len(parts)))
        # Moodle counts participants anew in each assignment: the number alone is nobody's id.
        claim = Claim((f"Participant {number}",), names, own=name, tells_apart=number)
        rest = (found["original"], *path[1:]) if found["original"] else path[1:]
        is_comment = found["kind"] != "file" or not rest
        return Reading((claim,), rest or path, is_comment=is_comment)

    return read


def _blackboard(_: list[str], said: Mapping[str, Said] = MappingProxyType({})) -> _Reader:
    def read(path: RelativePath) -> Reading | None:
        found = _BLACKBOARD.fullmatch(path[0])
        if found is None or "_" not in found["before"]:
            return None
        rest = (found["original"], *path[1:]) if found["original"] else path
        known = said.get(found["before"])
        if known is not None:
            claims = known.claims
        else:
            # An assignment's name and a login may both have an underscore.
            parts = found["before"].split("_")
            logins = tuple("_".join(parts[start:]) for start in range(1, len(parts)))
            claims = (Claim(logins, own=logins[-1]),)
        return Reading(claims, rest, found["when"], is_comment=rest == path)

    return read


def text_of(name: str) -> str:
    """What stands before `_attempt_` in the name of Blackboard's own text; empty for any other."""
    found = _BLACKBOARD.fullmatch(name)
    return found["before"] if found and not found["original"] and name.endswith(".txt") else ""


def _nbgrader(assignments: list[str]) -> _Reader:
    def read(path: RelativePath) -> Reading | None:
        if len(path) < 2:
            return None
        found = _EXCHANGE.fullmatch(path[0])
        if found is not None:
            claim = Claim((found["student"],), own=found["student"])
            return Reading((claim,), path[1:], found["when"], found["assignment"])
        if len(path) < 3 or path[1] not in assignments:
            return None
        return Reading((Claim((path[0],), own=path[0]),), path[2:], assignment=path[1])

    return read


def _github(assignments: list[str]) -> _Reader:
    def read(path: RelativePath) -> Reading | None:
        slugs = {re.sub(r"[^a-z0-9]+", "-", each.casefold()): each for each in assignments}
        for slug, assignment in slugs.items():
            login = path[0][len(slug) + 1 :]
            if len(path) > 1 and path[0].casefold().startswith(f"{slug}-") and login:
                return Reading((Claim((login,), own=login),), path[1:], assignment=assignment)
        return None

    return read


def _google(_: list[str]) -> _Reader:
    def read(path: RelativePath) -> Reading | None:
        found = _GOOGLE.fullmatch(path[0])
        if found is None:
            return None
        claim = Claim(names=(found["name"],), own=found["name"])
        return Reading((claim,), (found["original"], *path[1:]))

    return read


def _folders(_: list[str]) -> _Reader:
    def read(path: RelativePath) -> Reading | None:
        if len(path) < 2:
            return None
        return Reading((Claim((path[0],), (path[0],), own=path[0]),), path[1:])

    return read


def _files(known: list[str]) -> _Reader:
    """The rest of a file's name, without that of an assignment or exercise, is a student's."""
    words = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    own = re.compile(rf"(?:^|[\s_.+-])(?:{words})(?=$|[\s_.+-])", re.IGNORECASE)

    def read(path: RelativePath) -> Reading | None:
        if len(path) > 1:
            return None
        rest, found = own.subn(" ", without_ending(path[0]), count=1)
        rest = re.sub(r"\(\d+\)", "", rest).strip(" _.+-")
        if not rest:
            return None
        return Reading((Claim((rest,), (rest,), own=rest if found else ""),), path)

    return read


def _gradescope(said: Mapping[str, Said]) -> _Reader:
    def read(path: RelativePath) -> Reading | None:
        if path == (METADATA,):
            return Reading((), path, is_comment=True)
        found = said.get(path[0])
        if found is None or len(path) < 2:
            return None
        return Reading(found.claims, path[1:], found.when)

    return read


_READERS: Final[Mapping[str, Callable[[list[str]], _Reader]]] = {
    "canvas": _canvas,
    "moodle": _moodle,
    "blackboard": _blackboard,
    "nbgrader": _nbgrader,
    "github": _github,
    "google": _google,
    "folders": _folders,
}
