"""What of a hand-in is no answer to anything: passed over, or said to whoever collects."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from autograder.collecting.candidates import Candidates
from autograder.collecting.ignored_names import IgnoredReason
from autograder.collecting.leftovers import UnplacedReason
from autograder.collecting.listing import Entry, RelativePath
from autograder.collecting.meant_names import is_archive

__all__ = ["ignored", "unplaced"]

_BESIDE: Final = (
    *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".csv", ".tsv", ".txt", ".md", ".json", ".npy"),
    *(".npz", ".pkl", ".html", ".toml", ".log"),
)
"""Endings of files in which no answer can stand."""


def ignored(found: Candidates, placed: Collection[RelativePath]) -> Iterator[IgnoredReason]:
    """Why files and folders were passed over.

    Args:
        found: what was handed in.
        placed: the paths of what is graded, or has a sentence of its own.
    """
    for _, reason in found.listing.ignored:
        yield reason
    for entry in _left(found, placed):
        if _is_for_a_person(entry, found):
            yield "by_person"
        elif _is_beside(entry, placed):
            yield "beside"


def unplaced(
    found: Candidates, placed: Collection[RelativePath]
) -> Iterator[tuple[RelativePath, UnplacedReason]]:
    """What could not be placed, and why; see `ignored`."""
    yield from found.listing.cut
    for entry in _left(found, placed):
        if not _is_beside(entry, placed) and not _is_for_a_person(entry, found):
            yield entry.path, _why_left(entry, found)


def _left(found: Candidates, placed: Collection[RelativePath]) -> Iterator[Entry]:
    """The files that were not placed, and folders in which nothing was."""
    folders = {path[:end] for path in placed for end in range(len(path))}
    parents = {entry.path[:-1] for entry in found.entries.values()}
    parents |= {path for path, _ in found.listing.cut}
    whole = all(reason != "too_many" for _, reason in found.listing.cut)
    for path, entry in found.entries.items():
        if path in placed or path in folders:
            continue
        is_known = path in parents or not whole or path[0] in found.asked.assignments
        if entry.kind == "folder" and is_known:
            continue  # what is in it says more; an empty one says nothing
        yield entry


def _is_for_a_person(entry: Entry, found: Candidates) -> bool:
    """Whether it is called like a task, whatever its ending: a text, a page, a picture."""
    stem = entry.path[-1].partition(".")[0].casefold()
    names = (name for tasks in found.asked.tasks.values() for name in tasks)
    return entry.kind == "file" and any(stem == name.casefold() for name in names)


def _is_beside(entry: Entry, placed: Collection[RelativePath]) -> bool:
    """Whether it lies with a submission, and no answer can stand in it."""
    if not placed or entry.kind not in ("file", "folder"):
        return False
    return entry.kind == "folder" or entry.path[-1].lower().endswith(_BESIDE)


def _why_left(entry: Entry, found: Candidates) -> UnplacedReason:
    if entry.path in found.not_meant:
        return found.not_meant[entry.path]
    if entry.kind == "folder":
        return "no_submission"
    if entry.kind != "file":
        return entry.kind
    return "archive" if is_archive(entry.path[-1]) else "unknown"
