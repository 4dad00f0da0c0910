"""Random wrong answers, in which nobody made a mistake: none of them should be given a name.

They are judged directly. Each is of one of these kinds: noise in the form of the right answer; the
right answer with its numbers in another order, or with noise; one constant everywhere; what another
exercise expects, where it has the same form. What equals a listed mistake in every value is drawn
again: it is that mistake, whatever made it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from autograder.diagnosis.listed_mistakes import explains
from autograder.grading.judge import judge
from autograder.keys.answer import all_answers
from autograder.keys.key import Key
from autograder.sandbox.codec import Value
from autograder.sandbox.outcome import Outcome

__all__ = ["KINDS", "MOST_NAMED", "RandomAnswer", "RandomFigures", "judge_random"]

MOST_NAMED: Final = 1 / 1000
"""The largest share that may be given the name of a value."""


_FEW: Final = 5


@dataclass(frozen=True)
class RandomAnswer:
    """A random wrong answer that was judged.

    Attributes:
        exercise: that it answers.
        kind: how it was made, of `KINDS`.
        named: the names of its values; there should be none.
    """

    exercise: str
    kind: str
    named: tuple[str, ...]


@dataclass
class RandomFigures:
    """How many random answers there were, and how many were given a name, by kind."""

    seed: int
    answers: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)

    def add(self, answer: RandomAnswer) -> None:
        """Count one more."""
        self.answers[answer.kind] += 1
        self.named[answer.kind] += bool(answer.named)

    @property
    def share(self) -> float:
        """The share that was given a name."""
        return self.named.total() / max(1, self.answers.total())

    def sentence(self) -> str:
        """The figures in one sentence."""
        kinds = ", ".join(f"{self.named[kind]} of {self.answers[kind]} {kind}" for kind in KINDS)
        count = f"{self.answers.total()} random answers, seed {self.seed}"
        return f"{count}: {self.named.total()} are given a name ({self.share:.2%}): {kinds}"

    def document(self) -> dict[str, Any]:
        """The figures as data."""
        return {
            "seed": self.seed,
            "answers": dict(self.answers),
            "named": {kind: count for kind, count in self.named.items() if count},
        }

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> RandomFigures:
        """The figures that a document is of."""
        return cls(document["seed"], Counter(document["answers"]), Counter(document["named"]))


def judge_random(keys: Sequence[Key], count: int, seed: int) -> Iterator[RandomAnswer]:
    """Judge random wrong answers to exercises.

    Args:
        keys: of the exercises, which are asked in turn.
        count: how many answers.
        seed: of all random numbers.

    Yields:
        Each when it was judged.
    """
    forms = _by_form(keys)
    for number in range(count):
        key = keys[number % len(keys)]
        rng = np.random.default_rng([seed, number])
        kind = list(KINDS)[rng.integers(len(KINDS))]
        others = _others(forms, key.exercise)
        outcomes = _outcomes(key, KINDS[kind](rng, others))
        for _ in range(_TRIES):
            if not _is_listed(key, outcomes):
                break
            outcomes = _outcomes(key, KINDS[kind](rng, others))
        result = judge(key, outcomes)
        named = [each.name for each in result.diagnoses if each.facet == "values"]
        yield RandomAnswer(key.exercise, kind, tuple(named))


_TRIES: Final = 20


def _is_listed(key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> bool:
    """Whether a listed mistake answers every case so: then that mistake was made, and no noise."""
    answers = all_answers(key, outcomes)
    return any(explains(name, answers) for name in key.hints)


_Array = np.ndarray[Any, Any]

_Change = Callable[[Value], Value]
"""Makes a random value of an expected one."""

_Forms = Mapping[tuple[Any, ...], Sequence[Value]]
"""By form, everything of that form that the other exercises expect."""


def _outcomes(key: Key, change: _Change) -> dict[str, list[Outcome]]:
    return {
        check.name: [Outcome(change(case.expected)) for case in check.cases] for check in key.checks
    }


def _noise(rng: np.random.Generator, forms: _Forms) -> _Change:
    return lambda expected: _mapped(expected, lambda numbers: _drawn(numbers, rng))


def _permutation(rng: np.random.Generator, forms: _Forms) -> _Change:
    def permuted(numbers: _Array) -> _Array:
        # Another order of few numbers is an exchange, and may be called so.
        if numbers.size < _FEW:
            return _drawn(numbers, rng)
        return rng.permutation(numbers.ravel()).reshape(numbers.shape)

    return lambda expected: _mapped(expected, permuted)


def _constant(rng: np.random.Generator, forms: _Forms) -> _Change:
    constant = rng.normal()
    return lambda expected: _mapped(expected, lambda numbers: np.full(numbers.shape, constant))


def _right_with_noise(rng: np.random.Generator, forms: _Forms) -> _Change:
    size = 10.0 ** rng.uniform(-4, 0)

    def noisy(numbers: _Array) -> _Array:
        spread = np.std(numbers[np.isfinite(numbers)]) if np.isfinite(numbers).any() else 0.0
        moved: _Array = numbers + size * (spread or 1.0) * rng.normal(size=numbers.shape)
        return moved

    return lambda expected: _mapped(expected, noisy)


def _of_another(rng: np.random.Generator, forms: _Forms) -> _Change:
    def other(expected: Value) -> Value:
        known = forms.get(_form(expected))
        return known[int(rng.integers(len(known)))] if known else noise(expected)

    noise = _noise(rng, forms)
    return other


KINDS: Final[dict[str, Callable[[np.random.Generator, _Forms], _Change]]] = {
    "noise": _noise,
    "another order": _permutation,
    "a constant": _constant,
    "the right answer with noise": _right_with_noise,
    "what others expect": _of_another,
}
"""How answers are made."""


def _drawn(numbers: _Array, rng: np.random.Generator) -> _Array:
    """Other numbers of the same size."""
    finite = np.abs(numbers[np.isfinite(numbers)])
    size = float(np.mean(finite)) if finite.size else 1.0
    drawn: _Array = np.asarray(rng.normal(scale=size or 1.0, size=numbers.shape))
    return drawn


def _mapped(value: Value, change: Callable[[_Array], _Array]) -> Value:
    """A value with all of its numbers changed, each in its own type; texts stay."""
    if isinstance(value, dict):
        return {name: _mapped(each, change) for name, each in value.items()}
    if isinstance(value, list | tuple):
        if value and all(_is_number(each) for each in value):
            kept = zip(change(np.array(value, dtype=float)).ravel(), value, strict=True)
            return type(value)(_as(each, number) for number, each in kept)
        return type(value)(_mapped(each, change) for each in value)
    if isinstance(value, np.ndarray):
        return _as_array(value, change)
    return _as(value, change(np.array([float(value)]))[0]) if _is_number(value) else value


def _is_number(value: Value) -> bool:
    return isinstance(value, bool | int | float)


def _as_array(value: _Array, change: Callable[[_Array], _Array]) -> _Array:
    if value.dtype.kind not in "biuf" or not value.size:
        return value
    numbers = np.asarray(change(value.astype(float))).reshape(value.shape)
    if value.dtype.kind == "f":
        return numbers.astype(value.dtype)
    whole = np.where(np.isfinite(numbers), np.clip(np.rint(numbers), -(2**31), 2**31), 0)
    return (whole > 0 if value.dtype.kind == "b" else np.abs(whole)).astype(value.dtype)


def _as(like: Value, number: float) -> Value:
    if isinstance(like, bool):
        return bool(number > 0)
    if isinstance(like, int):
        return round(float(np.clip(number, -(2**31), 2**31))) if np.isfinite(number) else 0
    return float(number)


def _form(value: Value) -> tuple[Any, ...]:
    """The structure, shapes and dtypes of a value, without its numbers."""
    if isinstance(value, dict):
        return ("dict", *((name, _form(each)) for name, each in value.items()))
    if isinstance(value, list | tuple):
        return (type(value).__name__, *map(_form, value))
    if isinstance(value, np.ndarray):
        return ("array", value.dtype.str, value.shape)
    return (type(value).__name__,)


def _by_form(keys: Sequence[Key]) -> dict[tuple[Any, ...], list[tuple[str, Value]]]:
    """By form, everything of that form that is expected, with the exercise that expects it."""
    forms: dict[tuple[Any, ...], list[tuple[str, Value]]] = {}
    for key in keys:
        for check in key.checks:
            for case in check.cases:
                forms.setdefault(_form(case.expected), []).append((key.exercise, case.expected))
    return forms


def _others(
    forms: Mapping[tuple[Any, ...], Sequence[tuple[str, Value]]], exercise: str
) -> dict[tuple[Any, ...], list[Value]]:
    return {
        form: [value for name, value in known if name != exercise] for form, known in forms.items()
    }
