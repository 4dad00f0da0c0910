"""Which known name is meant by one that browsers, systems and people have changed."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from typing import Final, Literal

__all__ = [
    "attempt_number",
    "code_kind",
    "is_archive",
    "meant_exactly",
    "meant_nearly",
    "without_ending",
]

CodeKind = Literal["notebook", "file"]

_ENDINGS: Final = re.compile(
    r"(?:\.(?:ipynb|py|txt|json|zip|tar|gz|tgz|7z|rar|bz2|xz))+$", re.IGNORECASE
)
_COPIES: Final = re.compile(
    r"(?:[\s_-]*\(\d{1,4}\)|[\s_-]+copy(?:[\s_-]*\(?\d{1,4}\)?)?|[\s_-]+(?:복사본|사본)"
    r"(?:[\s_-]*\(?\d{1,4}\)?)?|의 사본)$"
)
_GAPS: Final = re.compile(r"[\s_.+-]+")
_NOTEBOOK: Final = re.compile(r"\.ipynb(?:\.(?:txt|json))?$", re.IGNORECASE)
_FILE: Final = re.compile(r"\.py(?:\.txt)?$", re.IGNORECASE)
_ARCHIVE: Final = re.compile(r"\.(?:zip|tar|gz|tgz|7z|rar|bz2|xz|egg)$", re.IGNORECASE)
_NEAR: Final = 0.8
"""How alike two names are, from 0 to 1, where one is a slip of the other."""

_DIGITS: Final = re.compile(r"\d+")
_LONGEST: Final = 120
_TIME: Final = re.compile(
    r"(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)"
    r"(?:[ T_-]{0,2}(\d\d)[-_.:]?(\d\d)(?:[-_.:]?(\d\d)(?:[.,](\d{1,9}))?)?)?"
    r"(?: ?(?:Z|[A-Z]{3,4}|[+-]\d\d:?\d\d))?"
)


def code_kind(name: str) -> CodeKind | None:
    """What a file's name says that it is."""
    if _NOTEBOOK.search(name):
        return "notebook"
    return "file" if _FILE.search(name) else None


def without_ending(name: str) -> str:
    """A file's name without what says that it is code, else without its last ending."""
    for endings in (_NOTEBOOK, _FILE):
        if found := endings.search(name):
            return name[: found.start()]
    return name.rpartition(".")[0]


def is_archive(name: str) -> bool:
    """Whether a file's name says that others are packed into it."""
    return _ARCHIVE.search(name) is not None


def _plain(name: str) -> str:
    """A name without endings, marks of a copy, case, and the kind of its gaps."""
    text = unicodedata.normalize("NFKC", name[:_LONGEST]).strip()
    text = _ENDINGS.sub("", text).casefold()
    while (shorter := _COPIES.sub("", text)) != text:
        text = shorter
    return _GAPS.sub("_", text).strip("_")


def meant_exactly(name: str, known: Iterable[str]) -> str | None:
    """The one known name that this is, but for an ending, case, gaps, or the mark of a copy."""
    names = list(known)
    if name in names:
        return name
    return _only({each for each in names if _plain(each) == _plain(name)})


def meant_nearly(name: str, known: Iterable[str]) -> str | None:
    """The one known name that this has as words of its own, or is a slip of; None for several."""
    names = list(known)
    exact = meant_exactly(name, names)
    if exact is not None:
        return exact
    plain = _plain(name)
    within = {each for each in names if _has_words(plain, _plain(each))}
    if within:
        # One that is a part of another is not meant by itself.
        return _only(
            {
                each
                for each in within
                if not any(_has_words(_plain(other), _plain(each)) for other in within - {each})
            }
        )
    # A wrong digit is another assignment, not a slip.
    alike = [each for each in names if _DIGITS.findall(_plain(each)) == _DIGITS.findall(plain)]
    near = difflib.get_close_matches(plain, [_plain(each) for each in alike], n=2, cutoff=_NEAR)
    return _only({each for each in alike if _plain(each) in near}) if len(near) == 1 else None


def _has_words(text: str, words: str) -> bool:
    return f"_{words}_" in f"_{text}_"


def _only(names: set[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


def attempt_number(name: str) -> tuple[int, ...] | None:
    """The place of an attempt among others, if a folder's name is a time or a whole number."""
    found = _TIME.fullmatch(name)
    if found is not None:
        parts = [int(part or 0) for part in found.groups()]
        if 1 <= parts[1] <= 12 and 1 <= parts[2] <= 31:
            return (1, *parts)
    if name.isascii() and name.isdigit() and len(name) < 18:
        return (0, int(name))
    return None
