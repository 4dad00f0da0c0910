"""The page `docs/system-calls.md`, made from the list by which the filter is made.

    python -m tests.sandbox.system_calls_page

writes it; a test fails where the page is out of date.
"""

from __future__ import annotations

from pathlib import Path

from autograder.sandbox.guest.system_calls import ANSWERED, FAMILIES, FILTERED

__all__ = ["PAGE", "page"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "system-calls.md"

_HEAD = """\
# System calls

A submission may make the system calls of this page, and no others: all others fail with `EPERM`, those that
later kernels bring too, and calls of another architecture (32-bit, x32) end the process. For each the question
was: can it carry a bit to a fork that runs later, or to another sandbox? The list is that of
[system_calls.py](../autograder/sandbox/guest/system_calls.py), from which
`python -m tests.sandbox.system_calls_page` makes this page; a test compares them.

"Namespaces" are those of [namespaces.py](../autograder/sandbox/guest/namespaces.py); `autograder doctor` says
whether they can be made. [SECURITY.md](../SECURITY.md#what-passes-between-submissions) says what is left
without them, and what timing carries.
"""


def page() -> str:
    """The text of the page."""
    parts = [
        _HEAD,
        "\n## With any arguments\n\n| for | calls | why nothing passes |\n|---|---|---|\n",
    ]
    for family in FAMILIES:
        calls = " ".join(f"`{call}`" for call in family.calls)
        parts.append(_row(family.title, calls, family.reason))
    parts.append("\n## With some arguments\n\nWith all others they are refused.\n\n")
    parts.append("| call | allowed | why nothing passes |\n|---|---|---|\n")
    parts += [_row(f"`{each.call}`", each.shown, each.reason) for each in FILTERED]
    parts.append("\n## Answered without being done\n\n| call | answer | why |\n|---|---|---|\n")
    parts += [_row(f"`{each.call}`", each.shown, each.reason) for each in ANSWERED]
    return "".join(parts)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
