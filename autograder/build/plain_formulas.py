"""Formulas as a line of text, for a reader who sees no LaTeX: `w ← w - η g`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["plain_formula"]

_SIGNS: Final = {
    **dict(zip("alpha beta gamma delta epsilon eta lambda xi pi rho sigma tau theta mu".split(),
               "α β γ δ ε η λ ξ π ρ σ τ θ μ".split(), strict=True)),
    "Delta": "Δ", "Sigma": "Σ", "nabla": "∇", "partial": "∂", "infty": "∞", "top": "ᵀ",
    "ast": "⋆", "lVert": "‖", "rVert": "‖", "|": "‖", "cdot": "·", "lceil": "⌈", "rceil": "⌉",
    "lfloor": "⌊", "rfloor": "⌋", "{": "{", "}": "}", "dots": "…", "cdots": "…", "ldots": "…",
    "%": "%", "_": "_",
}  # fmt: skip
_RELATIONS: Final = {
    "leftarrow": "←", "to": "→", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠",
    "approx": "≈", "in": "∈", "iff": "⇔", "times": "×", "pm": "±",
}  # fmt: skip
_NAMES: Final = frozenset("ln log exp cos sin tanh max min arg".split())
_SPACES: Final = {",": " ", ";": " ", ":": " ", " ": " ", "!": "", "quad": "   ", "qquad": "   "}
_SIZES: Final = frozenset("left right big bigl bigr Big Bigl Bigr bigg biggl biggr".split())
_TEXTS: Final = frozenset("text operatorname mathrm mathbf mathit".split())
_FRACTIONS: Final = frozenset("frac dfrac tfrac".split())
_BEFORE: Final = frozenset("nabla partial Delta lVert".split())
"""Signs that stand close before something."""

_ENDS: Final = frozenset("} + - = < > , . ; : ) ] & | \\\\ \\end{cases} \\right".split())
"""What may follow a fraction that has no brackets, beside spaces and relations."""

_APART: Final = "\0"
"""Where a word begins that must not touch what stands before it."""

_RAISED: Final = dict(zip("0123456789-Ttkn", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵀᵗᵏⁿ", strict=True)) | {"ᵀ": "ᵀ", "⋆": "⋆"}
_TOKEN: Final = re.compile(
    r"\\begin\{cases\}|\\end\{cases\}|\\\\(?:\[[^\]]*\])?|\\[A-Za-z]+|\\.|\s+|.", re.DOTALL
)


class _UnknownError(ValueError):
    """Something of LaTeX that has no line of text here."""


def plain_formula(latex: str) -> str | None:
    """A formula as a line of text; None where something in it is not known.

    Args:
        latex: without the dollars.
    """
    tokens = _Tokens(_TOKEN.findall(latex.strip()))
    try:
        text = "".join(_parts(tokens, ""))
    except (_UnknownError, RecursionError):
        return None
    return _with_room(_spaced(text))


class _Tokens:
    def __init__(self, tokens: list[str]) -> None:
        self._left = tokens[::-1]

    def peek(self) -> str:
        return self._left[-1] if self._left else ""

    def take(self) -> str:
        if not self._left:
            raise _UnknownError
        return self._left.pop()

    def pass_spaces(self) -> None:
        while self.peek().isspace():
            self.take()


def _parts(tokens: _Tokens, end: str) -> Iterator[str]:
    """The texts of all up to the end of a group."""
    while (part := tokens.peek()) != end:
        if not part:
            raise _UnknownError
        yield _part(tokens)
    if end:
        tokens.take()


def _part(tokens: _Tokens) -> str:
    part = tokens.take()
    if part == "{":
        return "".join(_parts(tokens, "}"))
    if part == "}":
        raise _UnknownError
    if part in "_^":
        return _script(tokens, raised=part == "^")
    if part == "\\begin{cases}":
        return _cases(tokens)
    if not part.startswith("\\"):
        return " " if part.isspace() else f" {part} " if part in "=<>" else part
    return _command(part, tokens)


def _command(part: str, tokens: _Tokens) -> str:
    name = part[1:]
    if name in _TEXTS:
        return _argument(tokens)
    if name in _FRACTIONS:
        return _fraction(tokens)
    if name == "sqrt":
        return f"√{_divisor(_argument(tokens))}"
    if name == "hat":
        return f"{_argument(tokens)}_hat"
    if name == "underset":
        below, name = _argument(tokens), _argument(tokens)
        return f"{name}_{_divisor(below)} "
    if name == "sum":
        return _sum(tokens)
    if name in _SPACES:
        return _SPACES[name]
    if name in _SIZES:
        return _delimiter(tokens)
    if name in _RELATIONS:
        return f" {_RELATIONS[name]} "
    if name in _NAMES:
        return _named(name, tokens)
    if name not in _SIGNS:
        raise _UnknownError
    if name in _BEFORE:
        tokens.pass_spaces()
    return _SIGNS[name]


def _fraction(tokens: _Tokens) -> str:
    """A fraction, in brackets where something follows that it is multiplied with."""
    above, below = _argument(tokens), _argument(tokens)
    text = f"{_factor(above)}/{_divisor(below)}"
    tokens.pass_spaces()
    follows = tokens.peek()
    name = follows[1:]
    ends = not follows or follows in _ENDS or name in _RELATIONS or name in ("quad", "qquad")
    return text if ends or name.endswith(("igr", "iggr")) else f"({text}) "


def _named(name: str, tokens: _Tokens) -> str:
    """A function: `log x`, `log(x)`, `cos(x/2)`."""
    tokens.pass_spaces()
    follows = tokens.peek()
    if follows[1:] in _FRACTIONS:
        tokens.take()
        return f"{_APART}{name}({_fraction(tokens).strip()})"
    close = follows in tuple("(_^") or follows[1:] in _SIZES
    return f"{_APART}{name}{'' if close else ' '}"


def _argument(tokens: _Tokens) -> str:
    tokens.pass_spaces()
    return _spaced(_part(tokens))


def _delimiter(tokens: _Tokens) -> str:
    """What follows the size of a bracket: a dot is none."""
    tokens.pass_spaces()
    if tokens.peek() == ".":
        tokens.take()
    return ""


def _script(tokens: _Tokens, *, raised: bool) -> str:
    text = _argument(tokens)
    if raised and all(char in _RAISED for char in text):
        return "".join(_RAISED[char] for char in text)
    inside = text if re.fullmatch(r"[\w*]+", text) else f"({text})"
    return f"{'^' if raised else '_'}{inside}"


def _sum(tokens: _Tokens) -> str:
    limits = {"_": "", "^": ""}
    while tokens.peek() in ("_", "^"):
        kind = tokens.take()
        limits[kind] = _argument(tokens).replace(" = ", "=")
    if limits["^"]:
        return f"{_APART}Σ({limits['_']}..{limits['^']}) "
    return f"{_APART}Σ_{limits['_']} " if limits["_"] else f"{_APART}Σ "


def _cases(tokens: _Tokens) -> str:
    """Cases one after the other, each with its condition behind it."""
    rows, row = [], ""
    while (part := tokens.peek()) != "\\end{cases}":
        if part == "&":
            tokens.take()
            # Which it is in words is the statement's language to say.
            row += f"   ({_condition(tokens)})"
        elif part.startswith("\\\\"):
            tokens.take()
            rows.append(row)
            row = ""
        else:
            row += _part(tokens)
    tokens.take()
    rows.append(row)
    return "\n".join(["", *(f"    {_spaced(each)}" for each in rows)])


def _condition(tokens: _Tokens) -> str:
    text = ""
    while (part := tokens.peek()) != "\\end{cases}" and not part.startswith("\\\\"):
        text += _part(tokens)
    return _spaced(text)


def _factor(text: str) -> str:
    return text if _is_one(text, "·^ ") else f"({text})"


def _divisor(text: str) -> str:
    return text if _is_one(text, "") else f"({text})"


def _is_one(text: str, joined: str) -> bool:
    """Whether a text needs no brackets: a word, a number, or what is in brackets already."""
    return bool(re.fullmatch(rf"[\w.∂{joined}ᵀ²⋆]+|\([^()]*\)|\|[^|]*\||‖[^‖]*‖", text))


def _with_room(text: str) -> str:
    """A formula with spaces around what adds and subtracts, but not in exponents and indices."""
    shown: list[str] = []
    small: list[bool] = []
    for at, sign in enumerate(text):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if sign == "(":
            small.append(before in ("^", "_") or any(small))
        elif sign == ")" and small:
            small.pop()
        # A bar that opens is followed by a sign of its own, as in |-4|.
        closed = before != "|" or text.count("|", 0, at) % 2 == 0
        between = closed and re.fullmatch(r"[\w)\]|‖ᵀ²⋆]", before) and not after.isspace()
        shown.append(f" {sign} " if sign in "+-" and between and not any(small) else sign)
    return "".join(shown)


def _spaced(text: str) -> str:
    """A text with one space where there are several, and none where brackets begin and end."""
    lines = []
    text = re.sub(rf"(?<=[\w)\]ᵀ²]){_APART}", " ", text).replace(_APART, "")
    for line in text.split("\n"):
        inside = re.sub(r" *· *", "·", line.strip())
        inside = re.sub(r" {4,}", "   ", re.sub(r"(?<=\S) {2}(?=\S)", " ", inside))
        inside = re.sub(r"([(\[⌈⌊]) +", r"\1", re.sub(r" +([)\],;⌉⌋])", r"\1", inside))
        lines.append(f"{' ' * (len(line) - len(line.lstrip()))}{inside}")
    return "\n".join(lines).strip(" ")
