"""Sets of words and whole numbers as they come through the door: sorted, in a dict of their own."""

from __future__ import annotations

from typing import Any

__all__ = ["members_of"]


def members_of(value: Any) -> dict[tuple[str, Any], Any] | None:
    """The members of the set that a plain value is, by type and value; None for anything else.

    True is another member than 1. A submission may say anything: what is no set is compared as any
    other dict.
    """
    if type(value) is not dict or value.keys() != {"set"} or type(value["set"]) is not list:
        return None
    if not all(type(each) in (str, int, bool) for each in value["set"]):
        return None
    return {(type(each).__name__, each): each for each in value["set"]}
