"""The exercises as a list: where each stands, and how much it is worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from autograder.keys.outline import Outline
from autograder.report.command_words import command_text
from autograder.report.terminal import STATUS_SIGNS, STATUS_STYLES
from autograder.student.progress import Standing

__all__ = ["STATE_SIGNS", "overview", "sum_text"]

STATE_SIGNS = {**STATUS_SIGNS, "untouched": "·", "unchecked": "?", "not_run": "?"}
"""What stands before a state."""

_STYLES = {**STATUS_STYLES, "untouched": "dim", "unchecked": "cyan", "not_run": "cyan"}


def overview(
    outlines: Iterable[Outline], standings: Sequence[Standing], language: str
) -> RenderableType:
    """The exercises of these assignments, one line each, and their sum.

    Args:
        outlines: the assignments in order.
        standings: of the exercises that are listed; of others nothing is shown.
        language: of the list.
    """
    of = {each.exercise.name: each for each in standings}
    tables: list[RenderableType] = []
    for outline in outlines:
        listed = [of[each.name] for each in outline.exercises if each.name in of]
        if listed:
            title = f"{outline.number}. {outline.title.of(language)}"
            head = Text(title, style="bold").append(f"  ({outline.assignment})", "not bold dim")
            table = _table(listed, language, _width(standings), headed=not tables)
            tables += [head, Padding(table, (0, 0, 1, 0), expand=False)]
    return Group(*tables, Text(sum_text(standings, language)))


def sum_text(standings: Sequence[Standing], language: str) -> str:
    """How many of these exercises pass, and their points."""
    return command_text(
        language,
        "sum",
        total=len(standings),
        passed=sum(each.state == "passed" for each in standings),
        score=sum(each.score for each in standings),
        public=sum(each.exercise.public for each in standings),
        worth=sum(each.exercise.points for each in standings),
    )


def _width(standings: Sequence[Standing]) -> int:
    return max(len(each.exercise.name) for each in standings)


def _table(standings: Sequence[Standing], language: str, width: int, *, headed: bool) -> Table:
    table = Table(
        box=None, padding=(0, 0, 0, 2), pad_edge=True, header_style="dim", show_header=headed
    )
    table.add_column("", width=1)
    table.add_column(command_text(language, "column_exercise"), no_wrap=True, min_width=width)
    table.add_column("", no_wrap=True, overflow="ellipsis", width=20)
    table.add_column(command_text(language, "column_state"), no_wrap=True, min_width=9)
    for name in ("column_public", "column_worth"):
        head = command_text(language, name)
        wide = max(cell_len(head), 5)
        table.add_column(head, no_wrap=True, justify="right", min_width=wide)
    for each in standings:
        style = _STYLES[each.state]
        table.add_row(
            Text(STATE_SIGNS[each.state], style=style),
            Text(each.exercise.name),
            Text(each.exercise.title.of(language), style="dim"),
            Text(command_text(language, f"state_{each.state}"), style=style),
            f"{each.score}/{each.exercise.public}",
            str(each.exercise.points),
        )
    return table
