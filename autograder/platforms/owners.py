"""Who owns a folder of nbgrader's exchange: everybody may write there, and names are free."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["other_owner"]


def other_owner(folder: Path, student: str) -> str | None:
    """The account that handed in a folder, where it is neither the student's nor ours.

    Args:
        folder: of an exchange's `inbound/`, as the system made it for whoever handed in.
        student: whose the name of the folder says it is.

    Returns:
        None where the account is the student's, or where nobody knows: the folder was copied here
        by root or by whoever collects, or this system has no owners. A question mark where there
        is no such folder: its name was another one before it was made fit to be shown.
    """
    try:
        import pwd  # noqa: PLC0415 - not on Windows
    except ImportError:
        return None
    try:
        owner = folder.lstat().st_uid
    except OSError:
        return "?"
    if owner in _ours():
        return None
    try:
        name = pwd.getpwuid(owner).pw_name
    except KeyError:
        name = str(owner)
    return None if name == student else name


def _ours() -> set[int]:
    return {0, os.geteuid()}
