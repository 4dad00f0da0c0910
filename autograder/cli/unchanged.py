"""A class that is graded again, and of which nothing has changed: what was said of it, again."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from autograder.workers.unchanged_runs import Said, UnchangedRun

__all__ = ["Remembering", "say_again"]


def say_again(words: Sequence[str]) -> int | None:
    """Say what this command line said, and return its exit code; None where anything has changed.

    Args:
        words: of the command line, without the program's name.
    """
    root = next(
        (e for e in (Path.cwd(), *Path.cwd().parents) if (e / "course.toml").is_file()), None
    )
    if root is None or any(word.startswith(("--again", "--course")) for word in words):
        return None
    said = UnchangedRun(root, words).find()
    if said is None:
        return None
    sys.stderr.write("autograder: nothing has changed since this was graded\n")
    sys.stdout.write(said.out)
    sys.stderr.write(said.errors)
    return said.code


class Remembering:
    """What a run reads, writes and says, so that it need not be done again.

    Args:
        root: of the course.
        inputs: what is read besides the course, where it was named.
        results: the file of results that was asked for, or None.
        asked: whether anything is to be remembered.
    """

    def __init__(
        self, root: Path, inputs: Iterable[Path | None], results: Path | None, *, asked: bool
    ) -> None:
        self._run = UnchangedRun(root, sys.argv[1:])
        self._out, self._errors = io.StringIO(), io.StringIO()
        if asked:
            named = [each for each in inputs if each is not None]
            self._run.begin([*named, *_nbgraders_settings()], results)

    def note(self, sentence: str) -> None:
        """Remember a sentence that somebody else prints."""
        self._errors.write(f"autograder: {sentence}\n")

    @contextlib.contextmanager
    def said(self) -> Iterator[None]:
        """Remember what is printed meanwhile."""
        out, errors = _Both(sys.stdout, self._out), _Both(sys.stderr, self._errors)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
            yield

    def keep(self, outputs: Iterable[Path], code: int) -> None:
        """Keep the run: it would come to the same again.

        Args:
            outputs: the files and folders that were written.
            code: its exit code.
        """
        self._run.keep(outputs, Said(self._out.getvalue(), self._errors.getvalue(), code))


def _nbgraders_settings() -> Iterator[Path]:
    """The files besides the course's own in which nbgrader looks for its settings."""
    with contextlib.suppress(ImportError):
        from jupyter_core.paths import jupyter_config_path  # noqa: PLC0415 - comes with nbgrader

        for folder in jupyter_config_path():
            yield from (Path(folder, f"nbgrader_config.{each}") for each in ("py", "json"))


class _Both(io.TextIOBase):
    """A stream that also notes what is written.

    Args:
        stream: that is written to.
        noted: gets the same.
    """

    def __init__(self, stream: TextIO, noted: TextIO) -> None:
        self._stream, self._noted = stream, noted

    def write(self, text: str) -> int:
        self._noted.write(text)
        return self._stream.write(text)

    def flush(self) -> None:
        self._stream.flush()

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """That of the stream."""
        return self._stream.encoding
