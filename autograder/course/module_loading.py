"""Loading one Python file of an author, and ending what takes too long in it."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.util
import inspect
import re
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.machinery import SourceFileLoader
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any, ParamSpec, TypeVar

from autograder.course.authoring import Exercise
from autograder.course.check_parts import Plot
from autograder.course.text_files import read_source
from autograder.errors import CourseError
from autograder.interrupting import Place, interrupted_after
from autograder.unknown_names import unknown

__all__ = ["TooLongError", "limited", "load_module", "within_time"]

_SECONDS = 10.0
"""Of the processor's time, that loading a file and making the cases of a check may take."""

_WAITING = 60.0
"""Seconds on the clock that they may take, busy or not: the machine may have much else to do."""

_MOST = 10_000
"""Cases of a check: without a bound, a generator without an end fills the memory first."""

_DECLARED = {"Exercise": Exercise, "Plot": Plot}
_MISTYPED = re.compile(r"(\w+)\.__init__\(\) got an unexpected keyword argument '(\w+)'")

_Arguments = ParamSpec("_Arguments")
_Item = TypeVar("_Item")


def load_module(path: Path) -> ModuleType:
    """Run a file of an author as a module.

    Raises:
        CourseError: if it cannot be read, is not Python, raises, or does not end.
    """
    read_source(path)
    # Two courses may have an exercise of the same name.
    course = hashlib.sha256(str(path.parent.parent.parent).encode()).hexdigest()[:8]
    name = "_".join(("course", course, *path.parent.parts[-2:], path.stem))
    loader = _LoaderByContent(name, str(path))
    spec = importlib.util.spec_from_file_location(name, path, loader=loader)
    if spec is None or spec.loader is None:
        raise CourseError("cannot be loaded", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        with limited(path):
            spec.loader.exec_module(module)
    except SyntaxError as error:
        raise CourseError(f"not Python: {error.msg}", path, error.lineno) from None
    except TooLongError as error:
        raise CourseError(f"loading this file {error}", path, error.line) from None
    except (Exception, SystemExit) as error:  # what ends the program would end ours without a word
        raise CourseError(_sentence(error), path, _line_in(path, error)) from error
    return module


def _sentence(error: BaseException) -> str:
    """What is said of an error that a file raises."""
    mistyped = _MISTYPED.match(str(error))
    if mistyped and mistyped[1] in _DECLARED:
        known = inspect.signature(_DECLARED[mistyped[1]]).parameters
        return unknown(f"argument of `{mistyped[1]}`", mistyped[2], known)
    return f"{type(error).__name__}: {error}".removesuffix(": ")


def within_time(
    function: Callable[_Arguments, Iterator[_Item]], path: Path
) -> Callable[_Arguments, Iterator[_Item]]:
    """A function of this file that makes items, and raises an error if that does not end."""

    @functools.wraps(function)
    def in_time(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> Iterator[_Item]:
        made: list[_Item] = []
        try:
            with limited(path):
                made = list(islice(function(*args, **kwargs), _MOST + 1))
        except TooLongError as error:
            raise TimeoutError(f"line {error.line} {error}") from None
        if len(made) > _MOST:
            raise ValueError(f"there are more than {_MOST} of them")
        return iter(made)

    return in_time


class TooLongError(Exception):
    """What an author wrote does not end.

    Attributes:
        line: at which it was, or None.
    """

    def __init__(self, line: int | None) -> None:
        super().__init__(f"does not end within {_SECONDS:g} seconds")
        self.line = line


@contextlib.contextmanager
def limited(path: Path) -> Iterator[None]:
    """End the block if it takes too long.

    Args:
        path: the file that it runs.

    Raises:
        TooLongError: then, with the line of this file at which it was.
    """
    processor, clock = time.process_time(), time.monotonic()

    def is_due() -> bool:
        busy, passed = time.process_time() - processor, time.monotonic() - clock
        return busy >= _SECONDS or passed >= _WAITING

    with interrupted_after(_SECONDS, is_due) as places:
        yield
    if places:
        raise TooLongError(_line_at(path, places))


def _line_at(path: Path, places: Sequence[Place]) -> int | None:
    return next((line for file, line in places if file == str(path)), None)


class _LoaderByContent(SourceFileLoader):
    """Takes bytecode that was kept of a file only for the same content.

    Python goes by size and time of the file, in whole seconds: who changes a digit and saves again
    within a second would get what was there before.
    """

    def path_stats(self, path: str) -> Mapping[str, Any]:
        """What the kept bytecode has to agree with: size and checksum."""
        source = self.get_data(path)
        return {"mtime": zlib.crc32(source), "size": len(source)}


def _line_in(path: Path, error: BaseException) -> int | None:
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
