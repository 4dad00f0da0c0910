"""Whether `grading.py` declares an exercise that can be graded."""

from __future__ import annotations

import importlib.util
import inspect
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from autograder.course.authoring import Check, EditWords, Exercise, Plot, PlotKind, Reports
from autograder.course.domains import domain_faults
from autograder.course.source_lines import line_of_keys, line_of_word
from autograder.errors import CourseError
from autograder.texts import Text, text_by_language
from autograder.unknown_names import unknown

__all__ = ["faults_of_exercise", "label_checks", "word_edits"]

_OPTIONS = [
    name
    for name, parameter in inspect.signature(Exercise.check).parameters.items()
    if parameter.kind is parameter.KEYWORD_ONLY
]

_RULE_WORDS = ("loops", "recursion")
"""What can be forbidden or required beside functions."""


def label_checks(exercise: Exercise, languages: Sequence[str]) -> None:
    """Give each check of an exercise without faults its text in every language of the course."""
    exercise.checks = [
        replace(check, label=Text(**_texts_of_check(check, languages))) for check in exercise.checks
    ]


def word_edits(exercise: Exercise, languages: Sequence[str]) -> None:
    """Give the words for edits of an exercise without faults as texts in the course's languages."""
    exercise.edits = [
        replace(
            each,
            hint=_edit_text(each, languages, ""),
            hint2=_edit_text(each, languages, _DEEPER),
        )
        for each in exercise.edits
    ]


def _edit_text(words: EditWords, languages: Sequence[str], depth: str) -> Text | None:
    texts = {
        each: words.texts[f"{each}{depth}"] for each in languages if f"{each}{depth}" in words.texts
    }
    return Text(**texts) if texts else None


_DEEPER = "2"
"""What follows a language in the keyword of a deeper hint: `en2`."""


def _texts_of_check(check: Check, languages: Sequence[str]) -> dict[str, str]:
    return {each: check.translations.get(each, check.name) for each in languages}


def faults_of_exercise(
    exercise: Exercise, path: Path, languages: Sequence[str]
) -> Iterator[CourseError]:
    """Every fault in the declaration of an exercise.

    Args:
        exercise: what `grading.py` made.
        path: of that file.
        languages: of the course.

    Yields:
        Each fault with its line.
    """
    text = path.read_text(encoding="utf-8")
    line = line_of_word(text, "exercise")
    for sentence in _faults_of_whole(exercise):
        yield CourseError(sentence, path, line)
    for sentence in _faults_of_rules(exercise, languages):
        yield CourseError(sentence, path, line)
    for keys, sentence in domain_faults(exercise.domain):
        yield CourseError(sentence, path, line_of_keys(text, *keys) or line)
    names: list[str] = []
    for check in exercise.checks:
        for sentence in (*_faults_of_check(check), *_label_faults(check, languages)):
            yield CourseError(sentence, path, check.line)
        if check.name in names:
            yield CourseError(f"a second check named {check.name!r}", path, check.line)
        names.append(check.name)
    yield from (CourseError(said, path, line) for line, said in _faults_of_probes(exercise))
    for words in exercise.edits:
        for sentence in _faults_of_edit(words, exercise, languages):
            yield CourseError(sentence, path, words.line)
    if exercise.checks:
        for sentence in _faults_of_sum(exercise):
            yield CourseError(sentence, path, line)


def _faults_of_sum(exercise: Exercise) -> Iterator[str]:
    """What is wrong with the checks taken together."""
    points = [check.points for check in exercise.checks if not check.extra]
    if all(map(_is_whole, (*points, exercise.points))) and sum(points) != exercise.points:
        yield f"the checks are worth {sum(points)} points, the exercise says {exercise.points}"
    if not points:
        yield "every check is extra credit"
    if not any(check.public for check in exercise.checks):
        yield "no check is public: students would see nothing"


def _faults_of_whole(exercise: Exercise) -> Iterator[str]:
    if not exercise.checks:
        yield "the exercise has no check"
    if not _is_whole(exercise.points):
        yield f"the points of the exercise are a whole number, not {exercise.points!r}"
    notes = exercise.notes
    if not isinstance(notes, list | tuple) or not all(isinstance(note, str) for note in notes):
        yield f"`notes` is a list of texts, not {notes!r}"
    if not isinstance(exercise.oracle, str):
        yield f"`oracle` is a text, not {exercise.oracle!r}"
    reasons = exercise.untouched
    if not isinstance(reasons, Mapping) or not all(
        isinstance(text, str) and text.strip() for each in reasons.items() for text in each
    ):
        yield f"`untouched` is a dict from parts of domains to reasons, not {reasons!r}"


