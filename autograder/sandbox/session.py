"""What a process that runs a submission is asked, and what it may answer.

Nothing here depends on the system: a student's own check needs this and `unconfined` alone.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from types import TracebackType
from typing import Annotated, Any, Final, Literal, NamedTuple, Protocol, Self, TypeVar

import msgspec
import numpy as np

from autograder.errors import AutograderError
from autograder.limits import Limits
from autograder.sandbox.call import Call
from autograder.sandbox.codec import DoorError, Value, encode
from autograder.sandbox.frames import frame_with_token

__all__ = [
    "BroughtFile",
    "CallReply",
    "CellReply",
    "ChangedReply",
    "ContractReply",
    "Described",
    "DifferenceKind",
    "LossReason",
    "OwnCall",
    "Reply",
    "Request",
    "SandboxUnavailableError",
    "Session",
    "SessionLostError",
    "SessionSource",
]

LossReason = Literal["timeout", "ended", "scratch", "garbage"]


class SandboxUnavailableError(AutograderError):
    """Student code cannot be confined on this machine, and was not run.

    Attributes:
        missing: the layers that this system lacks, where they are the reason.
    """

    def __init__(self, sentence: str, missing: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.missing = tuple(missing)


class SessionLostError(Exception):
    """A process is gone, or was thrown away; it answers nothing more.

    Attributes:
        reason: `timeout` (it did not stop when it was interrupted), `ended` (the process ended),
            `scratch` (it wrote more than it may) or `garbage` (its answer cannot be read).
        status: its wait status, or 0 where that is not known.
    """

    def __init__(self, reason: LossReason, status: int = 0) -> None:
        super().__init__(reason)
        self.reason: LossReason = reason
        self.status = status


class BroughtFile(NamedTuple):
    """A file that was handed in beside a notebook.

    Attributes:
        path: from the folder that the notebook works in.
        data: what is in it.
    """

    path: str
    data: bytes


_PART: Final = 8 << 20
"""Bytes of a file that are sent at once."""

_BRINGING: Final = 60.0
"""Seconds that writing a part may take; none of it is the submission's."""


_Line = Annotated[str, msgspec.Meta(max_length=80)]
_Message = Annotated[str, msgspec.Meta(max_length=500)]
_Shown = Annotated[str, msgspec.Meta(max_length=10_000)]
_Piece = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
_LineNumber = Annotated[int, msgspec.Meta(ge=1, le=100_000_000)]
"""Bounds that an honest guest keeps."""


class Described(msgspec.Struct, frozen=True):
    """An error as the untrusted side described it; all of it may be forged.

    `name` is what a `NameError`, an `AttributeError` or an `ImportError` did not find, `near` the
    name there that is most like it. `begun` says of a `NotImplementedError` whether its function
    has more in it than the line that raises it. `by_driver` says whether a driver of the exercise
    raised the error, over what came back to it. `cell_line` is the line that a cell itself had come
    to, where `piece` and `line` may be those of a function that another one defines.
    """

    kind: Literal[
        "missing",
        "raised",
        "signature",
        "refused",
        "interrupted",
        "forbidden",
        "required",
        "too_often",
        "too_many_steps",
        "too_slow",
    ]
    type: _Line
    message: _Message
    piece: _Piece | None
    line: _LineNumber | None
    name: _Line = ""
    near: _Line = ""
    begun: bool = False
    by_driver: bool = False
    cell_line: _LineNumber | None = None


class CellReply(msgspec.Struct, frozen=True):
    """What running a cell or a file printed, showed and raised.

    `kept` names the exercises whose moment it may be; see `Session.run_cell`.
    """

    stdout: str = ""
    stderr: str = ""
    result: _Shown | None = None
    texts: Annotated[list[_Shown], msgspec.Meta(max_length=100)] = []
    figures: Annotated[list[Any], msgspec.Meta(max_length=8)] = []
    error: Described | None = None
    kept: Annotated[list[_Line], msgspec.Meta(max_length=1000)] = []
    late: bool = False


