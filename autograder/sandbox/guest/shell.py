"""An IPython shell that runs cells as a kernel's does, without a kernel."""

from __future__ import annotations

import asyncio
import builtins
import contextlib
import contextvars
import getpass
import os
import sys
from collections.abc import Callable, Coroutine
from typing import Any, NoReturn

from autograder.sandbox.guest.absent import NOBODY_TYPES, without_programs
from autograder.sandbox.guest.check_stand_ins import hide_magics
from autograder.sandbox.guest.event_loops import run_beside_loops, warn_of_own_coroutines
from autograder.sandbox.guest.plain_cells import PlainCells

__all__ = ["CellShell"]


class CellShell:
    """The shell, and the event loop in which its cells run.

    Args:
        file: tells under which name the cell that runs is compiled.

    Attributes:
        shell: IPython's own.
        errors: what the cell that runs has raised, also where a magic or a view has caught it: a
            kernel shows each of these, and a cell that shows an error has failed.
    """

    def __init__(self, file: Callable[[], str]) -> None:
        from IPython.core.interactiveshell import InteractiveShell  # noqa: PLC0415 - half a second
        from traitlets.config import Config  # noqa: PLC0415

        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "NoColor"
        config.InteractiveShell.autocall = 0
        # To measure a figure before it is drawn takes as long as to draw it.
        config.InlineBackend.print_figure_kwargs = {"bbox_inches": None, "dpi": 72}
        InteractiveShell.clear_instance()
        self.shell: Any = InteractiveShell.instance(config=config)
        self.errors: list[BaseException] = []
        self._file = file
        self._loop: asyncio.AbstractEventLoop | None = None
        self._replace_what_a_kernel_does()
        # Only these are shown, so that nothing else has to be made.
        self.shell.display_formatter.active_types = ["text/plain", "image/png"]
        self.shell.user_module.__dict__["__name__"] = "__main__"
        without_programs(self.shell)
        hide_magics(self.shell)
        self._plain = PlainCells(self.shell, file)

    def _replace_what_a_kernel_does(self) -> None:
        shell = self.shell
        # Errors cross as data; a printed traceback would show the sandbox's paths.
        shell.showtraceback = self._keep_error
        shell.showsyntaxerror = self._keep_error
        shell._format_exception_for_storage = lambda error, *args, **named: {}
        shell.compile.get_code_name = lambda raw, transformed, number: self._file()
        shell.displayhook.write_output_prompt = lambda: None
        shell.displayhook.finish_displayhook = lambda: None
        shell.display_pub.publish = lambda *args, **named: None
        shell.display_pub.clear_output = lambda *args, **named: None
        shell.set_hook("show_in_pager", lambda *args, **named: None, priority=0)
        shell.ask_exit = lambda: None
        # No window can open, and every way to ask for one is taken for a kernel's own.
        shell.enable_gui = lambda gui=None: None
        enable = shell.enable_matplotlib
        shell.enable_matplotlib = lambda gui=None: enable("agg" if gui == "agg" else "inline")
        shell.db = {}  # `%cd` keeps where it was: in a file, which nobody may write

    def begin(self) -> None:
        """Do what has to be done in the fork in which cells run."""
        os.environ["NBGRADER_EXECUTION"] = "autograde"  # an instructor's tests may ask
        builtins.input = getpass.getpass = _nobody_types
        run_beside_loops()
        warn_of_own_coroutines(self._file)

    def run(self, source: str, *, remember: bool = True) -> BaseException | None:
        """Run one cell; names, history and tasks stay for the next.

        Args:
            source: the cell's text, magics allowed.
            remember: whether it counts as a cell, in `In`, `Out` and `_`.

        Returns:
            What it raised, or None.
        """
        self.errors.clear()
        try:
            done = self._in_loop(source, remember)
        except BaseException as escaped:  # noqa: BLE001 - whatever student code raises
            return escaped
        if self.errors:
            return self.errors[0]
        return done.error_before_exec or done.error_in_exec  # type: ignore[no-any-return]

    def prepare(self) -> None:
        """In a fork, before there is a cell: make the loop in which cells run, and try it."""
        self._open_loop().run_until_complete(asyncio.sleep(0))

    def _open_loop(self) -> asyncio.AbstractEventLoop:
        if self._loop is None or self._loop.is_closed():
            self._loop = asyncio.new_event_loop()
            asyncio.set_event_loop(self._loop)
        return self._loop

    def _in_loop(self, source: str, remember: bool) -> Any:
        loop = self._open_loop()
        context = contextvars.copy_context()
        running = self._run(source, remember)
        cell = loop.create_task(running, context=context)
        try:
            return loop.run_until_complete(cell)
        finally:
            # What a cell sets stays set, as NumPy's print options.
            for variable, value in context.items():
                variable.set(value)
            if not cell.done():
                # It was interrupted, or the loop was stopped, while the cell was waiting.
                with contextlib.suppress(BaseException):
                    _give_up(loop, cell, running)

    async def _run(self, source: str, remember: bool) -> Any:
        """As a kernel: what awaits is awaited, all else runs while the loop stands still."""
        shell, failed = self.shell, None
        transformed = plain = self._plain.read(source)
        if plain is None:
            try:
                transformed = shell.transform_cell(source)
            except Exception:  # noqa: BLE001 - the shell tells it where it runs the cell
                transformed, failed = source, sys.exc_info()
        prepared = {"transformed_cell": transformed, "preprocessing_exc_tuple": failed}
        # `run_cell` would transform it once more.
        running = shell.run_cell_async(source, store_history=remember, **prepared)
        done = None
        try:
            waits = plain is None and shell.should_run_async(source, **prepared)
            done = await running if waits else _without_waiting(running)
        finally:
            shell.events.trigger("post_execute")
            shell.events.trigger("post_run_cell", done)
        await asyncio.sleep(0)  # tasks that are ready go on between two cells
        return done

    def _keep_error(self, exc_tuple: Any = None, *args: Any, **named: Any) -> None:
        error = (exc_tuple if isinstance(exc_tuple, tuple) else sys.exc_info())[1]
        if error is None:
            return
        self.errors.append(error)
        if type(error).__name__ == "UsageError":
            sys.stderr.write(f"UsageError: {error}\n")


_TO_CLEAN_UP = 0.1
"""Seconds that a cell which was given up has to come to its end."""


def _give_up(
    loop: asyncio.AbstractEventLoop, cell: asyncio.Task[Any], running: Coroutine[Any, Any, Any]
) -> None:
    """End a cell that waits, and what it waits for."""
    cell.cancel()
    loop.run_until_complete(asyncio.wait([cell], timeout=_TO_CLEAN_UP))
    if not cell.done():
        # The loop was interrupted when it had just taken the cell out of its queue: it will never
        # come to it again, and has nothing to say of that later.
        cell._log_destroy_pending = False  # type: ignore[attr-defined]
        running.close()


def _without_waiting(running: Coroutine[Any, Any, Any]) -> Any:
    """Run to its end what awaits nothing; the loop stands still."""
    try:
        running.send(None)
    except StopIteration as ended:
        return ended.value
    raise RuntimeError("a cell that awaits nothing has waited")


def _nobody_types(*args: Any, **named: Any) -> NoReturn:
    from IPython.core.error import StdinNotImplementedError  # noqa: PLC0415 - cells only

    # As where a kernel runs a notebook by itself; also what Python raises elsewhere.
    nobody = type("StdinNotImplementedError", (StdinNotImplementedError, EOFError), {})
    raise nobody(NOBODY_TYPES)
