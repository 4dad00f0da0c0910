"""The figures of the diagnosis: tables of them, and the file that keeps them from falling."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from autograder.atomic_files import write_whole
from autograder.course import CourseError
from autograder.validation.composed_judging import ComposedFigures
from autograder.validation.corpus import CAUSES, ENTRY_KINDS
from autograder.validation.corpus_grading import VERDICTS, GradedEntry
from autograder.validation.random_answers import RandomFigures

__all__ = [
    "ByExercise",
    "Counts",
    "by_exercise",
    "corpus_rows",
    "falls",
    "figures_path",
    "page",
    "page_path",
    "read_figures",
    "table",
    "write_figures",
    "write_page",
]

_FORMAT: Final = 1

HALVES: Final = ("seen", "unseen")

_SLACK: Final = 0.01
"""How much of a share may be lost without a fault, or one entry: hidden cases differ from course to
course, and with them what a few entries are called."""


@dataclass(frozen=True)
class Counts:
    """How many wrong answers of some group there are, and what is said of them.

    Attributes:
        entries: all of them.
        rightly: everything that is wrong is named.
        partly: some of it is.
        beside: something else is named, and it is no explanation of the values.
        silent: nothing is named.
        wrong: the values are explained by what they do not come from.
        own: of those that are named, by how many the student's own check names something too.
    """

    entries: int = 0
    rightly: int = 0
    partly: int = 0
    beside: int = 0
    silent: int = 0
    wrong: int = 0
    own: int = 0

    @property
    def named(self) -> int:
        """Of how many something that is wrong is named, and nothing that is not."""
        return self.rightly + self.partly

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(one + another for one, another in zip(self.row, other.row, strict=True)))

    @property
    def row(self) -> tuple[int, ...]:
        """The counts in the order of the fields."""
        return (
            *(self.entries, self.rightly, self.partly, self.beside),
            *(self.silent, self.wrong, self.own),
        )


def counts_of(graded: Iterable[GradedEntry]) -> Counts:
    """Count what is said of wrong answers; right ones, and those with a fault, are not counted."""
    wrong = [each for each in graded if each.verdict is not None]
    verdicts = Counter(each.verdict for each in wrong)
    own = sum(each.named and each.own for each in wrong)
    by_verdict = {name: verdicts[name] for name in VERDICTS}
    return Counts(len(wrong), **by_verdict, own=own)


ByExercise = Mapping[str, Mapping[str, Counts]]
"""Counts by exercise and group; a group is a kind or a cause in one half: `seen, plain`."""


def by_exercise(graded: Iterable[GradedEntry]) -> dict[str, dict[str, Counts]]:
    """Count what is said of wrong answers, by exercise and group."""
    groups: dict[str, dict[str, list[GradedEntry]]] = {}
    for each in graded:
        of_exercise = groups.setdefault(each.entry.exercise, {})
        for group in (each.entry.kind, each.entry.cause):
            of_exercise.setdefault(_group(_half(each), group), []).append(each)
    return {
        exercise: {group: counts_of(several) for group, several in of_exercise.items()}
        for exercise, of_exercise in groups.items()
    }


def _half(graded: GradedEntry) -> str:
    return HALVES[not graded.entry.seen]


def _group(half: str, name: str | None) -> str:
    return f"{half}, {name}"


def corpus_rows(counts: ByExercise) -> Iterator[tuple[str, Counts]]:
    """The rows of the table of a corpus: of each half all, each kind, and each cause.

    Yields:
        What a row is about, and its counts; rows without entries are left out.
    """
    for half in HALVES:
        rows = [(_group(half, name), _sum(counts, half, name)) for name in (*ENTRY_KINDS, *CAUSES)]
        whole = sum((row for _, row in rows[: len(ENTRY_KINDS)]), Counts())
        yield from (
            (label.replace("_", " "), row) for label, row in [(half, whole), *rows] if row.entries
        )


def _sum(counts: ByExercise, half: str, name: str) -> Counts:
    group = _group(half, name)
    return sum((groups.get(group, Counts()) for groups in counts.values()), Counts())


def table(rows: Iterable[tuple[str, Counts]]) -> list[str]:
    """Rows as a table in Markdown that is as readable in a terminal."""
    head = ["", "entries", "named", *VERDICTS, "own check"]
    cells = [head, *([label, *_shares(counts)] for label, counts in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = []
    for number, row in enumerate(cells):
        first, *others = row
        padded = [first.ljust(widths[0])]
        padded += [text.rjust(width) for text, width in zip(others, widths[1:], strict=True)]
        lines.append(f"| {' | '.join(padded)} |")
        if number == 0:
            ends = ["-" * (width + 1) + ":" for width in widths[1:]]
            lines.append(f"|{'-' * (widths[0] + 2)}|{'|'.join(ends)}|")
    return lines


def _shares(counts: Counts) -> list[str]:
    parts = [counts.named, *(getattr(counts, name) for name in VERDICTS)]
    own = _percent(counts.own, counts.named)
    return [str(counts.entries), *(_percent(part, counts.entries) for part in parts), own]


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.1%}".replace("%", " %") if whole else "-"


# The file.


def figures_path(root: Path) -> Path:
    """The path of the file for the course at `root`."""
    return root / "docs" / "diagnosis.json"


def read_figures(root: Path) -> dict[str, Any]:
    """What is recorded of the course at `root`.

    Returns:
        `corpus`: counts by exercise, half and kind; `composed` and `random`: of the last runs.

    Raises:
        CourseError: if the file cannot be read.
    """
    path = figures_path(root)
    if not path.is_file():
        return {"corpus": {}}
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["format"] != _FORMAT:
            raise CourseError(f"this is format {document['format']}, not {_FORMAT}", path)
        document["corpus"] = {
            exercise: {group: Counts(**counts) for group, counts in groups.items()}
            for exercise, groups in document["corpus"].items()
        }
        return document  # type: ignore[no-any-return]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise CourseError("cannot be read; record the figures again", path) from None


def write_figures(
    root: Path,
    graded: Sequence[GradedEntry],
    composed: ComposedFigures | None,
    random: RandomFigures | None,
) -> None:
    """Record figures; of what did not run, those that were there stay."""
    known = read_figures(root)
    corpus = {**known["corpus"], **by_exercise(graded)}
    document: dict[str, Any] = {
        "format": _FORMAT,
        "corpus": {
            exercise: {group: _document(counts) for group, counts in sorted(groups.items())}
            for exercise, groups in sorted(corpus.items())
        },
    }
    for name, figures in (("composed", composed), ("random", random)):
        if figures is not None:
            document[name] = figures.document()
        elif name in known:
            document[name] = known[name]
    figures_path(root).parent.mkdir(exist_ok=True)
    write_whole(figures_path(root), json.dumps(document, indent=1) + "\n")


def _document(counts: Counts) -> dict[str, int]:
    return {
        name: number
        for name, number in zip(Counts.__dataclass_fields__, counts.row, strict=True)
        if number
    }


_PAGE: Final = """\
<!-- Printed by `autograder validate --diagnosis --record`. Do not edit. -->
# What is named: the figures