def _faults_of_rules(exercise: Exercise, languages: Sequence[str]) -> Iterator[str]:
    """What is wrong with reasons, and with what is forbidden and required."""
    if not isinstance(exercise.reasons, Mapping):
        yield f"`reasons` is a dict from names to texts, not {exercise.reasons!r}"
        return
    for name, given in exercise.reasons.items():
        try:
            text = text_by_language(given)
        except ValueError as error:
            yield f"the reason {name!r}: {error}"
            continue
        if set(text.languages or languages) != set(languages):
            yield (
                f"the reason {name!r} has texts in {_listed(text.languages)}, the course has "
                f"{_listed(languages)}"
            )
    for option in ("rounding", "forbid", "require"):
        rules = getattr(exercise, option)
        if not isinstance(rules, list | tuple):
            yield f"`{option}` is a list of names, not {rules!r}"
            continue
        if option == "rounding":
            continue
        for rule in rules:
            if why := _why_no_rule(rule):
                yield f"`{option}`: {why}"


def _why_no_rule(rule: Any) -> str | None:
    """Why nothing can be forbidden or required by this name; None if it can."""
    if isinstance(rule, str) and (rule in _RULE_WORDS or _is_dotted(rule)):
        return _why_not_there(rule)
    words = ", ".join(map(repr, _RULE_WORDS))
    return f"{rule!r} is no name; write {words}, or a function as in 'numpy.linalg.lstsq'"


def _why_not_there(rule: str) -> str | None:
    """Why a module has no such function; None if it has, or is not loaded."""
    parent, _, name = rule.rpartition(".")
    module = sys.modules.get(parent)
    if module is None or hasattr(module, name):
        return None
    if hasattr(module, "__path__") and importlib.util.find_spec(rule) is not None:
        return None
    return unknown(f"function of `{parent}` called", name, dir(module))


def _is_dotted(name: str) -> bool:
    """Whether this is a name with the module that it is in."""
    parts = name.split(".")
    return len(parts) > 1 and all(part.isidentifier() for part in parts)


def _faults_of_edit(
    words: EditWords, exercise: Exercise, languages: Sequence[str]
) -> Iterator[str]:
    name = f"the edit {words.operator!r} of {words.of!r}"
    if not isinstance(words.operator, str) or not isinstance(words.of, str | None):
        yield f"`operator` and `of` of an edit are texts, not {words.operator!r} and {words.of!r}"
    if words.silent:
        if words.texts:
            yield f"{name} is silent and has a text"
    else:
        yield from _faults_of_edit_texts(name, words.texts, languages)
    same = [
        each for each in exercise.edits if (each.operator, each.of) == (words.operator, words.of)
    ]
    if same[0] is not words:
        yield f"{name} is named a second time"


def _faults_of_edit_texts(
    name: str, texts: Mapping[str, Any], languages: Sequence[str]
) -> Iterator[str]:
    deeper = [f"{each}{_DEEPER}" for each in languages]
    for language, text in texts.items():
        if language not in (*languages, *deeper):
            known = (*languages, *deeper, "silent")
            yield f"{name}: {unknown('option or language', language, known)}"
        elif not isinstance(text, str) or not text.strip():
            yield f"{name} has no text in {language!r}"
    has_deeper = any(each in texts for each in deeper)
    for language in (*languages, *(deeper if has_deeper else ())):
        if language not in texts:
            yield f"{name} has no hint in {language!r}"


