"""Reading `course.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from autograder.course.faults import Faults
from autograder.course.toml_file import read_toml
from autograder.course.toml_lines import TomlPath
from autograder.errors import CourseError
from autograder.limits import Limits
from autograder.texts import Text, decode_text, is_language
from autograder.unknown_names import unknown

__all__ = [
    "NAME",
    "AssignmentSettings",
    "DiagnosisSettings",
    "NoteSettings",
    "Settings",
    "TaskSettings",
    "faults_of_course",
    "read_settings",
]

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
"""The names of assignments, exercises and mistakes."""


class TaskSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[assignment.task]]`: what a person grades, beside the exercises."""

    name: str
    points: Annotated[int, msgspec.Meta(ge=1)]


class AssignmentSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[assignment]]`: its folder, its title and the order of its exercises.

    Attributes:
        name: of its folder under `solutions/`.
        title: what students call it.
        order: its exercises and tasks; exercises that it does not name follow in alphabetical
            order, and then the tasks.
        task: what a person grades.
        due: until when it can be handed in without being late; None for what the gradebook says.
    """

    name: str
    title: Text
    order: list[str] = []
    task: list[TaskSettings] = []
    due: Annotated[datetime, msgspec.Meta(tz=True)] | None = None


class NoteSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[note]]`: a numbered point of the lecture that the course belongs to."""

    number: str
    title: Text


class DiagnosisSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The `[diagnosis]` of a course: how far wrong answers are explained.

    Attributes:
        explanations: how many may come together: 2; 1 for one alone; 0 for the mistakes that the
            authors listed, and general relations, without what is worked out beforehand.
    """

    explanations: Annotated[int, msgspec.Meta(ge=0, le=2)] = 2


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `course.toml`.

    Attributes:
        title: of the course.
        languages: of its texts; the first is that of reports, where nobody asks for another.
        assignment: the assignments in the order in which they are taught.
        note: the points of the lecture; exercises say which of them they belong to.
        limits: bounds on a submission.
        diagnosis: how far wrong answers are explained.
        install: what `%pip install` is given where a notebook was uploaded alone: the address of
            the wheel; None for the wheel's name, which then lies beside the notebook.
        attempts: which of several attempts of a student counts: the `last` one, or the `best`.
        release_hidden: when feedback may first tell of hidden checks; None for at once.
    """

    title: Text
    languages: list[str]
    assignment: list[AssignmentSettings] = []
    note: list[NoteSettings] = []
    limits: Limits = Limits()
    diagnosis: DiagnosisSettings = DiagnosisSettings()
    install: Annotated[str, msgspec.Meta(pattern=r"^[!-~][ -~]*$")] | None = None
    attempts: Literal["last", "best"] = "last"
    release_hidden: Annotated[datetime, msgspec.Meta(tz=True)] | None = None

    @property
    def language(self) -> str:
        """The language of reports, where nobody asks for another."""
        return self.languages[0]


def read_settings(path: Path) -> Settings:
    """Read and validate `course.toml`.

    Raises:
        CourseError: if it is missing, is not TOML, or says something it may not; a `CourseErrors`
            where it has several faults.
    """
    try:
        file = read_toml(path)
    except FileNotFoundError:
        raise CourseError("there is no course here: this file is missing", path) from None
    found = [file.fault(sentence, where) for where, sentence in faults_of_course(file.document)]
    faults = Faults()
    faults.add(sorted(found, key=lambda fault: fault.line or 0))
    faults.raise_any()
    return msgspec.convert(file.document, Settings, dec_hook=decode_text)


_Fault = tuple[TomlPath, str]
"""Where in the file, and what is wrong there."""


def faults_of_course(document: dict[str, Any]) -> Iterator[_Fault]:
    """All that is wrong with what `course.toml` says, each with its place in it."""
    languages = document.get("languages")
    found = [*_language_faults(languages)] if "languages" in document else []
    yield from found
    # What a title has to have is not known where the languages are not.
    known = languages if "languages" in document and not found else None
    yield from _faults_of(document, Settings, (), known)
    yield from _repeated_names(document)


def _language_faults(languages: Any) -> Iterator[_Fault]:
    where: TomlPath = ("languages",)
    if not isinstance(languages, list) or not languages:
        yield where, '`languages` is a list of languages, as in ["ko", "en"]'
        return
    for index, each in enumerate(languages):
        if not is_language(each):
            yield (*where, index), f"a language is two or three small letters, not {each!r}"
        elif each in languages[:index]:
            yield (*where, index), f"the language {each!r} is there twice"


def _faults_of(
    value: Any, kind: Any, where: TomlPath, languages: list[str] | None
) -> Iterator[_Fault]:
    """What keeps a value from being of a kind, at any depth."""
    if where == ("languages",):
        return
    if kind is Text:
        yield from _text_faults(value, where, languages)
    elif get_origin(kind) is list and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _faults_of(item, get_args(kind)[0], (*where, index), languages)
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct) and isinstance(value, dict):
        yield from _table_faults(value, kind, where, languages)
    elif get_origin(kind) is Literal:
        if value not in get_args(kind):
            yield where, f"`{_dotted(where)}`: expected {' or '.join(map(repr, get_args(kind)))}"
    else:
        try:
            msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            yield where, f"`{_dotted(where)}`: {_plain(error)}"


_EXAMPLES = {"languages": '["en"]', "points": "4"}
"""What a key that has to be there may say, if it is no text."""


def _table_faults(
    table: dict[str, Any],
    kind: type[msgspec.Struct],
    where: TomlPath,
    languages: list[str] | None,
) -> Iterator[_Fault]:
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    for name, field in fields.items():
        if name in table:
            yield from _faults_of(table[name], field.type, (*where, name), languages)
        elif field.required:
            example = _EXAMPLES.get(name, '"..."')
            yield where, f"`{_dotted((*where, name))}` is missing, as in {name} = {example}"
    for name in table:
        if name not in fields:
            place = f"`{_dotted(where)}`: " if where else ""
            yield (*where, name), f"{place}{unknown('key', name, fields)}"


def _text_faults(value: Any, where: TomlPath, languages: list[str] | None) -> Iterator[_Fault]:
    name = _dotted(where)
    if not isinstance(value, dict):
        if not isinstance(value, str):
            yield where, f"`{name}`: expected a text, or texts by language"
        elif not value.strip():
            yield where, f"`{name}` is empty"
        elif languages is not None and len(languages) > 1:
            inside = ", ".join(f'{each} = "..."' for each in languages)
            yield where, f"`{name}` is a text for each language: {{ {inside} }}"
        return
    for language, text in value.items():
        if not isinstance(text, str) or not text.strip():
            yield (*where, language), f"`{name}.{language}`: expected a text that is not empty"
    if languages is None:
        return
    for language in value:
        if language not in languages:
            sentence = unknown("language", language, languages)
            yield (*where, language), f"`{name}`: {sentence}"
    for language in languages:
        if language not in value:
            yield where, f"`{name}` has no text in {language!r}"


def _repeated_names(document: dict[str, Any]) -> Iterator[_Fault]:
    assignments = document.get("assignment")
    names: set[str] = set()
    for index, table in enumerate(assignments if isinstance(assignments, list) else ()):
        name = table.get("name") if isinstance(table, dict) else None
        if not isinstance(name, str):
            continue
        where: TomlPath = ("assignment", index)
        if not NAME.fullmatch(name):
            sentence = f"{name!r} is no name: letters, digits and underscores, a letter first"
            yield (*where, "name"), sentence
        elif name in names:
            yield (*where, "name"), f"a second assignment named {name!r}"
        names.add(name)
        order = table.get("order")
        for place, each in _repeated(order if isinstance(order, list) else []):
            yield (*where, "order", place), f"the exercise {each!r} is there twice"
        yield from _task_faults(table.get("task"), where)


def _task_faults(tasks: Any, where: TomlPath) -> Iterator[_Fault]:
    """What is wrong with the names of an assignment's tasks."""
    listed = [each for each in tasks if isinstance(each, dict)] if isinstance(tasks, list) else []
    names = [each.get("name") for each in listed]
    for place, name in enumerate(names):
        if isinstance(name, str) and (not NAME.fullmatch(name) or name in _TAKEN):
            taken = ", ".join(map(repr, _TAKEN))
            sentence = f"{name!r} is no name of a task: letters, digits, underscores, not {taken}"
            yield (*where, "task", place, "name"), sentence
    for place, name in _repeated(names):
        yield (*where, "task", place, "name"), f"the task {name!r} is there twice"


_TAKEN = ("intro", "takeaway", "notebook", "statement")
"""Names that other texts have."""


def _repeated(items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
    seen: list[Any] = []
    for place, each in enumerate(items):
        if each in seen:
            yield place, each
        seen.append(each)


def _dotted(where: TomlPath) -> str:
    return ".".join(each for each in where if isinstance(each, str))


_PLAIN = {
    "`float`": "a number",
    "`int`": "a whole number",
    "`str`": "a text",
    "`bool`": "true or false",
    "`array`": "a list",
    "`object`": "a table",
}


def _plain(error: msgspec.ValidationError) -> str:
    """What msgspec says, in words of TOML and without its own kind of place."""
    said = str(error).partition(" - at `$")[0]
    if "datetime" in said:
        return "expected a time with its zone, as in 2026-12-01T09:00:00+09:00"
    for theirs, ours in _PLAIN.items():
        said = said.replace(theirs, ours)
    return said[0].lower() + said[1:]
