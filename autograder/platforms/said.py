"""What a platform writes beside the hand-ins of who handed them in: Blackboard's texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from autograder.platforms.whose import Claim

__all__ = ["Said", "read_blackboard_text"]


@dataclass(frozen=True)
class Said:
    """What is said of one hand-in.

    Attributes:
        claims: of those who handed it in, together.
        when: the time, or empty.
    """

    claims: tuple[Claim, ...]
    when: str


def read_blackboard_text(path: Path, before: str) -> Said | None:
    """Read whose an attempt is, in Blackboard's text about it.

    Args:
        path: of the text.
        before: what stands before `_attempt_` in its name; it ends with the login.

    Returns:
        None where the text says no login with which the name ends.
    """
    with path.open("rb") as file:
        line = file.readline(1000).decode("utf-8-sig", "replace")
    found = re.fullmatch(r"[^:]+:\s*(?P<name>.*?)\s*\((?P<login>[^()]+)\)\s*", line)
    if found is None or not before.endswith(f"_{found['login']}"):
        return None
    login, name = found["login"], found["name"]
    return Said((Claim((login,), (name,) if name else (), own=login),), "")
