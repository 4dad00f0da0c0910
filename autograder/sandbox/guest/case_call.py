"""Calling a submission on one case, and describing the outcome in plain data."""

from __future__ import annotations

import inspect
import os
import re
import traceback
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any

import msgspec

from autograder.sandbox.call import Call, Parameter, signature_of
from autograder.sandbox.codec import DoorError, Value, encode
from autograder.sandbox.guest.call_bounds import Exceeded, bounded_calls
from autograder.sandbox.guest.capture import captured
from autograder.sandbox.guest.cost_bounds import Steps, counted_steps, least_seconds
from autograder.sandbox.guest.drivers import BUILT_IN, find_driver, named_arguments
from autograder.sandbox.guest.error_facts import error_facts
from autograder.sandbox.guest.library_values import as_data
from autograder.sandbox.guest.own_calls import recorded_calls
from autograder.sandbox.guest.rules import Broken, broken_in_code, watching

__all__ = ["call_on_case", "describe_error", "line_in", "refusal", "submission_filename"]

_MAX_MESSAGE = 500


def submission_filename(number: int) -> str:
    """The name under which a cell or file of the submission is compiled."""
    return f"<submission {number}>"


def call_on_case(namespace: dict[str, Any], call: Call, output_limit: int) -> dict[str, Value]:
    """Call the submission on one case.

    Args:
        namespace: where the submission's names live.
        call: the question.
        output_limit: how many characters it may print.

    Returns:
        A dict with `printed`, and either `output` (a value that may cross) or `error` (see
        `describe_error`, with `kind` one of `missing`, `raised`, `signature`, `refused`,
        `forbidden`, `required`, `too_often`, `too_many_steps`, `too_slow`).
    """
    submission = namespace.get(call.function)
    if not callable(submission):
        return {"printed": "", "error": _error("missing")}
    drive = find_driver(call.driver, call.driver_source)
    if not call.forbid and not call.require:
        return _called(submission, drive, call, output_limit)
    broken, unseen = broken_in_code(submission, call.forbid, call.require)
    if broken is not None:
        return {"printed": "", "error": _breach(broken)}
    with watching(call.forbid, unseen) as watch:
        reply = _called(submission, drive, call, output_limit)
    used = [rule for rule in call.forbid if rule in watch.seen]
    if used:
        broken = Broken("forbidden", used[0], *watch.seen[used[0]])
    elif "output" in reply and not unseen <= watch.seen.keys():
        broken = Broken("required", min(unseen - watch.seen.keys()))
    return reply if broken is None else {"printed": reply["printed"], "error": _breach(broken)}


def _breach(broken: Broken) -> dict[str, Value]:
    piece, line = _place(broken.file, broken.line)
    return _error(broken.kind, type=broken.rule, piece=piece, line=line)


def _called(
    submission: Any, drive: Callable[..., Any], call: Call, output_limit: int
) -> dict[str, Value]:
    if call.most_seconds:
        return _timed(submission, drive, call, output_limit)
    if call.most_steps:
        with counted_steps(submission, call.most_steps) as steps:
            reply = _asked(submission, drive, call, output_limit)
        if steps.exceeded:
            reply["error"] = _over_steps(steps, call.most_steps)
            reply.pop("output", None)
        return reply
    return _asked(submission, drive, call, output_limit)


def _timed(
    submission: Any, drive: Callable[..., Any], call: Call, output_limit: int
) -> dict[str, Value]:
    """Ask it, and again where it took too long; its steps are counted in a call of their own."""
    counted = msgspec.structs.replace(call.fresh(), most_seconds=0.0)
    reply, seconds = least_seconds(
        lambda: _asked(submission, drive, call.fresh(), output_limit), call.most_seconds
    )
    if "output" not in reply:
        return reply
    if seconds > call.most_seconds:
        return {"printed": reply["printed"], "error": _error("too_slow")}
    return _called(submission, drive, counted, output_limit) if call.most_steps else reply


def _over_steps(steps: Steps, most: int) -> dict[str, Value]:
    piece, line = _place(steps.file, steps.line)
    return _error("too_many_steps", message=str(most), piece=piece, line=line)


def _asked(
    submission: Any, drive: Callable[..., Any], call: Call, output_limit: int
) -> dict[str, Value]:
    with (
        captured(output_limit) as (out, _),
        bounded_calls() as exceeded,
        recorded_calls(submission, wanted=call.traced) as calls,
    ):
        try:
            output = drive(named_arguments(submission), **call.inputs)
        except KeyboardInterrupt as error:
            reply = {"error": describe_error(error, "interrupted")}
        except BaseException as error:  # noqa: BLE001 - a submission may raise anything at all
            refused = _was_refused(error) and not _fits(submission, call, drive)
            kind = "signature" if refused else "raised"
            reply = {"error": describe_error(error, kind)}
        else:
            reply = _checked(output)
        if exceeded:
            reply = {"error": _over(exceeded[0])}
    if calls and "error" in reply:
        calls[-1]["raised"] = reply["error"]["line"] is not None
    return {"printed": out.text(), **reply, **({"calls": calls} if calls else {})}


def _over(bound: Exceeded) -> dict[str, Value]:
    piece, line = _place(bound.file, bound.line)
    name = _text(bound.name, 80)
    return _error("too_often", type=name, message=str(bound.times), piece=piece, line=line)


