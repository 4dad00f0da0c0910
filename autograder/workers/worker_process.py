"""A worker: the process that runs, judges and draws. It may die without harm.

The grader reads hand-ins and writes results. What a submission answers is decoded, compared,
diagnosed and drawn in a worker, which has a memory limit of its own and a budget of processor time
for each submission. Whatever goes wrong there is a result of that one submission.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Final, Generic, Literal, TypeVar

import msgspec

from autograder.limits import Limits
from autograder.sandbox.codec import DoorError, decode
from autograder.sandbox.frames import HEADER, frame, unframe_length
from autograder.sandbox.session import SandboxUnavailableError
from autograder.sandbox.turns import TURN, Turns
from autograder.workers.wire import FROM_WORKER, TO_WORKER, as_value, read_as

__all__ = ["Job", "LostReason", "WorkerLostError", "WorkerProcess"]

LostReason = Literal["judging_time", "judging_ended", "judging_error"]

_Setup = TypeVar("_Setup")
_Request = TypeVar("_Request")
_Reply = TypeVar("_Reply")

_PATIENCE: Final = 120.0
"""Seconds that a worker may take to start."""

_GOODBYE: Final = 10.0
"""Seconds that a worker may take to end its sandboxes; then it is killed."""


@dataclass(frozen=True)
class Job(Generic[_Setup, _Request, _Reply]):
    """What a worker does, again and again.

    Attributes:
        place: where the worker finds this job: `module:NAME`.
        begin: makes of a setup the work itself; it ends when the worker ends.
        setup: the type of what all requests have in common.
        request: the type of what is asked.
        reply: the type of what is answered.
    """

    place: str
    begin: Callable[[_Setup], AbstractContextManager[Callable[[_Request], _Reply]]]
    setup: type[_Setup]
    request: type[_Request]
    reply: type[_Reply]


class WorkerLostError(Exception):
    """A request has no reply, and never will.

    Attributes:
        reason: `judging_time` (it took more than it may), `judging_ended` (the worker died) or
            `judging_error` (it raised an error, or answered too much).
        type: of the error, where there was one.
    """

    def __init__(self, reason: LostReason, error_type: str = "") -> None:
        super().__init__(reason)
        self.reason: LostReason = reason
        self.type = error_type


class WorkerProcess(Generic[_Setup, _Request, _Reply]):
    """One worker, which starts at the first request, and is made anew where it was lost.

    Args:
        job: what it does.
        setup: what all requests have in common.
        limits: on what a worker may use for each submission, and on the submission itself.
    """

    def __init__(self, job: Job[_Setup, _Request, _Reply], setup: _Setup, limits: Limits) -> None:
        self._job = job
        self._setup = setup
        self._budget = {
            "processor_seconds": limits.judging_seconds,
            "memory_mb": limits.judging_mb,
        }
        self._seconds = limits.longest_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._requests = self._answers = -1
        self._stopped = False

    def ask(self, request: _Request) -> _Reply:
        """Have a request answered.

        A worker that was killed or stood still may be the machine's fault: then a new one is asked
        once more.

        Raises:
            WorkerLostError: if there is no reply.
            SandboxUnavailableError: if student code cannot be confined here.
        """
        try:
            return self._ask_once(request)
        except WorkerLostError as lost:
            if lost.reason != "judging_ended" or self._stopped:
                raise
        return self._ask_once(request)

    def close(self) -> None:
        """End the process and its sandboxes."""
        if self._process is None:
            return
        process, self._process = self._process, None
        os.close(self._requests)
        # A worker that is not busy ends here, one that is busy there.
        process.terminate()
        self._end(process, _GOODBYE)

    def stop(self) -> None:
        """End the process at once; whoever waits for it, in another thread, gets no reply."""
        self._stopped = True
        process = self._process
        if process is not None:
            process.kill()

    def _ask_once(self, request: _Request) -> _Reply:
        if self._stopped:
            raise WorkerLostError("judging_ended")
        if self._process is None:
            self._start()
        try:
            self._send(as_value(request), self._seconds)
            answer = self._receive(self._seconds)
        except DoorError:
            self.close()
            raise WorkerLostError("judging_error") from None
        try:
            return read_as(self._job.reply, self._reply(answer))
        except msgspec.ValidationError:
            self.close()
            raise WorkerLostError("judging_error") from None

    def _reply(self, answer: Any) -> Any:
        """What an answer says; the worker itself is trusted, and yet only data is taken from it."""
        if not isinstance(answer, dict):
            raise WorkerLostError("judging_error")
        if "unavailable" in answer:
            self.close()
            raise SandboxUnavailableError(answer["unavailable"], answer["missing"])
        if "reply" not in answer:
            self.close()
            raise WorkerLostError("judging_error", str(answer.get("failed", "")))
        return answer["reply"]

    def _start(self) -> None:
        their_requests, self._requests = os.pipe()
        self._answers, their_answers = os.pipe()
        descriptors = (their_requests, their_answers)
        module = "autograder.workers.worker_main"
        try:
            # -P: nothing beside the submissions is imported, whatever folder this runs in.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", module, *map(str, descriptors)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
                pass_fds=descriptors,
                # Ctrl-C goes to the grader alone, which then ends its workers.
                start_new_session=True,
            )
        except OSError as error:
            os.close(self._requests)
            os.close(self._answers)
            raise SandboxUnavailableError(f"a worker did not start: {error}") from None
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        os.set_blocking(self._requests, False)
        os.set_blocking(self._answers, False)
        setup = {"job": self._job.place, "setup": as_value(self._setup), "budget": self._budget}
        try:
            self._send(setup, _PATIENCE)
            self._reply(self._receive(_PATIENCE))
        except (WorkerLostError, DoorError) as error:
            self.close()
            why = getattr(error, "type", "") or error
            raise SandboxUnavailableError(f"a worker did not start: {why}") from None

    def _send(self, message: Any, seconds: float) -> None:
        view = memoryview(frame(message, TO_WORKER))
        turns = Turns()
        while view:
            self._wait(self._requests, select.POLLOUT, turns, seconds)
            try:
                view = view[os.write(self._requests, view) :]
            except BrokenPipeError:
                raise self._lost() from None

    def _receive(self, seconds: float) -> Any:
        turns = Turns()
        length = unframe_length(self._read(HEADER, turns, seconds), FROM_WORKER)
        return decode(self._read(length, turns, seconds), FROM_WORKER)

    def _read(self, size: int, turns: Turns, seconds: float) -> bytes:
        data = bytearray()
        while len(data) < size:
            self._wait(self._answers, select.POLLIN, turns, seconds)
            part = os.read(self._answers, min(size - len(data), 1 << 20))
            if not part:
                raise self._lost()
            data += part
        return bytes(data)

    def _wait(self, descriptor: int, event: int, turns: Turns, seconds: float) -> None:
        pipe = select.poll()
        pipe.register(descriptor, event)
        while not pipe.poll(TURN * 1e3):
            if turns.turn() > seconds:
                self._kill()
                raise WorkerLostError("judging_time")
        turns.turn()

    def _lost(self) -> WorkerLostError:
        """Why the process ended."""
        status = self._kill()
        return WorkerLostError("judging_time" if status == -signal.SIGPROF else "judging_ended")

    def _kill(self) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        os.close(self._requests)
        # One that is ending by itself says why.
        return self._end(process, TURN)

    def _end(self, process: subprocess.Popen[bytes], patience: float) -> int:
        """Wait until a process has closed its end of the pipe, or kill it; how it ended."""
        pipe = select.poll()
        pipe.register(self._answers, select.POLLIN)
        turns = Turns()
        while turns.turn() < patience:
            if pipe.poll(TURN * 1e3) and not os.read(self._answers, 1 << 20):
                break
        else:
            process.kill()
        os.close(self._answers)
        return process.wait()
