"""A student's own code in a process of its own: a time limit and no sandbox, on any system."""

from __future__ import annotations

import contextlib
import os
import select
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, cast

import msgspec

from autograder.limits import Limits
from autograder.sandbox.call import Call
from autograder.sandbox.codec import DoorError, Value, decode
from autograder.sandbox.frames import HEADER, unframe_length
from autograder.sandbox.ready_process import ReadyProcess
from autograder.sandbox.scratch import Scratch
from autograder.sandbox.session import (
    BroughtFile,
    Reply,
    Request,
    SandboxUnavailableError,
    Session,
    SessionLostError,
)

if TYPE_CHECKING:
    import subprocess

__all__ = ["NoSandbox", "UnconfinedSession"]

_PATIENCE = 60.0
"""Seconds that Python and NumPy may take to start."""

_TURN = 0.2
"""Seconds: how often whoever waits looks whether time is up."""

_AT_ONCE = getattr(select, "PIPE_BUF", 1 << 30)
"""Bytes that a pipe takes without making anybody wait, if it takes any."""


class NoSandbox:
    """Starts a process for each submission, without a sandbox: for your own code only.

    Args:
        limits: on each.
        notebooks: whether it runs cells, which takes longer to start.
        ready: a process that is there already, for the first submission; it runs no cells.
    """

    def __init__(
        self, limits: Limits, *, notebooks: bool = False, ready: ReadyProcess | None = None
    ) -> None:
        self.limits = limits
        self._notebooks = notebooks
        self._ready = ready

    def session(self, brought: Sequence[BroughtFile] = ()) -> UnconfinedSession:
        """Start a process, with some files in the folder that it works in.

        Raises:
            SandboxUnavailableError: if it does not start.
        """
        ready, self._ready = self._ready, None
        session = UnconfinedSession(self.limits, notebooks=self._notebooks, ready=ready)
        session.bring(brought)
        return session


class UnconfinedSession(Session):
    """A process that is asked over its standard input and output."""

    def __init__(
        self, limits: Limits, *, notebooks: bool = False, ready: ReadyProcess | None = None
    ) -> None:
        super().__init__(limits)
        self._scratch = Scratch()
        self._late = False
        try:
            self._process = self._started(notebooks) if ready is None else self._begun(ready)
        except OSError as error:
            self._scratch.close()
            raise SandboxUnavailableError(f"Python did not start: {error}") from None
        self._requests = cast("IO[bytes]", self._process.stdin)
        self._answers = cast("IO[bytes]", self._process.stdout)
        try:
            with self._limited(_PATIENCE):
                self._read()  # it reports that it has started
        except (SessionLostError, DoorError):
            self.close()
            raise SandboxUnavailableError("the process for your code did not start") from None
        except BaseException:
            self.close()
            raise

    def _started(self, notebooks: bool) -> subprocess.Popen[bytes]:
        import subprocess  # noqa: PLC0415 - a process that is ready needs none of it

        command = [sys.executable, "-P", "-X", "utf8", "-m", "autograder.sandbox.guest.unconfined"]
        return subprocess.Popen(
            [*command, str(self._output_limit()), *(["cells"] if notebooks else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
            cwd=self._scratch.path,
            # Ctrl-C goes to the check alone, which then ends this process.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )

    def _begun(self, ready: ReadyProcess) -> ReadyProcess:
        ready.begin(self._scratch.path, self._output_limit())
        return ready

    def _output_limit(self) -> int:
        return self._limits.output_kb << 10

    def close(self) -> None:
        """End the process and remove its directory."""
        if self._over:
            return
        self._over = True
        self._kill()
        with contextlib.suppress(OSError):
            self._requests.close()
        self._answers.close()
        self._process.wait()
        self._scratch.close()

    def _ask(
        self, request: Request, seconds: float, reply: type[Reply], then: Call | None = None
    ) -> Reply:
        if self._over:
            raise SessionLostError("ended")
        token = os.urandom(8).hex()
        started = time.monotonic()
        try:
            with self._limited(seconds):
                self._write(self._framed(request, token))
                answer = self._read()
            return self._understood(answer, token, reply, late=False)
        except SessionLostError:
            self.close()
            raise
        except (DoorError, msgspec.ValidationError):
            self.close()
            raise SessionLostError("garbage") from None
        finally:
            self.seconds += time.monotonic() - started

    @contextlib.contextmanager
    def _limited(self, seconds: float) -> Iterator[None]:
        """Kill the process when its time is up, which ends any wait for it."""
        alarm = threading.Timer(seconds, self._expire)
        alarm.daemon = True
        alarm.start()
        try:
            yield
        finally:
            alarm.cancel()

    def _expire(self) -> None:
        self._late = True
        self._kill()

    def _kill(self) -> None:
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                # Also end what the submission has started, which would keep the pipes open.
                os.killpg(self._process.pid, 9)
        with contextlib.suppress(OSError):
            self._process.kill()  # which may lead no group yet

    def _wait(self, pipe: IO[bytes], event: str) -> None:
        """Wait for a pipe; what the submission has started by itself may keep it open."""
        if not hasattr(select, "poll"):
            return  # Windows, where nothing else has it
        ready = select.poll()
        ready.register(pipe, getattr(select, event))
        while not ready.poll(1e3 * _TURN):
            if self._late:
                raise SessionLostError("timeout")

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            self._wait(self._requests, "POLLOUT")
            try:
                view = view[os.write(self._requests.fileno(), view[:_AT_ONCE]) :]
            except OSError:
                raise SessionLostError("timeout" if self._late else "ended") from None

    def _read(self) -> Value:
        return decode(self._read_bytes(unframe_length(self._read_bytes(HEADER))))

    def _read_bytes(self, size: int) -> bytes:
        data = bytearray()
        while len(data) < size:
            self._wait(self._answers, "POLLIN")
            part = os.read(self._answers.fileno(), min(size - len(data), 1 << 20))
            if not part:
                raise SessionLostError("timeout" if self._late else "ended")
            data += part
        self.received += size
        return bytes(data)
