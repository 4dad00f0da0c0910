"""The corpus of an exercise: wrong and right answers as people write them, in `corpus.py`.

The file is a text in jupytext's percent format. It is never imported: what is in it is handed in.

    # %% wrong: the correction of v has no exponent, and the result is rounded
    # kind: composed
    # cause: several
    # about: correction|exponent
    # about: round|digit
    <the whole text of a hand-in>

    # %% right: np.power and reversed operands
    <the whole text of a hand-in>

What `about` says are regular expressions, one for each thing that is wrong: a diagnosis that a line
of them is found in is about that thing. Half of the entries is set aside by a digest of their text:
while the diagnosis is worked on, only their figures are looked at.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from autograder.course import CourseError
from autograder.course.text_files import read_text
from autograder.unknown_names import unknown

__all__ = [
    "CAUSES", "CORPUS_FILE", "ENTRY_KINDS", "Corpus", "CorpusEntry", "EntryKind", "read_corpus"
]  # fmt: skip

CORPUS_FILE: Final = "corpus.py"

EntryKind = Literal["plain", "composed", "public"]
"""One thing is wrong; several are; as in public code."""

ENTRY_KINDS: Final[tuple[EntryKind, ...]] = get_args(EntryKind)

CAUSES: Final = (
    "listed",
    "unlisted",
    "several",
    "constant",
    "breakdown",
    "edge",
    "rounding",
    "inputs_or_dtype",
    "raises",
    "draws",
    "foreign_rule",
)
"""Why an answer is wrong: what makes it hard, or easy, to name."""


@dataclass(frozen=True)
class CorpusEntry:
    """One answer.

    Attributes:
        exercise: the name of the exercise that it answers.
        title: what is wrong with it, or odd about it, in plain words.
        right: whether it earns full marks.
        kind: of a wrong one; None of a right one.
        cause: of a wrong one, of `CAUSES`; None of a right one.
        about: the things that are wrong.
        source: the text that is handed in.
        path: of the file.
        line: where the entry begins in it.
    """

    exercise: str
    title: str
    right: bool
    kind: EntryKind | None
    cause: str | None
    about: tuple[re.Pattern[str], ...]
    source: str
    path: Path
    line: int

    @property
    def seen(self) -> bool:
        """Whether it may be looked at while the diagnosis is worked on."""
        digest = hashlib.sha256(f"{self.exercise}\n{self.source}".encode()).digest()
        return digest[-1] % 2 == 0

    def fault(self, sentence: str) -> CourseError:
        """What is wrong with the entry itself."""
        return CourseError(sentence, self.path, self.line)


@dataclass(frozen=True)
class Corpus:
    """The entries of one exercise, and the faults of those that cannot be used."""

    entries: tuple[CorpusEntry, ...] = ()
    faults: tuple[CourseError, ...] = ()


def read_corpus(folder: Path) -> Corpus:
    """Read the corpus of an exercise.

    Args:
        folder: `solutions/<assignment>/<exercise>/`.

    Returns:
        Its entries; none where there is no file.
    """
    path = folder / CORPUS_FILE
    if not path.is_file():
        return Corpus()
    try:
        lines = read_text(path).splitlines()
    except CourseError as error:
        return Corpus(faults=tuple(error.faults))
    entries: list[CorpusEntry] = []
    faults: list[CourseError] = []
    begins = [number for number, line in enumerate(lines) if _MARK.match(line)]
    before = lines[: begins[0]] if begins else lines
    faults += (
        CourseError("the text before the first `# %%` belongs to no entry", path, number)
        for number, line in enumerate(before, 1)
        if line.strip() and not line.startswith("#")
    )
    for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        try:
            entries.append(_entry(path, begin + 1, lines[begin:end]))
        except CourseError as error:
            faults += error.faults
    faults += _repeated(entries)
    return Corpus(tuple(entries), tuple(faults))


_MARK: Final = re.compile(r"# ?%%")
_TITLE: Final = re.compile(r"# ?%% *(right|wrong): *(\S.*)")
_FIELD: Final = re.compile(r"# *(\w+): *(.*?) *")


def _entry(path: Path, number: int, lines: list[str]) -> CorpusEntry:
    """One entry, of which the first line is `number`."""
    title = _TITLE.fullmatch(lines[0].rstrip())
    if title is None:
        sentence = (
            "an entry begins with `# %% wrong: ...` or `# %% right: ...`, and says what it is"
        )
        raise CourseError(sentence, path, number)
    right = title[1] == "right"
    fields: dict[str, list[tuple[int, str]]] = {"kind": [], "cause": [], "about": []}
    length = 1
    for line in lines[1:]:
        found = None if right else _FIELD.fullmatch(line.rstrip())
        if found is None:
            break
        if found[1] not in fields:
            # A comment of the code, or a field that is misspelt and would be lost.
            if difflib.get_close_matches(found[1], fields):
                sentence = unknown("field", found[1], list(fields))
                raise CourseError(sentence, path, number + length)
            break
        fields[found[1]].append((number + length, found[2]))
        length += 1
    source = "\n".join(lines[length:]).strip()
    if not source:
        raise CourseError("the entry has no code", path, number)
    kind = None if right else _one_of("kind", fields["kind"], ENTRY_KINDS, path, number)
    return CorpusEntry(
        exercise=path.parent.name,
        title=title[2],
        right=right,
        kind=kind,  # type: ignore[arg-type]
        cause=None if right else _one_of("cause", fields["cause"], CAUSES, path, number),
        about=() if right else tuple(_patterns(fields["about"], path, number)),
        source=f"{source}\n",
        path=path,
        line=number,
    )


def _one_of(
    field: str, given: list[tuple[int, str]], known: tuple[str, ...], path: Path, number: int
) -> str:
    if len(given) != 1:
        how_often = "has no" if not given else "has more than one"
        raise CourseError(f"the entry {how_often} `# {field}: ...`", path, number)
    line, value = given[0]
    if value not in known:
        raise CourseError(unknown(field, value, known), path, line)
    return value


def _patterns(given: list[tuple[int, str]], path: Path, number: int) -> Iterator[re.Pattern[str]]:
    if not given:
        raise CourseError("the entry has no `# about: ...`", path, number)
    for line, text in given:
        try:
            if not text:
                raise re.error("it is empty")
            yield re.compile(text, re.IGNORECASE)
        except re.error as error:
            sentence = f"{text!r} is no regular expression: {error}"
            raise CourseError(sentence, path, line) from None


def _repeated(entries: list[CorpusEntry]) -> Iterator[CourseError]:
    lines: dict[str, int] = {}
    for entry in entries:
        first = lines.setdefault(entry.source, entry.line)
        if first != entry.line:
            yield entry.fault(f"this is the same text as in line {first}")
