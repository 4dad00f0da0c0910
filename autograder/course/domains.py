"""The domains of an exercise's arguments: what an author writes of them, read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from autograder.unknown_names import unknown

__all__ = [
    "AXES",
    "Domain",
    "DomainError",
    "End",
    "Field",
    "Form",
    "Interval",
    "Special",
    "domain_faults",
    "read_domain",
    "read_domains",
]

_Scalar = Literal["None", "function", "text", "bool", "int", "float", "complex", "number"]
Kind = Literal[_Scalar, "array", "list", "like"]

AXES = "..."
"""Any number of axes, in a shape."""

_FLOATS = ("float32", "float64")
_INTS = tuple(f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64))
_COMPLEX = ("complex64", "complex128")
_SCALARS: tuple[Kind, ...] = get_args(_Scalar)
_MADE = ("table", "sparse")
_WORDS = (*_SCALARS, *_MADE, *_FLOATS, "complex128", "int64", "list of", "like")


class DomainError(ValueError):
    """The text of a domain cannot be read; the message says what would be right."""


@dataclass(frozen=True)
class End:
    """A number, or one that a call gives.

    Attributes:
        text: as it was written.
        number: if it is one.
        name: otherwise the name of a size or of an argument.
        axes: whether it is the argument's number of axes.
        negative: whether its sign is changed.
    """

    text: str
    number: float | None = None
    name: str = ""
    axes: bool = False
    negative: bool = False


@dataclass(frozen=True)
class Interval:
    """The numbers between two ends; a closed end is one of them."""

    low: End
    high: End
    low_closed: bool
    high_closed: bool


@dataclass(frozen=True)
class Special:
    """A value that means something, so that a hidden case should have it.

    Attributes:
        text: as it was written.
        word: `empty`, `ties`, or `nan`; otherwise it is a number.
        end: the number.
        relation: `=`, `<` or `>`: equal to the number, or beyond it.
        every: whether all entries of an array are so, and not just one.
    """

    text: str
    word: Literal["", "empty", "ties", "nan"] = ""
    end: End | None = None
    relation: Literal["=", "<", ">"] = "="
    every: bool = False


@dataclass(frozen=True)
class Form:
    """One kind of value that an argument may be.

    Attributes:
        text: as it was written.
        kind: of value; `function` is whatever a driver makes, also a table or a sparse matrix.
        dtypes: of an array.
        shape: of an array: names of sizes, numbers, `...`; None for what is `like` another.
        items: what is in a list.
        other: the argument that it is like, in type, dtype and, without a shape, in shape.
    """

    text: str
    kind: Kind
    dtypes: tuple[str, ...] = ()
    shape: tuple[str | int, ...] | None = None
    items: Form | None = None
    other: str = ""

    @property
    def innermost(self) -> Form:
        """What is in a list, and in the lists in it; the form itself if it is no list."""
        return self if self.items is None else self.items.innermost


@dataclass(frozen=True)
class Field:
    """An entry of a dict: its key, and whether it may be absent."""

    key: str
    optional: bool


@dataclass(frozen=True)
class Domain:
    """What an argument may be.

    Attributes:
        text: as it was written; empty for a dict.
        forms: the kinds of values.
        interval: where its numbers lie; all finite ones if there is none.
        choices: the only values that there are, if it lists them.
        specials: values that mean something.
        fields: the entries, if it is a dict.
    """

    text: str = ""
    forms: tuple[Form, ...] = ()
    interval: Interval | None = None
    choices: tuple[str | float, ...] = ()
    specials: tuple[Special, ...] = ()
    fields: tuple[Field, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether its numbers are whole ones, whatever form they have."""
        kinds = [form.innermost for form in self.forms]
        numbers = [form for form in kinds if form.kind not in ("None", "function", "text")]
        return bool(numbers) and all(
            form.kind == "int" or (form.kind == "array" and set(form.dtypes) <= set(_INTS))
            for form in numbers
        )


