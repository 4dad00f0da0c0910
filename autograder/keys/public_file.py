"""The public part of a key as a JSON file: what a student's own check is judged by.

The file holds data alone: inputs, expected outputs, what known mistakes would answer, and hints.
Of an answer that is long it has a sketch, by which the same answer is recognised.
The structs are its schema.
"""

from __future__ import annotations

import hashlib
import json
import symtable
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from autograder.compare import Tolerance, agrees
from autograder.course.check_parts import Plot, PlotKind, Reports
from autograder.errors import CourseError
from autograder.file_problems import field_problem, require_format
from autograder.keys.asked_again import ask_again
from autograder.keys.facts import facts
from autograder.keys.file_faults import told_as_faults
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.keys.library_text import LibraryText, read_library_text, write_library_text
from autograder.keys.own_judge import OwnJudge
from autograder.keys.sketched import sketched
from autograder.keys.value_text import read_answer, read_value, write_value
from autograder.sandbox.codec import Value
from autograder.sandbox.guest.drivers import BUILT_IN
from autograder.sandbox.outcome import Outcome, Problem, ProblemKind
from autograder.texts import Text, encode_text, is_language, text_by_language

__all__ = [
    "FORMAT",
    "PUBLIC_FOLDER",
    "dump_key",
    "is_current",
    "is_made_from",
    "load_key",
    "read_key",
]

FORMAT: Final = 4
PUBLIC_FOLDER: Final = "public"
"""Where the files lie, beside the stubs and beside the notebook."""

_MAX_BYTES: Final = 8 << 20
"""Of a file; it bounds everything that is built from one."""

