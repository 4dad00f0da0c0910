"""Running the cells of a notebook, and `.py` files, as a student wrote them."""

from __future__ import annotations

import base64
import contextlib
import linecache
import os
import sys
import types
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from autograder.sandbox.codec import Value
from autograder.sandbox.guest.absent import without_programs
from autograder.sandbox.guest.capture import MAX_FIGURES, MAX_PNG, captured, figures
from autograder.sandbox.guest.case_call import describe_error, submission_filename
from autograder.sandbox.guest.moments import Moments

__all__ = ["Cells", "load_file"]


class Cells:
    """One IPython shell without a kernel: made before the fork, used after it.

    Args:
        draw: whether the figures that a cell leaves open are drawn.
    """

    def __init__(self, *, draw: bool) -> None:
        from IPython.core.interactiveshell import InteractiveShell  # noqa: PLC0415 - half a second
        from traitlets.config import Config  # noqa: PLC0415

        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "NoColor"
        config.InteractiveShell.autocall = 0
        self._draw = draw
        self._name = submission_filename(0)
        InteractiveShell.clear_instance()
        self._shell = InteractiveShell.instance(config=config)
        # Errors cross as data; a printed traceback would show the sandbox's paths.
        self._shell.showtraceback = lambda *args, **kwargs: None
        self._shell.showsyntaxerror = lambda *args, **kwargs: None
        self._shell.compile.get_code_name = self._code_name
        self._shell.displayhook.write_output_prompt = lambda: None
        self._shell.displayhook.finish_displayhook = lambda: None
        # Figures are taken after each cell, whatever the backend; no window can open.
        self._shell.enable_gui = lambda gui=None: None
        self._shell.enable_matplotlib = lambda gui=None: (gui, "agg")
        without_programs(self._shell)
        self._shell.db = {}  # `%cd` keeps where it was: in a file, which nobody may write
        warnings.filterwarnings("ignore", message="FigureCanvasAgg is non-interactive")
        self._shell.user_module.__dict__["__name__"] = "__main__"
        self.moments = Moments(self._shell.user_ns)
        # The first run of a cell imports what later ones need.
        self.run("0", 0, 1000)

    def _code_name(self, raw: str, transformed: str, number: int) -> str:
        # The display hook looks here for the semicolon that keeps a value from being shown.
        self._shell.history_manager.input_hist_parsed[:] = [transformed]
        return self._name

    @property
    def namespace(self) -> dict[str, Any]:
        """The namespace that all cells share."""
        return self._shell.user_ns  # type: ignore[no-any-return]

    def run(
        self,
        source: str,
        number: int,
        output_limit: int,
        names: Sequence[str] = (),
        asked: Sequence[str] = (),
    ) -> dict[str, Value]:
        """Run one cell; an error does not stop the next.

        Args:
            source: the cell's text, magics allowed.
            number: of the cell in its notebook.
            output_limit: how many characters it may print.
            names: of the exercises; see `Moments.keep`.
            asked: those whose check cells come next.

        Returns:
            A dict with `stdout`, `stderr`, `result` (the last expression as text, or None),
            `texts` and `figures` (what was displayed), `error` (see `describe_error`) or None, and
            `kept`: the exercises whose moment this may be.
        """
        self.moments.enter(None)
        self._name = submission_filename(number)
        # A module may have been written since it was looked for, within one tick of the clock.
        with contextlib.suppress(OSError):
            sys.path_importer_cache.pop(os.getcwd(), None)
        shown = _Shown()
        error: BaseException | None = None
        drawn: list[Any] = []
        with captured(output_limit) as (out, err), shown.attached(self._shell):
            try:
                done = self._shell.run_cell(source, store_history=False)
                error = done.error_before_exec or done.error_in_exec
                drawn = figures(draw=self._draw)
            except BaseException as escaped:  # noqa: BLE001 - whatever student code raises
                error = error or escaped
            if isinstance(error, SyntaxError):
                error = self._as_in_a_file(source, error)
        return {
            "stdout": out.text(),
            "stderr": err.text(),
            "result": shown.result,
            "texts": shown.texts,
            "figures": [*shown.figures, *drawn][:MAX_FIGURES],
            "error": None if error is None else describe_error(error, "raised"),
            "kept": self.moments.keep(names, asked),
        }

    def _as_in_a_file(self, source: str, error: SyntaxError) -> SyntaxError:
        """What Python says of a cell's text elsewhere: a shell waits for the rest of some texts."""
        if error.filename == "<tokenize>":
            error.filename = self._name
        if error.msg == "incomplete input":
            try:
                compile(self._shell.transform_cell(source), self._name, "exec", dont_inherit=True)
            except SyntaxError as plainer:
                return plainer
        return error


class _Shown:
    """What a cell displays: the value of its last expression, and calls of `display`."""

    def __init__(self) -> None:
        self.result: str | None = None
        self.texts: list[str] = []
        self.figures: list[Any] = []

    @contextlib.contextmanager
    def attached(self, shell: Any) -> Iterator[None]:
        """Collect what the shell would show while a cell runs."""

        def keep_result(data: Any, metadata: Any = None) -> None:
            self.result = _plain(data.get("text/plain"))

        def keep(data: Any, metadata: Any = None, **_: Any) -> None:
            self._keep(data)

        published = shell.display_pub.publish
        shell.displayhook.write_format_data = keep_result
        shell.display_pub.publish = keep
        try:
            yield
        finally:
            shell.display_pub.publish = published

    def _keep(self, data: Any) -> None:
        # Pictures and plain text only: a student's HTML, JavaScript and SVG are never shown.
        png = data.get("image/png")
        if png is not None and len(self.figures) < MAX_FIGURES:
            raw = base64.b64decode(png) if isinstance(png, str) else bytes(png)
            if len(raw) <= MAX_PNG:
                self.figures.append(np.frombuffer(raw, dtype=np.uint8))
        elif "text/plain" in data and len(self.texts) < 100:
            self.texts.append(_plain(data["text/plain"]))


def _plain(text: Any) -> str:
    return str(text)[:10_000].encode("utf-8", "replace").decode("utf-8")


def load_file(
    source: str, number: int, output_limit: int, name: str
) -> tuple[dict[str, Any], dict[str, Value]]:
    """Run a `.py` file as an imported module, not as a script.

    Args:
        source: its text.
        number: of the file in its submission.
        output_limit: how many characters it may print.
        name: by which it can be imported while it runs, by files that it imports.

    Returns:
        Its namespace, and the same description as `Cells.run` gives.
    """
    module = types.ModuleType("submission")
    sys.modules["submission"] = module  # dataclasses and pickle look their module up
    named = sys.modules.setdefault(name, module)
    file = submission_filename(number)
    # As IPython does for cells: who looks at a line of the file finds it.
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    error: BaseException | None = None
    with captured(output_limit) as (out, err):
        try:
            code = compile(source, file, "exec", dont_inherit=True)
            exec(code, module.__dict__)  # noqa: S102 - this is the sandbox
        except BaseException as raised:  # noqa: BLE001 - whatever student code raises
            error = raised
    if named is module:
        sys.modules.pop(name, None)
    return module.__dict__, {
        "stdout": out.text(),
        "stderr": err.text(),
        "result": None,
        "texts": [],
        "figures": [],
        "error": None if error is None else describe_error(error, "raised"),
    }