def domain_faults(written: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is wrong with the domains of an exercise.

    Yields:
        The keys that lead to each, and a sentence.
    """
    if not isinstance(written, Mapping):
        yield (), f"`domain` is a dict from each argument to its domain, not {written!r}"
        return
    good: dict[tuple[str, ...], Domain] = {}
    for path, value in _entries(written):
        try:
            good[path] = _read(value)
        except DomainError as error:
            yield path, f"the domain of {'.'.join(path)!r}: {error}"
    domains = {".".join(map(_bare, path)): domain for path, domain in good.items()}
    # Within a method its arguments are named alone: `like params` for `step.params`.
    known = [*domains, *_sizes(domains), *(name.partition(".")[2] for name in domains)]
    for path, domain in good.items():
        for name in _mentioned(domain):
            if name not in known:
                what = unknown("argument or size", name, known)
                yield path, f"the domain of {'.'.join(path)!r}: {what}"


def read_domains(written: Mapping[str, Any]) -> dict[str, Domain]:
    """The domains of an exercise by argument; entries of a dict come after it, as `settings.lr`.

    Raises:
        DomainError: if one cannot be read.
    """
    return {".".join(map(_bare, path)): _read(value) for path, value in _entries(written)}


def _entries(
    written: Mapping[Any, Any], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in written.items():
        path = (*above, str(key))
        yield path, value
        if isinstance(value, Mapping):
            yield from _entries(value, path)


def _bare(key: str) -> str:
    return key.removesuffix("?")


def _read(value: Any) -> Domain:
    if isinstance(value, Mapping):
        return Domain(fields=tuple(Field(_bare(str(k)), str(k).endswith("?")) for k in value))
    if not isinstance(value, str):
        raise DomainError(f'it is a text, as "int >= 1", or a dict of them, not {value!r}')
    return read_domain(value)


def _sizes(domains: Mapping[str, Domain]) -> Iterator[str]:
    for domain in domains.values():
        for form in domain.forms:
            yield from (size for size in form.innermost.shape or () if isinstance(size, str))


def _mentioned(domain: Domain) -> Iterator[str]:
    """The names of arguments and sizes that a domain speaks of."""
    yield from (form.innermost.other for form in domain.forms if form.innermost.other)
    ends = [special.end for special in domain.specials]
    if domain.interval is not None:
        ends += [domain.interval.low, domain.interval.high]
    yield from (end.name for end in ends if end is not None and end.name)


def read_domain(text: str) -> Domain:
    """Read the domain of one argument; docs/authoring.md describes the grammar.

    Raises:
        DomainError: if it cannot be read.

    Examples:
        >>> read_domain("[0, 1)").interval.high_closed
        False
        >>> read_domain("float (n, d) or None").forms[0].shape
        ('n', 'd')
    """
    return _Reader(text).domain()


_TOKEN = re.compile(
    r"\s*(?:(?P<number>-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<word>-?[^\W\d]\w*(?:\.\w+)?)"
    r'|(?P<quoted>"[^"]*"|\'[^\']*\')'
    r"|(?P<sign>\.\.\.|>=|<=|[][(){}<>,;]))"
)


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[str] = []
        self._next = 0
        place = 0
        while place < len(text.rstrip()):
            found = _TOKEN.match(text, place)
            if found is None:
                raise DomainError(f"{text[place:].strip()[0]!r} has no meaning in {text!r}")
            self._tokens.append(found[0].strip())
            place = found.end()

    def domain(self) -> Domain:
        """The whole text."""
        if not self._tokens:
            raise DomainError('it is empty; write for example "float (n, d)"')
        if self._ahead() in ("(", "[", ">", ">=", "<", "<=", "in"):
            forms: list[Form] = [Form("number", "number")]
        else:
            forms = [self._form()]
            while self._took("or"):
                forms.append(self._form())
        interval, choices = self._values()
        if interval is not None and any(map(_is_complex, forms)):
            raise DomainError(
                f"complex numbers have no order: leave out the ends in {self._text!r}"
            )
        specials = self._specials() if self._took(";") else ()
        if self._ahead():
            raise DomainError(f"{self._ahead()!r} is unexpected in {self._text!r}")
        return Domain(self._text, tuple(forms), interval, choices, specials)

    def _form(self) -> Form:
        begin, word = self._next, self._word("a kind of value")
        if word == "list":
            self._expect("of", "list of float (n,)")
            items = self._form()
            return Form(self._since(begin), "list", items=items)
        if word == "like":
            other = self._word("an argument")
            return Form(self._since(begin), "like", shape=self._shape(), other=other)
        dtypes = {"float": _FLOATS, "int": _INTS, "complex": _COMPLEX}.get(word, (word,))
        if set(dtypes) <= {*_FLOATS, *_INTS, *_COMPLEX, "bool"}:
            shape = self._shape()
            if shape is not None:
                return Form(self._since(begin), "array", dtypes, shape)
        for kind in _SCALARS:
            if word == kind:
                return Form(word, kind)
        if word in _MADE:
            return Form(word, "function")
        if word in (*_FLOATS, *_INTS, *_COMPLEX):
            raise DomainError(f'an array of {word} has a shape, as "{word} (n, d)" or "{word} ()"')
        raise DomainError(unknown("kind of value", word, _WORDS))

    def _shape(self) -> tuple[str | int, ...] | None:
        if not self._took("("):
            return None
        shape: list[str | int] = []
        while not self._took(")"):
            size = self._take('a shape ends with ")", as "(n, d)"')
            if not (size == AXES or size.isidentifier() or size.isdecimal()):
                raise DomainError(
                    f'a shape has names, numbers and "...", as "(n, d)", not {size!r}'
                )
            shape.append(int(size) if size.isdecimal() else size)
            if self._ahead() != ")":
                self._expect(",", "(n, d)")
        if shape.count(AXES) > 1:
            raise DomainError(f'a shape has "..." at most once; {self._text!r} has it twice')
        return tuple(shape)

    def _values(self) -> tuple[Interval | None, tuple[str | float, ...]]:
        infinite = End("inf", float("inf"))
        below = End("-inf", float("-inf"))
        for sign in (">=", ">"):
            if self._took(sign):
                return Interval(self._end(), infinite, sign == ">=", False), ()
        for sign in ("<=", "<"):
            if self._took(sign):
                return Interval(below, self._end(), False, sign == "<="), ()
        asked = self._took("in")
        if asked and self._took("{"):
            return None, self._choices()
        if self._ahead() not in ("[", "("):
            if asked:
                raise DomainError('after "in" comes an interval "[0, 1)" or a set "{0, 1}"')
            return None, ()
        low_closed = self._take("") == "["
        low = self._end()
        self._expect(",", "[0, 1)")
        high = self._end()
        closing = self._take('an interval ends with "]" or ")", as "[0, 1)"')
        if closing not in ("]", ")"):
            raise DomainError(
                f'an interval ends with "]" or ")", as "[0, 1)", not with {closing!r}'
            )
        interval = Interval(low, high, low_closed, closing == "]")
        _demand_numbers(interval, self._text)
        return interval, ()

    def _choices(self) -> tuple[str | float, ...]:
        found: list[str | float] = []
        while True:
            token = self._take('a set ends with "}", as "{0, 1}"')
            if token[0] in "\"'":
                found.append(token[1:-1])
            else:
                number = _end(token).number
                if number is None:
                    raise DomainError(
                        f'a set has numbers or quoted texts, as "{{0, 1}}", not {token}'
                    )
                found.append(number)
            if self._took("}"):
                return tuple(found)
            self._expect(",", "{0, 1}")

    def _specials(self) -> tuple[Special, ...]:
        self._expect("special", "int >= 1; special n, > n")
        found = [self._special()]
        while self._took(","):
            found.append(self._special())
        return tuple(found)

    def _special(self) -> Special:
        begin = self._next
        if self._ahead() in ("empty", "ties"):
            word = self._take("")
            return Special(word, "empty" if word == "empty" else "ties")
        every = self._took("all")
        relation = next((sign for sign in "<>" if self._took(sign)), "=")
        if self._took("nan"):
            return Special(self._since(begin), "nan", every=every)
        end = self._end()
        return Special(self._since(begin), end=end, relation=relation, every=every)  # type: ignore[arg-type]

    def _end(self) -> End:
        return _end(self._take('a number or a name is missing, as in ">= 1"'))

    def _word(self, what: str) -> str:
        word = self._take(f"{what} is missing at the end")
        if not word.isidentifier():
            raise DomainError(
                f'{what} is missing before {word!r}; write for example "float (n, d)"'
            )
        return word

    def _since(self, begin: int) -> str:
        text = " ".join(self._tokens[begin : self._next])
        return re.sub(r"(?<=[(\[{]) | (?=[)\]},;])", "", text)

    def _ahead(self) -> str:
        return self._tokens[self._next] if self._next < len(self._tokens) else ""

    def _took(self, token: str) -> bool:
        found = self._ahead() == token
        self._next += found
        return found

    def _take(self, missing: str) -> str:
        token = self._ahead()
        if not token:
            raise DomainError(f"{self._text!r} ends too early: {missing}")
        self._next += 1
        return token

    def _expect(self, token: str, example: str) -> None:
        if not self._took(token):
            there = f" before {self._ahead()!r}" if self._ahead() else " at the end"
            raise DomainError(f'{token!r} is missing{there}; write for example "{example}"')


def _is_complex(form: Form) -> bool:
    return form.innermost.kind == "complex" or set(form.innermost.dtypes) & set(_COMPLEX) != set()


def _end(token: str) -> End:
    negative, bare = token.startswith("-"), token.removeprefix("-")
    if bare == "inf" or not bare[:1].isidentifier():
        try:
            return End(token, float(token))
        except ValueError:
            raise DomainError(f"{token!r} is no number and no name") from None
    name, _, attribute = bare.partition(".")
    if attribute not in ("", "ndim"):
        raise DomainError(f'{token!r} is no number; "{name}.ndim" is the number of axes of {name}')
    return End(token, name=name, axes=bool(attribute), negative=negative)


def _demand_numbers(interval: Interval, text: str) -> None:
    low, high = interval.low.number, interval.high.number
    if low is not None and high is not None and low > high:
        raise DomainError(f"there is no number in {text!r}: the lower end comes first")
