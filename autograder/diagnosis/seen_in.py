"""The checks that something was seen in, as far as they may be told."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.keys.answer import Answer

__all__ = ["seen_in"]


def seen_in(
    seen: Iterable[Answer], answers: Iterable[Answer], *, hidden: bool = False
) -> tuple[str, ...]:
    """The names of the checks that something was seen in.

    A submission can choose by a hidden input in which hidden checks it shows something. So only
    public ones are told, unless each check says the same by itself.

    Args:
        seen: the answers that show it.
        answers: all of them.
        hidden: whether hidden checks are told, too.

    Returns:
        The names in order; none where it was seen in every check in which something is wrong, or
        only in checks that are not told.
    """
    found = list(seen)
    names = {answer.check for answer in found}
    if all(answer.right or answer.check in names for answer in answers):
        return ()
    return tuple(dict.fromkeys(each.check for each in found if hidden or each.public))
