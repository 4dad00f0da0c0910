"""Names for a factor: a well-known number, a size, or a parameter of the call."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

__all__ = ["name_factors"]

_ENOUGH_CASES = 2
"""In a single case many things have the same size."""

_KNOWN = {2.0: "2", 0.5: "1/2", -2.0: "-2", -0.5: "-1/2", 1j: "1j", -1j: "-1j"}


def name_factors(
    factors: Sequence[float | complex], inputs: Sequence[dict[str, Any]]
) -> str | None:
    """Name the factor that fits all cases.

    Args:
        factors: of each case; NaN where nothing is wrong, infinite where there is no factor.
        inputs: of each case, by argument name.

    Returns:
        `2`, `1/2`, or in terms of the inputs: `lr`, `1 - beta`, `1/len(x)`, `sqrt(len(x))`; None
        where no single name fits all cases.
    """
    told = [(f, values) for f, values in zip(factors, inputs, strict=True) if not np.isnan(f)]
    if len(told) < _ENOUGH_CASES or any(np.isinf(factor) for factor, _ in told):
        return None
    if not any(factor for factor, _ in told):
        return None  # nothing but zeros
    for value, name in _KNOWN.items():
        if all(cmath.isclose(factor, value, rel_tol=1e-6) for factor, _ in told):
            return name
    candidates = [dict(_candidates(values)) for _, values in told]
    for name in candidates[0]:
        values = [each.get(name, math.nan) for each in candidates]
        fits = all(
            cmath.isclose(factor, value, rel_tol=1e-6)
            for (factor, _), value in zip(told, values, strict=True)
        )
        if fits:
            return name
    return None


def _candidates(inputs: dict[str, Any]) -> Iterator[tuple[str, float]]:
    for name, value in inputs.items():
        if isinstance(value, int | float) and not isinstance(value, bool):
            number = float(value)
            yield name, number
            yield f"1 - {name}", 1 - number
            if number:
                yield f"1/{name}", 1 / number
            if number not in (0.0, 1.0):
                yield f"1/(1 - {name})", 1 / (1 - number)
        elif isinstance(value, np.ndarray) and value.ndim:
            sizes = {f"len({name})": len(value), f"{name}.size": value.size}
            if value.ndim > 1:
                sizes[f"{name}.shape[{value.ndim - 1}]"] = value.shape[-1]
            for text, size in sizes.items():
                if size > 1:
                    yield text, float(size)
                    yield f"1/{text}", 1 / size
                    yield f"sqrt({text})", math.sqrt(size)
                    yield f"1/sqrt({text})", 1 / math.sqrt(size)