def _checked(output: Any) -> dict[str, Value]:
    try:
        output = as_data(output)
        encode(output)
    except DoorError as refused:
        return refusal(refused)
    except BaseException as error:  # noqa: BLE001 - also reading a value may run student code
        return {"error": describe_error(error, "raised")}
    return {"output": output}


def refusal(error: DoorError) -> dict[str, Value]:
    """The reply that replaces one that may not cross."""
    return {"error": _error("refused", type=error.reason, message=error.detail)}


def describe_error(error: BaseException, kind: str) -> dict[str, Value]:
    """Describe an exception: its type, its message, and the submission's own last line in it.

    Args:
        error: what was raised.
        kind: one word for where it happened.

    Returns:
        A dict with `kind`, `type`, `message`, `piece` (number of the cell or file) and `line` (from
        1), the last two None where no line of the submission was involved; and what `error_facts`
        says.
    """
    try:
        message = str(error)
    except BaseException:  # noqa: BLE001 - __str__ may be the student's
        message = "(the message could not be read)"
    if isinstance(error, SyntaxError):
        piece, line = _place(error.filename, error.lineno)
        message, frame = str(error.msg), None
    else:
        piece, line, frame = _last_own_line(error.__traceback__)
    described = _error(
        kind,
        type=_text(type(error).__name__, 80),
        message=_text(message, _MAX_MESSAGE),
        piece=piece,
        line=line,
    )
    described["by_driver"] = kind == "raised" and frame is None and _is_drivers(error)
    return described | error_facts(error, frame, line)


def line_in(file: str, error: BaseException) -> int | None:
    """The line of a cell or file that it had come to when an error was raised; None if nowhere.

    Args:
        file: the name under which it was compiled.
        error: that was raised.
    """
    for frame, line in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename == file:
            return line if type(line) is int and 0 < line <= _MAX_LINES else None
    return None


def _error(
    kind: str,
    *,
    type: str = "",
    message: str = "",
    piece: int | None = None,
    line: int | None = None,
) -> dict[str, Value]:
    return {"kind": kind, "type": type, "message": message, "piece": piece, "line": line}


def _is_drivers(error: BaseException) -> bool:
    """Whether a driver raised an error over what came back to it.

    What a class does not have is another matter: its contract says that.
    """
    if isinstance(error, AttributeError | NotImplementedError | SyntaxError):
        return False
    frames = traceback.walk_tb(error.__traceback__)
    return any(frame.f_code.co_filename == "driver.py" for frame, _ in frames)


def _text(text: str, limit: int) -> str:
    return text[:limit].encode("utf-8", "replace").decode("utf-8")


def _last_own_line(
    trace: TracebackType | None,
) -> tuple[int | None, int | None, FrameType | None]:
    place: tuple[int | None, int | None, FrameType | None] = (None, None, None)
    # 1,000 frames are enough: in an endless recursion they are all alike.
    for frame, line in zip(traceback.walk_tb(trace), range(1000), strict=False):
        piece, _ = _place(frame[0].f_code.co_filename, line)
        if piece is not None:
            place = (piece, frame[1], frame[0])
    return place


def _place(filename: object, line: object) -> tuple[int | None, int | None]:
    """The piece and the line; a SyntaxError of the submission's own may say anything."""
    if type(filename) is not str or type(line) is not int or not 0 < line <= _MAX_LINES:
        return None, None
    named = _SUBMISSION.fullmatch(filename)
    if named is not None:
        return int(named[1]), line
    if "ipykernel_" in filename:
        return 0, line  # a cell of the student's own kernel; its line is what they see
    return None, None


_SUBMISSION = re.compile(r"<submission (\d{1,6})>")
_MAX_LINES = 100_000_000


def _was_refused(error: BaseException) -> bool:
    """Whether a driver raised a TypeError before any line of the submission ran."""
    if not isinstance(error, TypeError):
        return False
    *_, (last, _) = traceback.walk_tb(error.__traceback__)
    return os.path.basename(last.f_code.co_filename) in ("driver.py", "drivers.py")


def _fits(submission: Any, call: Call, drive: Callable[..., Any]) -> bool:
    """Whether a submission accepts the arguments that it was called with.

    A driver of the exercise may have called it in any way that the reference permits. If Python
    cannot inspect a callable, such as a function of NumPy, the refused call did not fit.
    """
    try:
        if drive in BUILT_IN.values():
            inspect.signature(submission).bind(**call.inputs)
            return True
        inspect.signature(submission)
        own, wanted = signature_of(submission), call.signature or {}
        return all(_takes(own[name], wanted[name]) for name in wanted.keys() & own.keys())
    except BaseException:  # noqa: BLE001 - inspecting a submission may raise anything
        return False


def _takes(own: list[Parameter], wanted: list[Parameter]) -> bool:
    """Whether these are the wanted parameters; additional ones need defaults."""
    if [name for name, _ in own[: len(wanted)]] != [name for name, _ in wanted]:
        return False
    may_be_left_out = {name for name, required in wanted if not required}
    may_be_left_out |= {name for name, _ in own[len(wanted) :]}
    return not any(required and name in may_be_left_out for name, required in own)