_Line = Annotated[str, Meta(min_length=1, max_length=1000)]
_Name = Annotated[str, Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$", max_length=100)]
_Driver = Annotated[
    str, Meta(pattern=r"^[A-Za-z_]\w*$|^inputs_after\([A-Za-z_]\w*\)$", max_length=120)
]
_Mistake = Annotated[
    str,
    Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*(\[[A-Za-z0-9_=,.'+ -]{1,200}\])?$", max_length=300),
]
"""The name of a mistake, with the values of its parameters if it has any."""
_Word = Annotated[str, Meta(max_length=100)]
_Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
_Bound = Annotated[float, Meta(ge=0)]
_Texts = dict[str, _Line]
"""A text by language."""


class _Data:
    """Any value of the door's grammar; `value_text` says how it is written."""

    def __init__(self, value: Value) -> None:
        self.value = value


class _Answer(_Data):
    """What a mistake answers: a value, in which what is long is a sketch."""


class _Outcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a mistake makes of a case: an output, or a problem with the type of the error."""

    output: _Answer | UnsetType = UNSET
    problem: ProblemKind | UnsetType = UNSET
    type: Annotated[str, Meta(max_length=200)] | UnsetType = UNSET

    def __post_init__(self) -> None:
        has_output = self.output is not UNSET
        if has_output in (self.problem is not UNSET, self.type is not UNSET):
            raise ValueError("there is either `output`, or `problem` and `type`")


class _Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    inputs: _Data
    expected: _Data
    mistakes: dict[str, _Outcome]
    most_steps: Annotated[int, Meta(ge=1)] | UnsetType = UNSET

    def __post_init__(self) -> None:
        if type(self.inputs.value) is not dict:
            raise ValueError("expected a `dict` by argument name - at `$.inputs`")


class _Plot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: PlotKind
    x: _Texts | _Line
    y: _Texts | _Line
    bowl: tuple[float, float] | None


class _Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: _Line
    label: _Texts
    points: Annotated[int, Meta(ge=1, le=1_000_000)]
    driver: _Driver
    reports: Reports
    rtol: _Bound | None
    atol: _Bound | None
    plot: _Plot | None
    cases: Annotated[list[_Case], Meta(min_length=1)]
    judge: _Name | UnsetType = UNSET
    partial: bool | UnsetType = UNSET
    extra: bool | UnsetType = UNSET


class _KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One exercise.

    Attributes:
        format: the number of this format.
        sources: the digest of what the file is made from; see `keys.sources`.
        content: the digest of the file's own text, in which this digest is empty.
        exercise: its name, and that of the function or class that it asks for.
        assignment: the assignment that it belongs to.
        title: by language; it has the languages of the course, in their order.
        driver: the text of its own drivers, or null.
        signature: of the reference, and of the public methods of a class: by parameter, whether it
            must be given.
        hints: of the known mistakes, by their names.
        checks: in the author's order.
        library: what ways of being wrong that nobody listed answer to these checks, or null.
        judge: the text of its own judges, if it has any.
        reasons: what these may say is wrong, by name.
        forbid: what an answer may not use, if there is anything.
        require: what it has to use.
        rounding: the mistakes whose wrong answers are rounding errors.
    """

    format: int
    sources: _Digest
    content: _Digest
    exercise: _Name
    assignment: _Line
    title: _Texts
    driver: str | None
    signature: dict[_Word, dict[_Word, bool]]
    hints: dict[_Mistake, _Texts]
    checks: Annotated[list[_Check], Meta(min_length=1)]
    library: LibraryText | None
    judge: str | UnsetType = UNSET
    reasons: dict[_Name, _Texts | _Line] | UnsetType = UNSET
    forbid: list[_Line] | UnsetType = UNSET
    require: list[_Line] | UnsetType = UNSET
    rounding: list[_Mistake] | UnsetType = UNSET


def dump_key(key: Key, sources: str) -> str:
    """The text of a public key.

    Args:
        key: with public checks alone.
        sources: the digest of what it was made from.

    Raises:
        ValueError: if it has a hidden check.
    """
    if not all(check.public for check in key.checks):
        raise ValueError(f"the key of {key.exercise!r} has hidden checks")
    file = _KeyFile(
        format=FORMAT,
        sources=sources,
        content="",
        exercise=key.exercise,
        assignment=key.assignment,
        title=_texts(key.title),
        driver=key.driver_source,
        signature={name: dict(parameters) for name, parameters in key.signature.items()},
        hints={name: _texts(hint) for name, hint in key.hints.items()},
        checks=[_write_check(check) for check in key.checks],
        library=None if key.library is None else write_library_text(key.library),
        judge=next((check.judge.source for check in key.checks if check.judge), UNSET),
        reasons={name: encode_text(text) for name, text in key.reasons.items()} or UNSET,
        forbid=list(key.forbid) or UNSET,
        require=list(key.require) or UNSET,
        rounding=list(key.rounding) or UNSET,
    )
    document = msgspec.to_builtins(file, enc_hook=lambda data: write_value(data.value))
    text = _lines(document)
    return text.replace(_content(""), _content(_digest(text)), 1)


def _lines(document: Mapping[str, Any]) -> str:
    """A document with a line for each field, each check and each hint."""
    fields = [f" {_line(name)}: {_rows(value)}" for name, value in document.items()]
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _rows(value: Any) -> str:
    rows: list[str] = []
    if isinstance(value, list):
        rows = [_line(each) for each in value]
    elif isinstance(value, dict):
        rows = [f"{_line(name)}: {_line(each)}" for name, each in value.items()]
    if not rows:
        return _line(value)
    begin, end = ("[", "]") if isinstance(value, list) else ("{", "}")
    return begin + "\n  " + ",\n  ".join(rows) + f"\n {end}"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _write_check(check: KeyCheck) -> _Check:
    plot = check.plot
    return _Check(
        name=check.name,
        label=_texts(check.label),
        points=check.points,
        driver=check.driver,
        reports=check.reports,
        rtol=check.tolerance.rtol,
        atol=check.tolerance.atol,
        plot=None if plot is None else _write_plot(plot),
        cases=[
            _Case(
                inputs=_Data(case.inputs),
                expected=_Data(case.expected),
                mistakes=dict(_write_mistakes(case, check.tolerance, check.judge)),
                most_steps=case.most_steps or UNSET,
            )
            for case in check.cases
        ],
        judge=UNSET if check.judge is None else check.judge.name,
        partial=check.partial or UNSET,
        extra=check.extra or UNSET,
    )


def _write_plot(plot: Plot) -> _Plot:
    return _Plot(plot.kind, encode_text(plot.x), encode_text(plot.y), plot.bowl)


def _texts(text: Text) -> _Texts:
    return dict(text.items())


def _write_mistakes(
    case: KeyCase, tolerance: Tolerance, judge: OwnJudge | None
) -> Iterator[tuple[str, _Outcome]]:
    """What the mistakes answer, without those that answer this case rightly."""
    for name, outcome in case.mistakes.items():
        if outcome.problem is not None:
            yield name, _Outcome(problem=outcome.problem.kind, type=outcome.problem.type)
        elif judge is not None and judge.accepts(outcome.output, case.expected, case.inputs):
            continue
        elif judge is not None or not agrees(outcome.output, case.expected, tolerance):
            answer = outcome.output if judge else sketched(outcome.output, case.expected)
            yield name, _Outcome(output=_Answer(answer))


def _content(digest: str) -> str:
    return f'\n "content": "{digest}"'


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class _Head(msgspec.Struct):
    sources: str
    content: str


def is_current(old: str, new: str) -> bool:
    """Whether a file is as good as a new one: made from the same sources, and not edited since.

    Their numbers may differ in the last bits, as exponentials do between processors.

    Args:
        old: the text of the file.
        new: what `dump_key` makes now.
    """
    head = _head(new)
    return head is not None and is_made_from(old, head.sources)


def is_made_from(text: str, sources: str) -> bool:
    """Whether a file was made from these sources, and not edited since.

    Args:
        text: of the file.
        sources: the digest of them.
    """
    head = _head(text)
    if head is None:
        return False
    written = text.replace(_content(head.content), _content(""), 1)
    return head.sources == sources and head.content == _digest(written)


def _head(text: str) -> _Head | None:
    try:
        return msgspec.json.decode(text, type=_Head)
    except (msgspec.DecodeError, RecursionError):
        return None


def read_key(path: Path) -> Key:
    """Read a public key from its file.

    Raises:
        CourseError: if it is missing, is of another format, or is not a key.
    """
    missing = "the public checks of this exercise are missing"
    try:
        with told_as_faults(path, "the public checks", missing), path.open("rb") as file:
            key = load_key(file.read(_MAX_BYTES + 1).decode("utf-8"))
            if key.exercise != path.stem:
                raise ValueError(f"in `exercise`, {key.exercise!r} is not the name of the file")
    except ValueError as error:
        raise CourseError(f"this is not a file of public checks: {error}", path) from None
    return key


def load_key(text: str) -> Key:
    """The key in this text; the inverse of `dump_key`.

    Raises:
        FormatError: if it is of another format.
        ValueError: if it is not a key, with the field that is wrong.
    """
    if len(text) > _MAX_BYTES:
        raise ValueError(f"it is larger than {_MAX_BYTES >> 20} MiB")
    try:
        require_format(text, FORMAT, "these public checks are", _OUTDATED)
        file = msgspec.json.decode(text, type=_KeyFile, dec_hook=_read_data)
    except msgspec.DecodeError as error:
        raise ValueError(field_problem(error)) from None
    except RecursionError:
        raise ValueError("it is nested without end") from None
    for problem in _problems(file):
        raise ValueError(field_problem(problem))
    try:
        return _key(file)
    except ValueError as error:
        raise ValueError(field_problem(error)) from None


_OUTDATED = "get the exercises anew, or make them anew with `autograder build`"


def _read_data(kind: type[Any], document: Any) -> _Data:
    return _Answer(read_answer(document)) if kind is _Answer else _Data(read_value(document))


def _problems(file: _KeyFile) -> Iterator[ValueError]:
    """What no single field shows, with the path as msgspec writes it."""
    yield from _language_problems(dict(_texts_by_language(file)))
    try:
        drivers = {*BUILT_IN, *_own_drivers(file.driver or "")}
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        yield ValueError("the text is not Python - at `$.driver`")
        return
    judges = set(_own_drivers(file.judge or "")) if _is_python(file.judge) else None
    names = Counter(check.name for check in file.checks)
    for number, check in enumerate(file.checks):
        place = f"$.checks[{number}]"
        if names[check.name] > 1:
            yield ValueError(f"another check has the same name - at `{place}.name`")
        if _own_name(check.driver) not in drivers:
            problem = f"there is no driver named {check.driver!r}"
            yield ValueError(f"{problem} - at `{place}.driver`")
        if check.judge is not UNSET and (judges is None or check.judge not in judges):
            yield ValueError(f"there is no judge named {check.judge!r} - at `{place}.judge`")
        for index, case in enumerate(check.cases):
            where = f"{place}.cases[{index}]"
            if facts(check.reports, case.expected.value) is None:
                yield ValueError(f"this is not what `reports` says - at `{where}.expected`")
            for name in case.mistakes.keys() - file.hints.keys():
                yield ValueError(f"{name!r} has no hint in `hints` - at `{where}.mistakes`")


def _is_python(text: str | UnsetType) -> bool:
    try:
        symtable.symtable(text or "", "judge.py", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _texts_by_language(file: _KeyFile) -> Iterator[tuple[str, _Texts]]:
    """Every text that has languages, with its path."""
    yield "$.title", file.title
    for name, hint in file.hints.items():
        yield f"$.hints.{name}", hint
    for number, each in enumerate(file.library.explanations if file.library else ()):
        for depth, words in (("hint", each.hint), ("hint2", each.hint2)):
            if words is not None:
                yield f"$.library.explanations[{number}].{depth}", words
    for number, check in enumerate(file.checks):
        place = f"$.checks[{number}]"
        yield f"{place}.label", check.label
        axes = {} if check.plot is None else {"x": check.plot.x, "y": check.plot.y}
        for axis, text in axes.items():
            if isinstance(text, dict):
                yield f"{place}.plot.{axis}", text


def _language_problems(texts: dict[str, _Texts]) -> Iterator[ValueError]:
    """What keeps the texts from being in the same languages: the one of them that differs."""
    languages = Counter(tuple(sorted(text)) for text in texts.values()).most_common(1)[0][0]
    for place, text in texts.items():
        for language in languages:
            if language not in text:
                yield ValueError(f"there is no text in {language!r} - at `{place}`")
        for language in text:
            if language not in languages or not is_language(language):
                yield ValueError(f"there is no language {language!r} - at `{place}`")
        if not text:
            yield ValueError(f"there is no text in any language - at `{place}`")


def _own_name(driver: str) -> str:
    """The name of the driver whose inputs are reported too, or its own."""
    return driver.removeprefix("inputs_after(").removesuffix(")")


def _own_drivers(source: str) -> Iterator[str]:
    """The names that the text of the drivers defines, found without running it."""
    for symbol in symtable.symtable(source, "driver.py", "exec").get_symbols():
        if symbol.is_assigned():
            yield symbol.get_name()


def _key(file: _KeyFile) -> Key:
    checks = tuple(_key_check(check, file) for check in file.checks)
    return Key(
        exercise=file.exercise,
        assignment=file.assignment,
        title=text_by_language(file.title),
        driver_source=file.driver,
        signature={name: list(each.items()) for name, each in file.signature.items()},
        checks=checks,
        probes=ask_again(checks),
        hints={name: text_by_language(texts) for name, texts in file.hints.items()},
        library=None if file.library is None else read_library_text(file.library),
        reasons={name: text_by_language(text) for name, text in (file.reasons or {}).items()},
        forbid=tuple(file.forbid or ()),
        require=tuple(file.require or ()),
        rounding=tuple(each for each in file.rounding or () if each in file.hints),
    )


def _key_check(check: _Check, file: _KeyFile) -> KeyCheck:
    return KeyCheck(
        name=check.name,
        label=text_by_language(check.label),
        points=check.points,
        public=True,
        driver=check.driver,
        reports=check.reports,
        direct=check.driver in BUILT_IN and check.driver not in _own_drivers(file.driver or ""),
        tolerance=Tolerance(check.rtol, check.atol),
        plot=None if check.plot is None else _key_plot(check.plot),
        cases=tuple(_key_case(case, file.hints) for case in check.cases),
        judge=_key_judge(check, file),
        partial=check.partial is True,
        extra=check.extra is True,
    )


def _key_judge(check: _Check, file: _KeyFile) -> OwnJudge | None:
    if check.judge is UNSET:
        return None
    return OwnJudge(check.judge, file.judge or "", tuple(file.reasons or ()))


def _key_plot(plot: _Plot) -> Plot:
    return Plot(plot.kind, plot.x, plot.y, plot.bowl)


def _key_case(case: _Case, mistakes: dict[str, _Texts]) -> KeyCase:
    # What is not there answers rightly.
    right = _Outcome(output=_Answer(case.expected.value))
    answers = {name: _outcome(case.mistakes.get(name, right)) for name in mistakes}
    return KeyCase(case.inputs.value, case.expected.value, answers, case.most_steps or 0)


def _outcome(answer: _Outcome) -> Outcome:
    if isinstance(answer.output, _Answer):
        return Outcome(output=answer.output.value)
    assert isinstance(answer.problem, str)  # noqa: S101 - the struct has one of the two
    assert isinstance(answer.type, str)  # noqa: S101
    return Outcome(problem=Problem(answer.problem, answer.type))
