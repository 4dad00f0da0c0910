"""Which variants an exercise has, the likeliest first."""

from __future__ import annotations

import functools
import inspect
import itertools
import math
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from types import CodeType
from typing import Any, Final

from autograder.course import Solution
from autograder.course.domains import Domain, read_domains
from autograder.course.known_source import known_source
from autograder.course.parameters import base_name
from autograder.edits.making import Edit, each_edit, known_names, make_edits
from autograder.keys.key import Key
from autograder.keys.library import Explanation
from autograder.sandbox.call import signature_of
from autograder.variants.merging import Merger
from autograder.variants.variant import COST, Variant
from autograder.variants.wrappers import exchanged, pinned, rounded, scaled

__all__ = ["MOST_PAIRS", "all_variants", "load"]

_CONSTANTS: Final = (
    *(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 10.0, 20.0, 30.0, 50.0, 100.0, 1000.0, -1.0),
    *(0.1, 0.2, 0.25, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 0.999),
    *(5e-2, 1e-2, 5e-3, 1e-3, 5e-4, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-10, 1e-12, 1e-15),
)
"""What people write where an argument belongs."""

_FEW_CONSTANTS: Final = (
    *(0.0, 1.0, 10.0, 0.1, 0.5, 0.9, 0.999, 1e-2, 1e-3, 1e-4, 5e-4, 1e-6, 1e-7, 1e-8),
)
"""Those of them that come together with another mistake."""

_DIGITS: Final = (0, 1, 2, 3, 4, 5, 6, 7, 8)

_FACTORS: Final = (-1.0, 2.0, 0.5, 0.25, 4.0)

_MOST_PINS: Final = 24
"""Of those that come together with one another."""

_OFTEN: Final = frozenset(
    "drop_term drop_factor drop_divisor drop_exponent flip_sign drop_call replace_function "
    "change_axis change_number shift_name update_not_stored".split()
)
"""The operators that people's errors come from most often beside a mistake."""

MOST_PAIRS: Final = 3600
"""Of two explanations together, for each exercise: beyond that there is little more to find."""


@dataclass(frozen=True)
class _Wrapping:
    """Something that is done to a program from outside."""

    explanation: Explanation
    wrap: Callable[[Callable[..., Any]], Callable[..., Any]]


@dataclass(frozen=True)
class _Program:
    """A wrong program that has a text."""

    explanation: Explanation
    make: Callable[[], Callable[..., Any]]


AnswersAs = Callable[[str | None, Callable[..., Any]], bool]
"""Whether a program answers everything as a listed mistake does, or rightly where none is named."""


def all_variants(
    solution: Solution, key: Key, *, with_pairs: bool, answers_as: AnswersAs = lambda *_: True
) -> Iterator[Variant]:
    """The variants of an exercise, the likeliest first.

    Args:
        solution: the exercise.
        key: of the exercise, which names the listed mistakes.
        with_pairs: whether to list also what has two explanations.
        answers_as: says whether a mistake that was written out answers as before. Where it does
            not, it is put together with no other one.
    """
    edits = list(_edited(solution, _edits(solution, solution.source)))
    singles = [*_singles(solution, key, edits)]
    yield from singles
    if with_pairs:
        told = {each for variant in singles for each in variant.explanations}
        yield from _pairs(solution, edits, told, answers_as)


def _singles(solution: Solution, key: Key, edits: Iterable[_Program]) -> Iterator[Variant]:
    """Listed mistakes, then what is done to the reference, then edits of the alternatives."""
    for name in key.hints:
        yield Variant((Explanation("mistake", name),), COST["mistake"])
    # What is returned is rounded rather than what is computed on the way.
    yield from _done_to_the_reference(solution, _roundings())
    for each in edits:
        yield Variant((each.explanation,), COST["single"], each.make)
    yield from _done_to_the_reference(solution, _pins(solution, _CONSTANTS))
    for name in solution.alternatives:
        made = _edits(solution, known_source(solution, "alternatives.py", name))
        for each in _edited(solution, made):
            yield Variant((each.explanation,), COST["alternative"], each.make)


def _done_to_the_reference(solution: Solution, wrappings: Iterable[_Wrapping]) -> Iterator[Variant]:
    for each in wrappings:
        make = functools.partial(each.wrap, solution.reference)
        yield Variant((each.explanation,), COST["single"], make)


