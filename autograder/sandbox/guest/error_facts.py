"""What else can be said of an error where it arose: a name, a similar one, what is left to write.

Nothing here is needed to judge; it lets a report say what to do.
"""

from __future__ import annotations

import ast
import difflib
import linecache
from types import FrameType

from autograder.sandbox.codec import Value

__all__ = ["error_facts"]

_MOST_NAMES = 500
_LONGEST = 80
_CLOSE = 0.7


def error_facts(
    error: BaseException, frame: FrameType | None, line: int | None
) -> dict[str, Value]:
    """What an error did not find, and whether there is more in its function than its line.

    Args:
        error: that was raised.
        frame: the last one of the submission itself.
        line: in it, from 1.

    Returns:
        A dict with `name`, `near` and `begun`; see `session.Described`.
    """
    try:
        name, near = "", ""
        if isinstance(error, NameError | AttributeError | ImportError):
            name = _text(error.name)
        if name and type(error) is NameError and frame is not None:
            near = _nearest(name, frame)
        begun = False
        if isinstance(error, NotImplementedError) and frame is not None and line is not None:
            begun = _is_begun(frame.f_code.co_filename, line)
    except Exception:  # noqa: BLE001 - the names may be objects of the student's
        name, near, begun = "", "", False
    return {"name": name, "near": near, "begun": begun}


def _text(name: object) -> str:
    return name[:_LONGEST] if isinstance(name, str) and name[:_LONGEST].isidentifier() else ""


def _nearest(name: str, frame: FrameType) -> str:
    """The name in a function, or among its globals, that is most like one that is not there."""
    own = [*frame.f_code.co_varnames, *frame.f_globals][:_MOST_NAMES]
    known = [each for each in own if isinstance(each, str) and not each.startswith("_")]
    close = difflib.get_close_matches(name, known, 1, _CLOSE)
    return _text(close[0]) if close else ""


def _is_begun(file: str, line: int) -> bool:
    """Whether the function around a line has other statements than a docstring and that line."""
    tree = ast.parse("".join(linecache.getlines(file)))
    around = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
        and each.lineno <= line <= (each.end_lineno or 0)
    ]
    if not around:
        return False
    body = max(around, key=lambda each: each.lineno).body
    first = body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        body = body[1:]
    return len(body) > 1