def _faults_of_check(check: Check) -> Iterator[str]:
    if not isinstance(check.name, str):
        yield f"a check's name is a text, not {check.name!r}"
    elif not check.name.strip():
        yield "a check without a name"
    if not _is_whole(check.points):
        yield f"the points of {check.name!r} are a whole number, not {check.points!r}"
    elif check.points <= 0:
        yield f"{check.name!r} is worth no points"
    if not isinstance(check.public, bool):
        yield f"`public` is True or False, not {check.public!r}"
    if not isinstance(check.extra, bool):
        yield f"`extra` is True or False, not {check.extra!r}"
    if not isinstance(check.partial, bool):
        yield f"`partial` is True or False, not {check.partial!r}"
    elif check.partial and check.points == 1:
        yield f"{check.name!r} has partial credit and one point, of which there is no part"
    yield from _faults_of_asking(check)
    for bound in ("rtol", "atol"):
        value = getattr(check, bound)
        if value is not None and not (_is_number(value) and value >= 0):
            yield f"`{bound}` is a finite number, zero or more, and not {value!r}"
    yield from _faults_of_costs(check)


def _faults_of_costs(check: Check) -> Iterator[str]:
    for bound in ("steps", "time"):
        value = getattr(check, bound)
        if value is not None and not (_is_number(value) and value >= _LEAST_COST):
            yield (
                f"`{bound}` is how many times as much as the reference an answer may need, "
                f"{_LEAST_COST} or more, and not {value!r}"
            )
    if check.time is not None and check.public:
        yield (
            f"{check.name!r} is public and bounds `time`: a student's own machine may be slower; "
            "ask it in a hidden check, or bound `steps`"
        )


_LEAST_COST = 2
"""A right answer that is written otherwise may well need twice as much."""


def _faults_of_asking(check: Check) -> Iterator[str]:
    if not isinstance(check.judge, str | None):
        yield f"`judge` is the name of a function in judge.py, not {check.judge!r}"
    if not isinstance(check.driver, str):
        yield f"`driver` is the name of a driver, not {check.driver!r}"
    if check.reports not in (None, *get_args(Reports)):
        kinds = ", ".join(map(repr, get_args(Reports)))
        yield f"`reports` is one of {kinds}, not {check.reports!r}"


def _faults_of_probes(exercise: Exercise) -> Iterator[tuple[int, str]]:
    """What is wrong with probe calls, each with its line."""
    taken = {check.name for check in exercise.checks}
    for probe in exercise.probes:
        yield from ((probe.line, sentence) for sentence in _faults_of_asking(probe))
        if probe.name in taken:
            yield probe.line, f"a second check or probe call named {probe.name!r}"
        taken.add(probe.name)


def _label_faults(check: Check, languages: Sequence[str]) -> Iterator[str]:
    """What is wrong with the texts of a check and of its plot."""
    for language, text in check.translations.items():
        if language not in languages:
            yield f"{check.name!r}: {unknown('option or language', language, _known(languages))}"
        elif not isinstance(text, str):
            yield f"a check's name is a text, not {text!r}"
        elif not text.strip():
            yield f"{check.name!r} has an empty text in {language!r}"
    missing = [each for each in languages if each not in check.translations]
    if len(missing) > 1:
        yield (
            f"{check.name!r} has no text in {_listed(missing)}: its name is the text in one of "
            "these, and the others are keywords"
        )
    if check.plot is not None:
        yield from _plot_faults(check.plot, languages)


def _known(languages: Sequence[str]) -> list[str]:
    return [*languages, *_OPTIONS]


def _listed(languages: Sequence[str]) -> str:
    return ", ".join(map(repr, languages))


def _plot_faults(plot: Any, languages: Sequence[str]) -> Iterator[str]:
    if not isinstance(plot, Plot):
        yield f"`plot` is a Plot, not {plot!r}"
        return
    if plot.kind not in get_args(PlotKind):
        yield f"a Plot is a 'path' or a 'curve', not {plot.kind!r}"
    for axis in ("x", "y"):
        text: Any = getattr(plot, axis)
        if not isinstance(text, Text):
            yield f"`{axis}` of a Plot is a text, or a dict of texts by language, not {text!r}"
        elif text.languages and set(text.languages) != set(languages):
            yield (
                f"`{axis}` of a Plot has texts in {_listed(text.languages)}, the course has "
                f"{_listed(languages)}"
            )
    if plot.bowl is not None and not (_is_pair(plot.bowl) and all(map(_is_number, plot.bowl))):
        yield f"`bowl` of a Plot is two numbers, not {plot.bowl!r}"


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_pair(value: Any) -> bool:
    return isinstance(value, list | tuple) and len(value) == 2
