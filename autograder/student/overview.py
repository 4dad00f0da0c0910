"""The exercises as a list: where each stands, and how much it is worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from autograder.keys.outline import Outline
from autograder.report.command_words import command_text
from autograder.report.terminal import STATUS_SIGNS, STATUS_STYLES
from autograder.student.progress import Standing

__all__ = ["STATE_SIGNS", "overview", "sum_text"]

_OTHER_COLUMNS: Final = 34
"""The width of a list without names and titles."""

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
    return _Overview(tuple(outlines), standings, language)


class _Overview:
    """The list, with titles as long as the terminal has room for."""

    def __init__(
        self, outlines: Sequence[Outline], standings: Sequence[Standing], language: str
    ) -> None:
        self._outlines = outlines
        self._standings = standings
        self._language = language

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        language = self._language
        of = {each.exercise.name: each for each in self._standings}
        widths = _widths(self._standings, language, options.max_width - _OTHER_COLUMNS)
        tables: list[RenderableType] = []
        for outline in self._outlines:
            listed = [of[each.name] for each in outline.exercises if each.name in of]
            if listed:
                title = f"{outline.number}. {outline.title.of(language)}"
                head = Text(title, style="bold").append(f"  ({outline.assignment})", "not bold dim")
                table = _table(listed, language, widths, headed=not tables)
                tables += [head, Padding(table, (0, 0, 1, 0), expand=False)]
        yield Group(*tables, Text(sum_text(self._standings, language)))


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


def _widths(standings: Sequence[Standing], language: str, room: int) -> tuple[int, int]:
    """Columns for the names and for the titles; both the same in all tables of a list."""
    name = max(cell_len(each.exercise.name) for each in standings)
    title = max(cell_len(_title(each, language)) for each in standings)
    return name, min(title, room - name) if room - name >= _SHORTEST_TITLE else 0


_SHORTEST_TITLE: Final = 8
"""Columns; where fewer are left, the list goes without titles."""


def _title(standing: Standing, language: str) -> str:
    """The title without what stands in brackets: a list has little room."""
    return re.sub(r"\s*\([^()]*\)", "", standing.exercise.title.of(language))


def _cut(title: str, width: int) -> str:
    """As much of a title as fits."""
    if cell_len(title) <= width:
        return title
    # Half of a wide character would leave a blank before the dots.
    return f"{set_cell_size(title, width - 1).rstrip()}…"


def _table(
    standings: Sequence[Standing], language: str, widths: tuple[int, int], *, headed: bool
) -> Table:
    table = Table(
        box=None, padding=(0, 0, 0, 2), pad_edge=True, header_style="dim", show_header=headed
    )
    table.add_column("", width=1)
    table.add_column(command_text(language, "column_exercise"), no_wrap=True, min_width=widths[0])
    if widths[1]:
        table.add_column("", no_wrap=True, width=widths[1])
    table.add_column(command_text(language, "column_state"), no_wrap=True, min_width=9)
    for name in ("column_public", "column_worth"):
        head = command_text(language, name)
        wide = max(cell_len(head), 5)
        table.add_column(head, no_wrap=True, justify="right", min_width=wide)
    for each in standings:
        style = _STYLES[each.state]
        titles = [Text(_cut(_title(each, language), widths[1]), style="dim")] if widths[1] else []
        table.add_row(
            Text(STATE_SIGNS[each.state], style=style),
            Text(each.exercise.name),
            *titles,
            Text(command_text(language, f"state_{each.state}"), style=style),
            f"{each.score}/{each.exercise.public}",
            str(each.exercise.points),
        )
    return table
