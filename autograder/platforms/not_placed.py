"""What is said of what could not be placed: sentences for an instructor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from autograder.platforms.collecting import Collected, NotPlaced, NotPlacedReason

__all__ = ["not_placed_lines"]

_MOST_OF_A_KIND: Final = 20

_REASONS: Final[dict[NotPlacedReason, str]] = {
    "outside": "its name leads out of the archive, or too deep into folders",
    "link": "it is a link, which is not followed",
    "special": "it is no regular file",
    "encrypted": "it has a password; unpack it yourself",
    "packing": "it is packed in a way that is not opened here; unpack it yourself",
    "too_large": "it is larger than any answer",
    "bomb": "it is an archive that unpacks to far more than it should",
    "damaged": "it is damaged, or is no zip or tar archive",
    "unreadable": "it cannot be read",
    "not_on_roster": "nobody on the roster is called so",
    "same_name": "this is the name of several; give their numbers in the roster's `lms_user_id`",
    "no_name": "nothing says whose it is",
    "no_pattern": "its name does not say whose it is, as the others do",
    "no_assignment": "nothing says which assignment it is for; give --assignment",
    "several_assignments": "it may be for several assignments; give --assignment",
    "other_course": "it is a notebook of another course",
    "differs": "other files lie there already; --update keeps both as attempts",
    "unsafe_id": "this cannot be the name of a student's folder",
    "other_owner": "this account handed it in under the name of somebody else",
}  # fmt: skip


def not_placed_lines(came: Collected) -> Iterator[str]:
    """A line for each file that could not be placed, and one for what was passed over."""
    by_reason: defaultdict[NotPlacedReason, list[NotPlaced]] = defaultdict(list)
    for each in came.not_placed:
        by_reason[each.reason].append(each)
    if by_reason:
        yield "could not be placed:"
    for reason, found in by_reason.items():
        for each in found[:_MOST_OF_A_KIND]:
            whose = f" ({each.detail})" if each.detail else ""
            yield f"  {each.path}{whose}: {_REASONS[reason]}"
        if len(found) > _MOST_OF_A_KIND:
            yield f"  and {len(found) - _MOST_OF_A_KIND} more: {_REASONS[reason]}"
    if came.passed_over:
        yield f"passed over, since no student made them: {came.passed_over}"