class ChangedReply(msgspec.Struct, frozen=True):
    """By exercise, the names that it uses and that later cells have changed; see `Session`."""

    changed: Annotated[
        dict[_Line, Annotated[list[str], msgspec.Meta(max_length=20)]],
        msgspec.Meta(max_length=1000),
    ] = {}
    late: bool = False


DifferenceKind = Literal[
    "",  # nothing is off
    "value",  # the name is bound to something that cannot be called
    "other_name",  # there is something of a similar name
    "class",  # a class where a function is asked for
    "function",  # a function where a class is asked for
    "method_missing",
    "method_renamed",
    "self_missing",
    "parameter_renamed",
    "parameter_missing",
    "parameter_added",
    "default_removed",
    "default_none",
    "parameters_reordered",
]


class ContractReply(msgspec.Struct, frozen=True):
    """In what a definition is not what the exercise asks for; all of it may be forged.

    `names` are those of what is off; of parameters that are renamed, each before the wanted name.
    `method` is the method that it is about.
    """

    kind: DifferenceKind = ""
    names: Annotated[list[_Line], msgspec.Meta(max_length=16)] = []
    method: _Line = ""
    late: bool = False


class OwnCall(msgspec.Struct, frozen=True):
    """A call of the submission that a driver made on a case.

    Attributes:
        of: the method; empty for the function, or for making an object of the class.
        inputs: by the names of the submission's own parameters.
        hidden: the names of arguments that are no data.
        output: what came back.
        line: of the submission, where the call ended.
        raised: whether it ended by an error.
    """

    of: _Line = ""
    inputs: dict[_Line, Any] = {}
    hidden: Annotated[list[_Line], msgspec.Meta(max_length=100)] = []
    output: Any = None
    line: _LineNumber | None = None
    raised: bool = False


class CallReply(msgspec.Struct, frozen=True):
    """What a call came to: an output, or an error; and the calls on the way, if it was traced."""

    printed: str = ""
    calls: Annotated[list[OwnCall], msgspec.Meta(max_length=64)] = []
    output: Any = None
    error: Described | None = None
    late: bool = False


Request = Call | dict[str, Value]
"""A call, or what else a session is asked."""

Reply = TypeVar("Reply", CellReply, CallReply, ChangedReply, ContractReply)


