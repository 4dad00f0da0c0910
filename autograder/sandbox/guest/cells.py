"""Running the cells of a notebook, and `.py` files, as a student wrote them."""

from __future__ import annotations

import base64
import contextlib
import linecache
import os
import sys
import types
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from autograder.sandbox.codec import Value
from autograder.sandbox.guest.capture import MAX_FIGURES, MAX_PNG, OneStream, Printed, captured
from autograder.sandbox.guest.case_call import describe_error, line_in, submission_filename
from autograder.sandbox.guest.moments import Moments

__all__ = ["Cells", "load_file"]


class Cells:
    """The cells of a notebook: the shell is made before the fork, and used after it.

    Args:
        draw: whether the figures of cells are drawn.
    """

    def __init__(self, *, draw: bool) -> None:
        # Files do without it, and it takes long to load.
        from autograder.sandbox.guest.shell import CellShell  # noqa: PLC0415

        self._draw = draw
        self._name = submission_filename(0)
        self._cells = CellShell(lambda: self._name)
        self._shell = self._cells.shell
        self._pictures = self._shell.display_formatter.formatters["image/png"]
        self._pictures.enabled = False
        self._out, self._err = OneStream("<stdout>"), OneStream("<stderr>")
        self._begun = False
        self.moments = Moments(self._shell.user_ns)
        # The first run of a cell imports what later ones need.
        with captured(1000):
            self._shell.run_cell("0")

    @property
    def namespace(self) -> dict[str, Any]:
        """The namespace that all cells share."""
        return self._shell.user_ns  # type: ignore[no-any-return]

    def prepare(self) -> None:
        """In a fork, before it is asked anything: do what its first cell would have to wait for."""
        self._cells.prepare()

    def run(
        self,
        source: str,
        number: int,
        output_limit: int,
        names: Sequence[str] = (),
        asked: Sequence[str] = (),
        *,
        draw: bool = True,
    ) -> dict[str, Value]:
        """Run one cell; an error does not stop the next.

        Args:
            source: the cell's text, magics allowed.
            number: of the cell in its notebook.
            output_limit: how many characters it may print.
            names: of the exercises; see `Moments.keep`.
            asked: those whose check cells come next.
            draw: whether its figures are drawn, where this draws any.

        Returns:
            A dict with `stdout`, `stderr`, `result` (the last expression as text, or None),
            `texts` and `figures` (what was displayed), `error` (see `describe_error`, and
            `cell_line`, see `session.Described`) or None, and `kept`: the exercises whose moment
            this may be.
        """
        self.moments.enter(None)
        self._name = submission_filename(number)
        # A module may have been written since it was looked for, within one tick of the clock.
        with contextlib.suppress(OSError):
            sys.path_importer_cache.pop(os.getcwd(), None)
        self._begin()
        out, err = Printed(output_limit), Printed(output_limit)
        self._out.into(out)
        self._err.into(err)
        shown = _Shown(out, err, self._pictures)
        self._pictures.enabled = self._draw and draw
        with shown.attached(self._shell):
            error = self._cells.run(source)
        self._pictures.enabled = False
        if isinstance(error, SyntaxError):
            error = self._as_in_a_file(source, error)
        described = None
        if error is not None:
            described = describe_error(error, "raised") | {"cell_line": line_in(self._name, error)}
        self._cells.errors.clear()
        return {
            "stdout": out.text(),
            "stderr": err.text(),
            "result": shown.result,
            "texts": shown.texts,
            "figures": shown.figures,
            "error": described,
            "kept": self.moments.keep(names, asked),
        }

    def _begin(self) -> None:
        """Before the first cell: its streams stay those of the notebook, as in a kernel."""
        if not self._begun:
            self._begun = True
            sys.stdout, sys.stderr = self._out, self._err
            self._cells.begin()

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

    def __init__(self, out: Printed, err: Printed, pictures: Any) -> None:
        self.result: str | None = None
        self.texts: list[str] = []
        self.figures: list[Any] = []
        self._printed = (out, err)
        self._pictures = pictures

    @contextlib.contextmanager
    def attached(self, shell: Any) -> Iterator[None]:
        """Collect what the shell would show while a cell runs."""

        def keep_result(data: Any, metadata: Any = None) -> None:
            # nbgrader takes the first result of a cell as its score.
            if self.result is None:
                self.result = _plain(data.get("text/plain"))
                data = {key: value for key, value in data.items() if key == "image/png"}
            self._keep(data)

        def keep(data: Any, metadata: Any = None, **_: Any) -> None:
            self._keep(data)

        publisher = shell.display_pub
        published, cleared = publisher.publish, publisher.clear_output
        shell.displayhook.write_format_data = keep_result
        publisher.publish, publisher.clear_output = keep, self._clear
        try:
            yield
        finally:
            publisher.publish, publisher.clear_output = published, cleared

    def _keep(self, data: Any) -> None:
        # Pictures and plain text only: a student's HTML, JavaScript and SVG are never shown.
        png = data.get("image/png")
        if png is not None:
            raw = base64.b64decode(png) if isinstance(png, str) else bytes(png)
            if len(raw) <= MAX_PNG and len(self.figures) < MAX_FIGURES:
                self.figures.append(np.frombuffer(raw, dtype=np.uint8))
            # What nobody will see does not have to be drawn.
            self._pictures.enabled = len(self.figures) < MAX_FIGURES
        elif "text/plain" in data and len(self.texts) < _MAX_TEXTS:
            self.texts.append(_plain(data["text/plain"]))

    def _clear(self, wait: bool = False) -> None:
        for printed in self._printed:
            printed.clear()
        self.texts.clear()
        self.figures.clear()


_MAX_TEXTS = 100


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
