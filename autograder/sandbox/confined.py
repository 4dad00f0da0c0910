"""The trusted side of the sandbox: a warm interpreter, and one fork of it for each submission."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import select
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Self, cast, get_args

import msgspec

from autograder.errors import UnknownNameError
from autograder.limits import Limits
from autograder.sandbox.bubblewrap import bubblewrap_works, wrapped
from autograder.sandbox.codec import DoorError, Value, decode
from autograder.sandbox.frames import HEADER, frame, read_message, unframe_length
from autograder.sandbox.scratch import Scratch
from autograder.sandbox.session import (
    Reply,
    SandboxUnavailableError,
    Session,
    SessionLostError,
)

__all__ = ["ConfinedSession", "Layers", "Sandbox", "require_linux"]

Layers = Literal["full", "inner", "outer", "none"]
"""`inner`: Landlock, seccomp and limits inside each fork. `full`: also bubblewrap around them,
where it works. `none`: only a process of its own; for your own code. `outer` is for tests:
bubblewrap with nothing inside."""


def require_linux() -> None:
    """Refuse any system but Linux, where no sandbox can be made.

    Raises:
        SandboxUnavailableError: if this is not Linux.
    """
    if sys.platform != "linux":
        raise SandboxUnavailableError(
            "submissions are graded on Linux only, whose Landlock and seccomp confine them, and "
            "nothing was graded; a virtual machine, a container or WSL will do"
        )


class Sandbox:
    """A warm interpreter, which forks one session at a time and is replaced when anything is odd.

    Args:
        limits: on each submission.
        layers: how it is confined.
        notebooks: whether it loads what notebooks need.
        figures: whether the figures of cells are drawn; that can take longer than all the rest.

    Raises:
        UnknownNameError: if there are no such layers.
    """

    def __init__(
        self,
        limits: Limits,
        *,
        layers: Layers = "full",
        notebooks: bool = True,
        figures: bool = True,
    ) -> None:
        if layers not in get_args(Layers):
            # A name that nobody checks must not be one without protection.
            raise UnknownNameError("sandbox", layers, get_args(Layers))
        self.limits = limits
        self._layers = layers
        self._notebooks = notebooks
        self._figures = figures
        self._warm: _WarmInterpreter | None = None

    def session(self) -> ConfinedSession:
        """Start a fresh fork. Use it as a context manager.

        Raises:
            SandboxUnavailableError: if this machine lacks a layer that was asked for.
        """
        return ConfinedSession(self)

    @property
    def bubblewrapped(self) -> bool:
        """Whether the outer layer is around the warm interpreter."""
        return self._layers in ("full", "outer") and bubblewrap_works()

    def close(self) -> None:
        """End the warm interpreter and with it all of its forks."""
        if self._warm is not None:
            self._warm.close()
            self._warm = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> _WarmInterpreter:
        """The warm interpreter, started if there is none.

        Raises:
            SandboxUnavailableError: if it does not start, or cannot confine its forks.
        """
        if self._warm is None:
            self._warm = _WarmInterpreter(
                self.limits,
                confine=self._layers in ("full", "inner"),
                bubblewrapped=self.bubblewrapped,
                notebooks=self._notebooks,
                figures=self._figures,
            )
        return self._warm


class _WarmInterpreter:
    """The process that forks, and the socket that carries the commands to it."""

    _PATIENCE = 30.0

    def __init__(
        self,
        limits: Limits,
        *,
        confine: bool,
        bubblewrapped: bool,
        notebooks: bool,
        figures: bool,
    ) -> None:
        require_linux()
        self._scratch = Scratch()
        self.scratch = self._scratch.path
        os.chmod(self.scratch, 0o711)  # noqa: S103 - a fork that became nobody has to pass through
        own, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        own.settimeout(self._PATIENCE)
        command = [sys.executable, "-I", "-m", "autograder.sandbox.guest", str(theirs.fileno())]
        environment = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "LC_ALL": "C.UTF-8"}
        if bubblewrapped:
            command = wrapped(command, environment=environment, scratch=self.scratch)
        self._socket = own
        with theirs:
            try:
                self._process = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    env=environment,
                    cwd="/",
                    pass_fds=(theirs.fileno(),),
                    start_new_session=True,
                )
            except OSError as error:
                own.close()
                self._scratch.close()
                raise SandboxUnavailableError(f"the sandbox did not start: {error}") from None
        try:
            description = self._exchange(
                {
                    "confine": confine,
                    "notebooks": notebooks,
                    "figures": figures,
                    "limits": {
                        **msgspec.structs.asdict(limits),
                        "cpu_seconds": limits.processor_seconds,
                    },
                    "scratch": self.scratch,
                }
            )
        except SandboxUnavailableError:
            raise SandboxUnavailableError(
                f"the sandbox did not start: {self._last_words()}"
            ) from None
        # Nothing of a submission may ever be read from this process's standard error.
        cast("Any", self._process.stderr).close()
        inner = description["inner"]
        missing = [name for name in ("landlock", "seccomp") if not inner[name]]
        if confine and missing:
            self.close()
            raise SandboxUnavailableError(
                f"this system has no {' and no '.join(missing)}, so student code cannot be "
                "confined and nothing was graded; `--sandbox=none` grades without protection",
                missing,
            )

    def fork(self) -> tuple[int, int, int, str]:
        """Start a fork: its pid, the descriptors for requests and answers, its scratch directory.

        Raises:
            SandboxUnavailableError: if there is none, or it could not be confined.
        """
        scratch = tempfile.mkdtemp(dir=self.scratch)
        os.chmod(scratch, 0o700)
        their_requests, requests = os.pipe()
        answers, their_answers = os.pipe()
        try:
            try:
                packet = json.dumps({"do": "fork", "scratch": scratch}).encode()
                socket.send_fds(self._socket, [packet], [their_requests, their_answers])
                pid = self._receive()["pid"]
            finally:
                os.close(their_requests)
                os.close(their_answers)
            # The fork says this before anything of a submission runs, so it cannot be forged.
            failure = read_message(answers)
        except (OSError, EOFError, KeyError, SandboxUnavailableError):
            failure = "the warm interpreter does not fork any more"
        if failure is not None:
            os.close(requests)
            os.close(answers)
            raise SandboxUnavailableError(failure)
        return pid, requests, answers, scratch

    def interrupt(self, pid: int) -> None:
        """Interrupt a fork as Ctrl-C does."""
        self._exchange({"do": "interrupt", "pid": pid})

    def end(self, pid: int) -> int:
        """Kill a fork, if it is not over yet, and return its wait status."""
        return int(self._exchange({"do": "end", "pid": pid}).get("status", 0))

    def close(self) -> None:
        """Kill it and remove its scratch directories."""
        self._socket.close()
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, 9)
        self._process.kill()
        self._process.wait()
        self._scratch.close()

    def _exchange(self, command: dict[str, Any]) -> dict[str, Any]:
        try:
            self._socket.send(json.dumps(command).encode())
        except OSError:
            raise SandboxUnavailableError("the warm interpreter is gone") from None
        return self._receive()

    def _receive(self) -> dict[str, Any]:
        try:
            packet = self._socket.recv(1 << 16)
        except OSError:
            packet = b""
        if not packet:
            raise SandboxUnavailableError("the warm interpreter does not answer")
        return cast("dict[str, Any]", json.loads(packet))

    def _last_words(self) -> str:
        self._process.kill()
        with cast("Any", self._process.stderr) as stderr:
            error = stderr.read().decode("utf-8", "replace").strip()
        self.close()
        return error.splitlines()[-1] if error else "it ended without a word"


@dataclass
class _Deadline:
    interrupt_at: float
    kill_at: float
    interrupted: bool = False

    @classmethod
    def after(cls, seconds: float, grace: float) -> _Deadline:
        now = time.monotonic()
        return cls(now + seconds, now + seconds + grace)

    def left(self) -> float:
        until = self.kill_at if self.interrupted else self.interrupt_at
        return until - time.monotonic()


class ConfinedSession(Session):
    """One fork of the warm interpreter, running one submission."""

    _LOOK_AT_SCRATCH_EVERY = 0.1

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__(sandbox.limits)
        self._sandbox = sandbox
        try:
            self._warm = sandbox.warm()
            forked = self._warm.fork()
        except SandboxUnavailableError:
            # Something may have killed it between two submissions: try again with a new one.
            sandbox.close()
            self._warm = sandbox.warm()
            forked = self._warm.fork()
        self._pid, self._requests, self._answers, self._scratch = forked
        os.set_blocking(self._requests, False)
        os.set_blocking(self._answers, False)
        self._writable, self._readable = select.poll(), select.poll()
        self._writable.register(self._requests, select.POLLOUT)
        self._readable.register(self._answers, select.POLLIN)

    def close(self) -> None:
        """End the fork and remove its scratch directory."""
        if not self._over:
            self._end()

    def _ask(self, request: dict[str, Value], seconds: float, reply: type[Reply]) -> Reply:
        if self._over:
            raise SessionLostError("ended")
        # An answer without the token was written before the question was asked.
        token = secrets.token_hex(8)
        deadline = _Deadline.after(seconds, self._limits.grace_seconds)
        try:
            self._send(frame({**request, "token": token}), deadline)
            answer = decode(self._receive(deadline))
            read = self._understood(answer, token, reply, late=deadline.interrupted)
        except (DoorError, msgspec.ValidationError):
            self._end()
            raise SessionLostError("garbage") from None
        if self._scratch_is_full():
            self._end()
            raise SessionLostError("scratch")
        return read

    def _send(self, data: bytes, deadline: _Deadline) -> None:
        view = memoryview(data)
        while view:
            self._wait(self._writable, deadline)
            try:
                view = view[os.write(self._requests, view) :]
            except BrokenPipeError:
                raise SessionLostError("ended", self._end()) from None

    def _receive(self, deadline: _Deadline) -> bytes:
        header = self._read(HEADER, deadline)
        return self._read(unframe_length(header), deadline)

    def _read(self, size: int, deadline: _Deadline) -> bytes:
        data = bytearray()
        while len(data) < size:
            self._wait(self._readable, deadline)
            part = os.read(self._answers, min(size - len(data), 1 << 20))
            if not part:
                raise SessionLostError("ended", self._end())
            data += part
        self.received += size
        return bytes(data)

    def _wait(self, pipe: select.poll, deadline: _Deadline) -> None:
        """Wait for a pipe; interrupt the fork when its time is up, and then kill it."""
        while not pipe.poll(1e3 * max(0.0, min(deadline.left(), self._LOOK_AT_SCRATCH_EVERY))):
            if self._scratch_is_full():
                self._end()
                raise SessionLostError("scratch")
            if deadline.left() > 0:
                continue
            if deadline.interrupted:
                self._end()
                raise SessionLostError("timeout")
            self._interrupt()
            deadline.interrupted = True

    def _interrupt(self) -> None:
        try:
            self._warm.interrupt(self._pid)
        except SandboxUnavailableError:
            # Something else ended the warm interpreter, and with it this fork.
            raise SessionLostError("ended", self._end()) from None

    def _scratch_is_full(self) -> bool:
        files, size = 0, 0
        with contextlib.suppress(OSError), os.scandir(self._scratch) as entries:
            for entry in entries:
                files += 1
                # The file may be gone again: go on with the others.
                with contextlib.suppress(OSError):
                    size += entry.stat(follow_symlinks=False).st_size
                if files > self._limits.scratch_files or size > self._limits.scratch_mb << 20:
                    return True
        return False

    def _end(self) -> int:
        self._over = True
        os.close(self._requests)
        os.close(self._answers)
        status = 0
        try:
            status = self._warm.end(self._pid)
        except SandboxUnavailableError:
            self._sandbox.close()
        shutil.rmtree(Path(self._scratch), ignore_errors=True)
        return status


def died_of_signal(status: int) -> int | None:
    """The signal that ended a process, or None if the process exited by itself."""
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