[validation.md](validation.md#the-diagnosis) says how they are measured.

## The corpus

{corpus}

## Composed answers

{composed}

## Random answers

{random}
"""


def page_path(root: Path) -> Path:
    """The path of the page that shows the figures of the course at `root`."""
    return root / "docs" / "diagnosis.md"


def write_page(root: Path) -> None:
    """Write the page from the recorded figures."""
    write_whole(page_path(root), page(root))


def page(root: Path) -> str:
    """The page that shows the recorded figures, as Markdown."""
    known = read_figures(root)
    not_yet = "Not measured yet."
    composed, random = (known.get(name) for name in ("composed", "random"))
    return _PAGE.format(
        corpus="\n".join(table(corpus_rows(known["corpus"]))),
        composed=not_yet if composed is None else ComposedFigures.of(composed).sentence() + ".",
        random=not_yet if random is None else RandomFigures.of(random).sentence() + ".",
    )


def falls(recorded: ByExercise, found: ByExercise) -> Iterator[str]:
    """Say which figures are worse than those that are recorded of the same exercises.

    Args:
        recorded: of all exercises.
        found: of some of them.
    """
    for half in HALVES:
        for kind in ENTRY_KINDS:
            group = _group(half, kind)
            both = [each for each in found if {group} <= recorded.get(each, {}).keys()]
            before = _sum({each: recorded[each] for each in both}, half, kind)
            now = _sum({each: found[each] for each in both}, half, kind)
            if before.entries and now.entries:
                yield from _worse(group, before, now)


def _worse(group: str, before: Counts, now: Counts) -> Iterator[str]:
    for what, better in (("named", 1), ("rightly", 1), ("wrong", -1)):
        was, is_now = (getattr(each, what) / each.entries for each in (before, now))
        if better * (was - is_now) > max(_SLACK, 1.5 / now.entries):
            verb = "fell" if better > 0 else "rose"
            yield f"{group}: {what} {verb} from {was:.1%} to {is_now:.1%}"