def _pairs(
    solution: Solution,
    edits: list[_Program],
    told: Collection[Explanation],
    answers_as: AnswersAs,
) -> Iterator[Variant]:
    """The variants with two explanations, at most `MOST_PAIRS`.

    In turn there are two listed mistakes, a listed mistake with something done to it from outside,
    two pinned arguments, a mistake with an edit of its text, and an edit of the reference with a
    default in the place of an argument. No constant is put in the place of data. What comes rounded
    on top of all these is told by its digits, whatever they are; see `diagnosis.rounded_answers`.
    """
    pins = _likely_pins(solution)
    defaults = list(_pins(solution, ()))
    from_outside = [*defaults, *_scalings(), *_exchanges(edits), *pins]
    two, outside = (
        _two_mistakes(solution, answers_as),
        _wrapped(list(_mistakes(solution)), from_outside),
    )
    # What people's errors come together with most often has two turns.
    kinds = (
        *(two, two, outside, outside),
        _twice_wrapped(solution, [*defaults, *pins][:_MOST_PINS]),
        _edited_mistakes(solution, told),
        _wrapped(edits, defaults),
    )
    return itertools.islice(_in_turn(*kinds), MOST_PAIRS)


def _two_mistakes(solution: Solution, answers_as: AnswersAs) -> Iterator[Variant]:
    """Two listed mistakes of different names in one program."""
    merger = Merger(solution, lambda text: answers_as(None, load(text, solution.name)))

    @functools.cache
    def is_true(name: str) -> bool:
        text = merger.written_out(name)
        return text is None or answers_as(name, load(text, solution.name))

    first, others = _first_versions(solution)
    pairs = itertools.chain(itertools.combinations(first, 2), itertools.product(first, others))
    for one, other in pairs:
        if base_name(one) == base_name(other):
            continue
        text = merger.merged(one, other)
        if text is not None and is_true(one) and is_true(other):
            pair = Explanation("mistake", one), Explanation("mistake", other)
            yield Variant(pair, COST["pair"], functools.partial(load, text, solution.name))


def _in_turn(*kinds: Iterator[Variant]) -> Iterator[Variant]:
    left = list(kinds)
    while left:
        for each in list(left):
            variant = next(each, None)
            if variant is None:
                left.remove(each)
            else:
                yield variant


def _wrapped(programs: list[_Program], wrappings: list[_Wrapping]) -> Iterator[Variant]:
    """Every program with the likeliest wrapping, then with the next one."""
    for wrapping, program in itertools.product(wrappings, programs):
        yield Variant(
            (program.explanation, wrapping.explanation),
            COST["pair"],
            functools.partial(_made, program, wrapping),
        )


def _made(program: _Program, wrapping: _Wrapping) -> Callable[..., Any]:
    return wrapping.wrap(program.make())


def _twice_wrapped(solution: Solution, pins: list[_Wrapping]) -> Iterator[Variant]:
    for first, second in itertools.product(pins, pins):
        one, other = first.explanation, second.explanation
        if one.name < other.name:
            program = _Program(one, functools.partial(first.wrap, solution.reference))
            yield Variant((one, other), COST["pair"], functools.partial(_made, program, second))


def _edited_mistakes(solution: Solution, told: Collection[Explanation]) -> Iterator[Variant]:
    """Listed mistakes with an edit of their text.

    What cannot be said of a right version is not said of a mistake either: the edit is of what the
    mistake alone has, and names what does not belong there.
    """

    def edits_of(name: str) -> Iterator[Variant]:
        # A pair has its turn long before a mistake runs out of edits: most are never made.
        source = known_source(solution, "mistakes.py", name)
        edits = each_edit(source, known=known_names(solution.source), first=_OFTEN)
        mistake = Explanation("mistake", name)
        for each in _edited(solution, edits):
            if each.explanation in told:
                yield Variant((mistake, each.explanation), COST["pair"], each.make)
            else:
                yield Variant((mistake,), COST["part_of_pair"], each.make)

    # Another constant in the same text has the same edits: they would take other mistakes' turns.
    return _in_turn(*map(edits_of, _first_versions(solution)[0]))


def _first_versions(solution: Solution) -> tuple[list[str], list[str]]:
    """The listed mistakes, each of them once, and their versions with other parameters."""
    first = {base_name(name): name for name in reversed(solution.mistakes)}
    return (
        [name for name in solution.mistakes if first[base_name(name)] == name],
        [name for name in solution.mistakes if first[base_name(name)] != name],
    )


def _mistakes(solution: Solution) -> Iterator[_Program]:
    for name in itertools.chain(*_first_versions(solution)):
        implementation = solution.mistakes[name]
        yield _Program(Explanation("mistake", name), functools.partial(_given, implementation))


def _given(implementation: Callable[..., Any]) -> Callable[..., Any]:
    return implementation


