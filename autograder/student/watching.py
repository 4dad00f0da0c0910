"""Checking an exercise on every save, one exercise after the other."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from rich.console import Console

from autograder.grading.results import ExerciseResult
from autograder.grading.student_check import ExerciseFolder
from autograder.report.command_words import command_text
from autograder.report.language import Language
from autograder.report.terminal import print_exercise
from autograder.student.fresh_stub import reset
from autograder.student.hint_steps import hint_steps
from autograder.student.keys_pressed import NextKey
from autograder.student.overview import overview
from autograder.student.progress import read_progress

__all__ = ["Watching"]

_TURN: Final = 0.3
"""Seconds between two looks at the files. Asking the system to tell of changes would not work on
the network drives and virtual machines that students have."""


class Watching:
    """What stands on the screen, and what keys and saved files make of it.

    Args:
        folder: of the exercises.
        language: of the screen.
        console: to print to.
        begin: the exercise to begin with; None for the first that does not pass.
    """

    def __init__(
        self,
        folder: ExerciseFolder,
        language: Language,
        console: Console,
        begin: str | None = None,
    ) -> None:
        self._folder = folder
        self._language = language
        self._console = console
        self._files = {each.name: list(folder.files_of(each)) for each in folder.outlined()}
        self._names = list(self._files)
        self._seen = self._saved()
        self._hints = 0
        self._resets = False
        self._result: ExerciseResult | None = None
        self.exercise = begin or self._next_open(self._names[-1]) or self._names[0]

    def run(self, next_key: NextKey) -> None:
        """Check, show, and go on until `q`.

        Args:
            next_key: waits for a key.
        """
        self._check()
        while (key := next_key(_TURN)) not in ("q", "Q"):
            if key is not None:
                self.press(key.lower())
            changed = self._changed()
            if changed is not None:
                self.exercise = changed
                self._check()

    def press(self, key: str) -> None:
        """Do what a key stands for; another key does nothing."""
        sure, self._resets = self._resets, False
        if key == "n":
            following = self._next_open(self.exercise)
            if following is None:
                self._show(self._say("watch_done"))
                return
            self.exercise = following
            self._check()
        elif key == "h":
            self._hint()
        elif key == "l":
            self._list()
        elif key == "r" and sure:
            self._reset()
        elif key == "r":
            self._resets = True
            self._show(self._say("watch_reset"))

    def _check(self) -> None:
        """Check the exercise and show what came of it; of an untouched stub only what to do."""
        self._hints, self._resets = 0, False
        self._result = None
        outlined = self._folder.outline_of(self.exercise)
        if not self._folder.is_untouched(outlined):
            self._clear()
            self._console.print(self._say("watch_checking"), markup=False)
            self._result = self._folder.check(self.exercise)
            progress = read_progress(self._folder)
            progress.record(self._result)
            progress.save()
        self._show()

    def _show(self, *lines: str) -> None:
        """The exercise, its report, some lines, and the keys."""
        self._clear()
        number = self._names.index(self.exercise) + 1
        head = self._say("watch_head", number=number, total=len(self._names))
        self._console.print(head, style="dim", markup=False)
        outlined = self._folder.outline_of(self.exercise)
        if self._result is None:
            title = f"{outlined.title.of(self._language)}  ({self.exercise})"
            self._console.print(title, style="bold", markup=False)
        else:
            worth = outlined.points
            print_exercise(self._console, self._result, self._language, worth=worth, every=False)
            if self._result.status == "passed":
                lines = (self._say("watch_passed"), *lines)
        for line in lines:
            self._console.print(f"\n{line}", markup=False)
        path = self._folder.file_of(self.exercise)
        self._console.print(f"\n{self._say('watch_waiting', file=_short(path))}", markup=False)
        self._console.print(self._say("watch_keys"), style="dim", markup=False)

    def _hint(self) -> None:
        if self._result is None:
            path = self._folder.file_of(self.exercise)
            self._show(self._say("hint_not_begun", file=_short(path)))
            return
        steps = hint_steps(self._result, self._language)
        self._hints = min(self._hints + 1, len(steps))
        if not steps:
            self._show(self._say("hint_not_needed"))
            return
        head = self._say("hint_of", step=self._hints, total=len(steps))
        self._show("\n".join([head, *steps[: self._hints]]))

    def _list(self) -> None:
        """The exercises of this assignment: those of a course fill no screen of 24 lines."""
        self._clear()
        outline = next(
            each
            for each in self._folder.outlines
            if self.exercise in {exercise.name for exercise in each.exercises}
        )
        progress = read_progress(self._folder)
        standings = [progress.standing(each) for each in outline.exercises]
        self._console.print(overview([outline], standings, self._language))
        self._console.print(f"\n{self._say('watch_keys')}", style="dim", markup=False)

    def _reset(self) -> None:
        kept = reset(self._folder, self.exercise)
        self._seen = self._saved()
        self._result = None
        path = _short(self._folder.file_of(self.exercise))
        lines = [self._say("reset" if kept else "reset_untouched", file=path)]
        self._show(*lines, *([self._say("kept", file=_short(kept))] if kept else []))

    def _next_open(self, after: str) -> str | None:
        """The next exercise that does not pass, from one on, around the end; None if all pass."""
        at = self._names.index(after) + 1
        progress = read_progress(self._folder)
        open_ones = {e.exercise.name for e in progress.standings() if e.state != "passed"}
        around = [*self._names[at:], *self._names[:at]]
        return next((name for name in around if name in open_ones), None)

    def _changed(self) -> str | None:
        """The exercise whose file was saved since the last look, or None."""
        before, self._seen = self._seen, self._saved()
        saved = [name for name in self._names if self._seen[name] != before[name]]
        return saved[-1] if saved else None

    def _saved(self) -> dict[str, list[tuple[int, int]]]:
        return {name: list(map(_stamp, files)) for name, files in self._files.items()}

    def _say(self, name: str, **words: object) -> str:
        return command_text(self._language, name, **words)

    def _clear(self) -> None:
        if self._console.is_terminal:
            self._console.clear()


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when a file is saved."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return status.st_mtime_ns, status.st_size


def _short(path: Path) -> str:
    """A path from the current folder, where it lies below it."""
    absolute, here = path.absolute(), Path.cwd()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute)
