"""How far the grading of a class is: a bar in a terminal, now and then a line elsewhere."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import typer

from autograder.cli.app import console

if TYPE_CHECKING:
    from collections.abc import Collection

    from rich.console import Console

__all__ = ["Shown", "count_hand_ins", "shown_progress"]

_BETWEEN: Final = 10.0
"""Seconds between two lines."""


class Shown(Protocol):
    """What shows how far it is."""

    def one_more(self, line: str, *, failed: bool) -> None:
        """Note that one submission is done.

        Args:
            line: about it.
            failed: whether it could not be graded, whatever it is worth.
        """

    def say(self, sentence: str) -> None:
        """Show a sentence to whoever waits."""


def count_hand_ins(folder: Path, assignments: Collection[str]) -> int:
    """About how many submissions lie in a folder: as many as a quick look finds.

    Args:
        folder: holds `<student>/<assignment>/`.
        assignments: the names of those that are graded.
    """
    count = 0
    with contextlib.suppress(OSError):
        for student in folder.iterdir():
            with contextlib.suppress(OSError):
                if student.is_dir():
                    count += sum((student / name).is_dir() for name in assignments) or 1
    return count


@contextlib.contextmanager
def shown_progress(total: int, *, quiet: bool = False) -> Iterator[Shown]:
    """Show how far the grading is.

    Args:
        total: about how many submissions there are.
        quiet: whether nothing but sentences is shown.
    """
    out = console(stderr=True)
    if not out.is_terminal:
        yield _Lines(total, quiet=quiet)
        return
    with _bar(out) as bar:
        yield _Bar(bar, total)


class _Lines:
    """A line for each submission, and now and then one for all."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total, self._quiet = total, quiet
        self._done = self._failed = 0
        self._began = self._said = time.monotonic()

    def one_more(self, line: str, *, failed: bool) -> None:
        self._done += 1
        self._failed += failed
        if self._quiet:
            return
        typer.echo(line, err=True)
        now = time.monotonic()
        if now - self._said >= _BETWEEN:
            self._said = now
            typer.echo(self._so_far(now - self._began), err=True)

    def say(self, sentence: str) -> None:
        typer.echo(f"autograder: {sentence}", err=True)

    def _so_far(self, seconds: float) -> str:
        rate = self._done / seconds
        left = max(self._total - self._done, 0) / rate
        return (
            f"{self._done} of {max(self._total, self._done)} done, {self._failed} failed, "
            f"{rate:.1f} each second, {left:.0f} seconds left"
        )


class _Bar:
    """A bar."""

    def __init__(self, bar: Any, total: int) -> None:
        self._bar, self._failed = bar, 0
        self._task = bar.add_task("", total=total or None, failed=0)

    def one_more(self, line: str, *, failed: bool) -> None:
        self._failed += failed
        task = self._bar.tasks[0]
        total = task.total if task.total is None else max(task.total, task.completed + 1)
        self._bar.update(self._task, advance=1, total=total, failed=self._failed)

    def say(self, sentence: str) -> None:
        self._bar.console.print(f"autograder: {sentence}", markup=False)


def _bar(out: Console) -> Any:
    from rich.progress import (  # noqa: PLC0415 - slow to import
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text  # noqa: PLC0415

    class Rate(ProgressColumn):
        def render(self, task: Any) -> Text:
            return Text("" if not task.speed else f"{task.speed:.1f}/s")

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]} failed"),
        Rate(),
        TimeRemainingColumn(),
        console=out,
        transient=True,
    )