def _edits(solution: Solution, source: str) -> list[Edit]:
    return make_edits(source, known=known_names(solution.source))


def _edited(solution: Solution, edits: Iterable[Edit]) -> Iterator[_Program]:
    for edit in edits:
        words = solution.exercise.words_for(edit.operator, edit.of)
        if words is not None and words.silent:
            continue
        hints = () if words is None else (words.hint, words.hint2)
        explanation = Explanation("edit", edit.operator, edit.of, None, *hints)
        yield _Program(explanation, functools.partial(load, edit.source, solution.name))


def load(source: str, name: str) -> Callable[..., Any]:
    """The function or class of a text: the course's own code after a change.

    Raises:
        Exception: whatever the text raises, or if it defines nothing callable of this name.
    """
    namespace: dict[str, Any] = {"__name__": "variant"}
    exec(_compiled(source), namespace)  # noqa: S102 - the course's own code
    made = namespace[name]
    if not callable(made):
        raise TypeError(f"{name} cannot be called")
    return made  # type: ignore[no-any-return]


@functools.lru_cache(maxsize=1024)
def _compiled(source: str) -> CodeType:
    return compile(source, "variant.py", "exec")


def _pins(solution: Solution, constants: tuple[float, ...]) -> Iterator[_Wrapping]:
    """Each argument at each constant, and at its default."""
    arguments: dict[str, Any] = {}
    for function in _functions(solution.reference):
        for parameter in inspect.signature(function).parameters.values():
            if parameter.name != "self":
                arguments[parameter.name] = parameter.default
    for name, default in arguments.items():
        known = [default] if isinstance(default, int | float) else []
        for value in dict.fromkeys(map(float, (*known, *constants))):
            explanation = Explanation("argument", name, value=value)
            yield _Wrapping(explanation, functools.partial(_pin, name, value))


def _likely_pins(solution: Solution) -> list[_Wrapping]:
    """The arguments that are numbers at few constants: first each at what is like its default."""
    numbers = _number_arguments(solution)
    defaults = {each.explanation.name: each.explanation.value for each in _pins(solution, ())}
    by_name: dict[str, list[_Wrapping]] = {name: [] for name in sorted(numbers)}
    for each in _pins(solution, _FEW_CONSTANTS):
        if each.explanation.name in numbers:
            by_name[each.explanation.name].append(each)
    for name, pins in by_name.items():
        default = defaults.get(name)
        if default:
            pins.sort(key=functools.partial(_unlike, default))
    turns = itertools.zip_longest(*by_name.values())
    return [each for turn in turns for each in turn if each is not None]


def _unlike(default: float, pin: _Wrapping) -> float:
    """How many orders of magnitude a constant is away from a default."""
    value = abs(pin.explanation.value or 0.0)
    return abs(math.log10(value / abs(default))) if value else math.inf


def _number_arguments(solution: Solution) -> set[str]:
    """The arguments that are single numbers first of all, and those of which nothing is known."""
    domains = read_domains(solution.exercise.domain)
    data = {name.rpartition(".")[2] for name, each in domains.items() if not _is_number(each)}
    return {each.explanation.name for each in _pins(solution, (0.0,))} - data


def _is_number(domain: Domain) -> bool:
    return bool(domain.forms) and domain.forms[0].kind in ("number", "int", "float")


def _functions(reference: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    if not inspect.isclass(reference):
        yield reference
        return
    for name in signature_of(reference):
        yield getattr(reference, name or "__init__")


def _pin(name: str, value: float, program: Callable[..., Any]) -> Callable[..., Any]:
    return pinned(program, name, value)


def _roundings() -> Iterator[_Wrapping]:
    for each in _DIGITS:
        explanation = Explanation("rounding", "rounding", value=float(each))
        yield _Wrapping(explanation, functools.partial(_round, each))


def _round(digits: int, program: Callable[..., Any]) -> Callable[..., Any]:
    return rounded(program, digits)


def _exchanges(edits: Iterable[_Program]) -> Iterator[_Wrapping]:
    """What is returned in another order, where the reference returns several values."""
    for each in edits:
        if each.explanation.name == "exchange_results":
            yield _Wrapping(each.explanation, exchanged)
            return


def _scalings() -> Iterator[_Wrapping]:
    for factor in _FACTORS:
        explanation = Explanation("factor", "factor", value=factor)
        yield _Wrapping(explanation, functools.partial(_scale, factor))


def _scale(factor: float, program: Callable[..., Any]) -> Callable[..., Any]:
    return scaled(program, factor)