class Session(ABC):
    """One process that runs one submission. Use it as a context manager.

    Attributes:
        received: how many bytes it has answered.
        seconds: that it has taken to answer.
        was_idle: whether it was interrupted after it did nothing most of its time: it slept, or
            something in the machine was slow.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.received = 0
        self.seconds = 0.0
        self.was_idle = False
        self._over = False

    def run_cell(
        self,
        source: str,
        number: int,
        seconds: float,
        *,
        names: Sequence[str] = (),
        asked: Sequence[str] = (),
        draw: bool = True,
    ) -> CellReply:
        """Run one notebook cell.

        Args:
            source: its text.
            number: its index in the notebook, for line numbers.
            seconds: wall-clock time until it is interrupted.
            names: of the exercises. Where one of them comes to be bound to something that can be
                called, all names are kept as they are then, for the calls of that exercise.
            asked: those of them whose check cell comes next, which is such a moment too.
            draw: whether its figures are drawn, where the process draws any.

        Returns:
            What it printed, showed and raised.

        Raises:
            SessionLostError: if the fork did not survive it.
        """
        request: dict[str, Value] = {
            "do": "cell",
            "source": source,
            "number": number,
            "names": list(names),
            "asked": list(asked),
            "draw": draw,
        }
        return self._ask(request, seconds, CellReply)

    def bring(self, files: Sequence[BroughtFile]) -> None:
        """Write files into the folder that the submission works in, before any of it runs.

        Raises:
            SessionLostError: if the fork did not survive it.
        """
        for file in files:
            data = np.frombuffer(file.data, dtype=np.uint8)
            for start in range(0, max(len(data), 1), _PART):
                part = data[start : start + _PART]
                request = {"do": "bring", "path": file.path, "data": part, "first": not start}
                self._ask(request, _BRINGING, CellReply)
        self.seconds = 0.0

    def run_file(self, name: str, source: str, number: int, seconds: float) -> CellReply:
        """Load one `.py` file under a name that `call` can refer to; see `run_cell`."""
        request = {"do": "file", "name": name, "source": source, "number": number}
        return self._ask(request, seconds, CellReply)

    def offer_file(self, name: str, source: str, number: int, seconds: float) -> None:
        """Have the other files be able to import one by this name; see `run_file`."""
        request = {"do": "offer", "name": name, "source": source, "number": number}
        self._ask(request, seconds, CellReply)

    def call(self, call: Call, seconds: float, then: Call | None = None) -> CallReply:
        """Call the submission on one case.

        Args:
            call: the question; its file is a name that was given to `run_file`.
            seconds: wall-clock time until it is interrupted.
            then: the question that is asked next if this one is answered; it may be sent as soon as
                an answer has come, while that is read.

        Returns:
            Its output, or its error.

        Raises:
            SessionLostError: if the fork did not survive it.
        """
        return self._ask(call, seconds, CallReply, then)

    def changed_names(self, seconds: float) -> dict[str, list[str]]:
        """Ask which names an exercise uses that later cells have bound to something else.

        Args:
            seconds: wall-clock time until it is interrupted.

        Returns:
            By exercise, any names at all: the process may have made them up.

        Raises:
            SessionLostError: if the fork did not survive it.
        """
        return self._ask({"do": "changed"}, seconds, ChangedReply).changed

    def refund(self) -> float:
        """Take back what the process waited for a processor: others kept them busy.

        Returns:
            The seconds that are taken back from `seconds`, each once.
        """
        return 0.0

    def difference(self, call: Call, others: Sequence[str], seconds: float) -> ContractReply:
        """Ask in what a definition is not what the exercise asks for; nothing is called.

        Args:
            call: any question about the exercise; its inputs do not matter.
            others: the names of the other exercises, which are not meant for this one.
            seconds: wall-clock time until it is interrupted.

        Raises:
            SessionLostError: if the fork did not survive it.
        """
        asked = msgspec.structs.asdict(msgspec.structs.replace(call, inputs={}))
        request = {"do": "contract", "call": asked, "others": list(others)}
        return self._ask(request, seconds, ContractReply)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """End the process and remove its scratch directory."""

    @abstractmethod
    def _ask(
        self, request: Request, seconds: float, reply: type[Reply], then: Call | None = None
    ) -> Reply:
        """Send a request and wait for its answer; see `call` for the next one."""

    @staticmethod
    def _framed(request: Request, token: str) -> bytes:
        """The bytes of a request.

        Raises:
            DoorError: if it is not in the grammar or is too large.
        """
        encoded = request.encoded if isinstance(request, Call) else encode(request)
        return frame_with_token(encoded, token)

    def _understood(self, answer: Value, token: str, reply: type[Reply], *, late: bool) -> Reply:
        """Read an answer as the reply that was asked for; anything in it may be forged."""
        if not isinstance(answer, dict):
            raise DoorError("garbage", "an answer that is no dict")
        answered = answer.pop("token", None)
        if not isinstance(answered, str) or answered != token:
            raise DoorError("garbage", "an answer to nothing that was asked")
        if answer.get("interrupted") is True:
            return reply(late=True)
        read = msgspec.convert({**answer, "late": late}, reply)
        printed = (getattr(read, name, "") for name in ("stdout", "stderr", "printed"))
        if any(len(text) > self._limits.output_kb << 10 for text in printed):
            raise DoorError("size", "more text than may be printed")
        return read


class SessionSource(Protocol):
    """Anything that starts a process for a submission."""

    @property
    def limits(self) -> Limits:
        """How much one submission may use."""

    def session(self, brought: Sequence[BroughtFile] = ()) -> Session:
        """Start a process, with some files in the folder that it works in."""
