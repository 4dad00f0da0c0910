"""Something of ours that nbgrader's objects carry for a while."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

__all__ = ["temporary_attribute"]


@contextlib.contextmanager
def temporary_attribute(carrier: Any, name: str, value: object) -> Iterator[None]:
    """Have an object carry a value in the block; None afterwards."""
    setattr(carrier, name, value)
    try:
        yield
    finally:
        setattr(carrier, name, None)
