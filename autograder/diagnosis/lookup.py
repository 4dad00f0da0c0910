"""Variants of a library, looked up with no more comparisons than it takes.

Nearly all of a few thousand variants differ from a submission in the first part that is wrong. Only
those that are left are compared in the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from autograder.keys.library import Column, Library
from autograder.keys.sketch import Reading

__all__ = ["agreement_of", "fitting"]


def fitting(library: Library, readings: Mapping[Column, Reading]) -> list[int]:
    """The variants that answer all of some parts as the submission does, in their order.

    Args:
        library: of the exercise.
        readings: of the parts; quickest with those first in which most variants differ.
    """
    columns = list(readings)
    found: list[int] | None = None
    for some in (columns[:1], columns[1:2], columns[2:]):
        if some and found != []:
            of_some = {column: readings[column] for column in some}
            alike = np.flatnonzero(agreement_of(library, of_some, found).all(axis=1))
            found = (alike if found is None else np.array(found)[alike]).tolist()
    return found or []


def agreement_of(
    library: Library, readings: Mapping[Column, Reading], variants: Sequence[int] | None
) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which of some variants answer which part as the submission does; see `Library.agreement`.

    Args:
        library: of the exercise.
        readings: of the parts.
        variants: their numbers; None for all.
    """
    if variants is not None:
        library = msgspec.structs.replace(library, sketches=library.sketches[list(variants)])
    return library.agreement(readings)
