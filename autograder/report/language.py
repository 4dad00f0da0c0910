"""The sentences of a language: the framework's own, or those of a file of the course.

Korean and English are built in. For another language a course may have `sentences.<language>.toml`;
a sentence that is missing there is in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any, Literal

from autograder.course.faults import Faults
from autograder.course.toml_file import read_toml
from autograder.course.toml_lines import TomlPath
from autograder.report.class_report_texts import CLASS_REPORT
from autograder.report.command_texts import COMMANDS
from autograder.report.edit_texts import EDITS
from autograder.report.error_texts import ERRORS
from autograder.report.facet_texts import FACET_HINTS, MORE_OF_FACETS
from autograder.report.sentences import RELATION_HINTS, SENTENCES, STATUSES
from autograder.report.slip_texts import SLIPS
from autograder.texts import FALLBACK
from autograder.unknown_names import unknown

__all__ = [
    "Language",
    "language_name",
    "missing_sentences",
    "phrase",
    "read_language",
    "read_languages",
    "sentences_file",
]

Section = Literal[
    "sentences", "statuses", "relations", "facets", "more", "slips", "edits", "commands",
    "class_report", "errors",
]  # fmt: skip

_BUILT_IN: dict[Section, dict[str, dict[str, str]]] = {
    "sentences": SENTENCES,
    "statuses": STATUSES,
    "relations": RELATION_HINTS,
    "facets": FACET_HINTS,
    "more": MORE_OF_FACETS,
    "slips": SLIPS,
    "edits": EDITS,
    "commands": COMMANDS,
    "class_report": CLASS_REPORT,
    "errors": ERRORS,
}

Phrases = Mapping[str, Mapping[str, str]]
"""Sentences by section and name."""


class Language(str):
    """The code of a language, as `es`, with the sentences that a course gives in it.

    It can be used wherever the code of a language can.

    Attributes:
        own: the course's sentences, by section and name.
    """

    own: Phrases

    def __new__(cls, code: str, own: Phrases | None = None) -> Language:
        """Make one of a code and a course's own sentences."""
        made = super().__new__(cls, code)
        made.own = own or {}
        return made

    @property
    def phrases(self) -> dict[str, dict[str, str]]:
        """The course's own sentences as plain dicts, which can cross to a worker."""
        return {section: dict(each) for section, each in self.own.items()}


def phrase(language: str, section: Section, name: str) -> str:
    """A sentence with its gaps: the course's own, else the built-in one, else in English."""
    own = language.own.get(section, {}) if isinstance(language, Language) else {}
    if name in own:
        return own[name]
    built_in = _BUILT_IN[section]
    return built_in.get(language, built_in[FALLBACK])[name]


def language_name(language: str) -> str:
    """The name of a language in itself, as `한국어`; its code where that is not known."""
    own = language.own.get("sentences", {}) if isinstance(language, Language) else {}
    built_in = SENTENCES.get(language, {})
    return own.get("language_name") or built_in.get("language_name") or str(language)


def missing_sentences(language: Language) -> list[str]:
    """The sections and names of the sentences that this language lacks."""
    return [
        f"{section}.{name}"
        for section, by_language in _BUILT_IN.items()
        if language not in by_language
        for name in by_language[FALLBACK]
        if name not in language.own.get(section, {})
    ]


def sentences_file(language: str) -> str:
    """The name of the file in which a course has the sentences of a language."""
    return f"sentences.{language}.toml"


def read_languages(languages: Iterable[str], folder: Path) -> list[Language]:
    """Several languages, each with the sentences of its file in a folder.

    Raises:
        CourseError: if a file has a fault; a `CourseErrors` if there are several.
    """
    faults = Faults()
    found = [faults.attempt(read_language, each, folder) for each in languages]
    faults.raise_any()
    return found


def read_language(language: str, folder: Path) -> Language:
    """A language with the sentences of its file in a folder, if there is one.

    Args:
        language: its code.
        folder: the root of the course, or where the public checks are.

    Raises:
        CourseError: if a sentence of the file has a fault; a `CourseErrors` if several have.
    """
    try:
        file = read_toml(folder / sentences_file(language))
    except FileNotFoundError:
        return Language(language)
    faults = Faults()
    faults.add(file.fault(sentence, where) for where, sentence in _faults_of_file(file.document))
    faults.raise_any()
    return Language(language, file.document)


_Fault = tuple[TomlPath, str]


def _faults_of_file(document: dict[str, Any]) -> Iterator[_Fault]:
    for section, phrases in document.items():
        known = _BUILT_IN.get(section)  # type: ignore[call-overload]
        if known is None:
            yield (section,), unknown("section", section, _BUILT_IN)
        elif not isinstance(phrases, dict):
            yield (section,), f"`{section}` is a table of sentences"
        else:
            yield from _faults_of_section(section, phrases, known[FALLBACK])


def _faults_of_section(
    section: str, phrases: dict[str, Any], english: dict[str, str]
) -> Iterator[_Fault]:
    for name, text in phrases.items():
        where = (section, name)
        if name not in english:
            yield where, unknown("sentence", name, english)
        elif not isinstance(text, str) or not text.strip():
            yield where, f"`{section}.{name}`: expected a text that is not empty"
        else:
            for sentence in _gap_faults(text, english[name]):
                yield where, f"`{section}.{name}`: {sentence}"


def _gap_faults(text: str, english: str) -> Iterator[str]:
    known = _gaps(english)
    try:
        found = _gaps(text)
    except ValueError as error:
        yield f"its braces do not pair up: {error}"
        return
    for gap in found:
        if gap not in known:
            yield unknown("gap", gap, known)


def _gaps(text: str) -> list[str]:
    """The gaps of a sentence as they are written, as `{absolute:.3g}`."""
    gaps = []
    for _, name, form, conversion in Formatter().parse(text):
        if name is not None:
            converted = f"!{conversion}" if conversion else ""
            formatted = f":{form}" if form else ""
            gaps.append(f"{{{name}{converted}{formatted}}}")
    return list(dict.fromkeys(gaps))
