"""What a check says of itself that its key says too: what its driver reports, how it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from autograder.texts import Text, text_by_language

__all__ = ["Plot", "PlotKind", "Reports", "text_or_as_given"]

PlotKind = Literal["path", "curve"]

Reports = Literal["result", "inputs_after", "two_calls"]
"""What a driver returns: the result itself; the result and what the inputs are after the call; the
results of two calls with the same objects."""


@dataclass(frozen=True, init=False)
class Plot:
    """How the output of a public check's first case is drawn, a student's beside the expected one.

    The output is one array, or a dict or list of arrays that are drawn together.

    Attributes:
        kind: `path`: rows are points, drawn in the plane of their first two coordinates; `curve`:
            entries (or each column) over their index.
        x: what the horizontal axis is: a text that is the same in all languages, or a dict of
            texts by language.
        y: what the vertical axis is.
        bowl: for a path, the curvatures (a, b) of the loss a*x**2/2 + b*y**2/2, whose level lines
            are drawn behind it.

    Examples:
        >>> Plot("curve", x={"ko": "스텝", "en": "step"}, y={"ko": "손실", "en": "loss"}).kind
        'curve'
    """

    kind: PlotKind
    x: Text
    y: Text
    bowl: tuple[float, float] | None

    def __init__(
        self,
        kind: PlotKind,
        x: str | Mapping[str, str] | Text,
        y: str | Mapping[str, str] | Text,
        bowl: tuple[float, float] | None = None,
    ) -> None:
        # What is of no use stays as it is: validating the exercise says so, with its line.
        made = {"kind": kind, "x": text_or_as_given(x), "y": text_or_as_given(y), "bowl": bowl}
        for name, value in made.items():
            object.__setattr__(self, name, value)


def text_or_as_given(value: Any) -> Any:
    """A text, or what was given where it is none: validating the exercise says so."""
    try:
        return text_by_language(value)
    except ValueError:
        return value
