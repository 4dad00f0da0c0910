"""The warm interpreter as its owner sees it: started, told to fork, and asked about its forks."""

from __future__ import annotations

import contextlib
import json
import math
import os
import select
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Self, cast

import msgspec

from autograder.limits import Limits
from autograder.sandbox.bubblewrap import bubblewrap_works, wrapped
from autograder.sandbox.codec import Value
from autograder.sandbox.frames import read_message
from autograder.sandbox.guest.given import layout_of
from autograder.sandbox.guest.readable import readable_paths
from autograder.sandbox.scratch import Scratch
from autograder.sandbox.session import BroughtFile, SandboxUnavailableError

__all__ = ["Fork", "Room", "Ticks", "WarmInterpreter", "require_linux"]

_SEPARATE = True
"""Whether forks get namespaces of their own; tests set it to see what is left without them."""


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


class Ticks(NamedTuple):
    """Seconds of a fork, as the system counts them: it ran, and it waited for a processor."""

    ran: float
    waited: float


_BLOCK: Final = 4096
"""Bytes that a file or folder takes at least."""


class Room(NamedTuple):
    """What may lie in the scratch of a fork beside what its submission writes.

    Attributes:
        size: bytes.
        files: how many files and folders.
    """

    size: int = 0
    files: int = 0

    @classmethod
    def of(cls, brought: Sequence[BroughtFile]) -> Self:
        """What brought files take."""
        names = [file.path.split("/") for file in brought]
        paths = {tuple(parts[:end]) for parts in names for end in range(1, len(parts) + 1)}
        return cls(sum(len(file.data) for file in brought), len(paths))

    @property
    def size_with_folders(self) -> int:
        """The bytes, and those that folders and links take."""
        return self.size + _BLOCK * self.files


class WarmInterpreter:
    """The process that forks, and the socket that carries the commands to it.

    Attributes:
        scratch: a folder of its own, which goes with it.
        given_entries: how many files and folders each fork finds that are given.
    """

    _PATIENCE = 60.0
    _GOODBYE = 10.0

    def __init__(
        self,
        limits: Limits,
        *,
        confine: bool,
        bubblewrapped: bool,
        notebooks: bool,
        figures: bool,
        given: str,
        loaded: Sequence[str],
    ) -> None:
        require_linux()
        self._ahead: _Begun | None = None
        self._unanswered: list[_Begun | None] = []
        self.given_entries = layout_of(given).entries
        readable = (*readable_paths(), *([given] if given else []))
        self._scratch = Scratch()
        self.scratch = self._scratch.path
        os.chmod(self.scratch, 0o711)  # noqa: S103 - a fork that became nobody has to pass through
        own, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        own.settimeout(self._PATIENCE)
        command = [sys.executable, "-I", "-m", "autograder.sandbox.guest", str(theirs.fileno())]
        # Without the bound each thread would take 64 MiB of the memory that a submission may have.
        environment = {"LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "2"}
        namespaces = _SEPARATE and confine
        if bubblewrapped and not bubblewrap_works(may_mount=True):
            namespaces = False
        if bubblewrapped:
            command = wrapped(
                command,
                environment=environment,
                scratch=self.scratch,
                may_mount=namespaces,
                given=given,
            )
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
                    "namespaces": namespaces,
                    "readable": readable,
                    "given": given,
                    "loaded": list(loaded),
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
        self.namespaces = bool(description["namespaces"])
        inner = description["inner"]
        missing = [name for name in ("landlock", "seccomp") if not inner[name]]
        if confine and missing:
            self.close()
            raise SandboxUnavailableError(
                f"this system has no {' and no '.join(missing)}, so student code cannot be "
                "confined and nothing was graded; `--sandbox=none` grades without protection",
                missing,
            )

    def fork(self, room: Room) -> Fork:
        """Start a fork.

        Args:
            room: for files that are brought to it.

        Raises:
            SandboxUnavailableError: if there is none, or it could not be confined.
        """
        begun = None
        if room == Room():
            begun, self._ahead = self._ahead, None
        fork = (begun or self._asked_for(room)).ready(self)
        # From here on those that were there before are gone; and what it waited for until now is
        # nothing of its submission's.
        told = self.clock(fork.pid)
        return fork if told is None else fork._replace(ticks=told)

    def fork_ahead(self) -> None:
        """Start the next fork, without waiting for it: it is there when it is asked for.

        It runs nothing before, and no submission runs beside it that was there earlier. Where forks
        share the file system none is made.
        """
        if self.namespaces and self._ahead is None:
            with contextlib.suppress(OSError):  # whoever wants a fork finds that out
                self._ahead = self._asked_for(Room())

    def _asked_for(self, room: Room) -> _Begun:
        """Ask for a fork."""
        scratch = self.scratch
        if not self.namespaces:
            scratch = tempfile.mkdtemp(dir=self.scratch)
            os.chmod(scratch, 0o700)
        more = Room(room.size_with_folders, room.files + self.given_entries)
        asked = {
            "do": "fork",
            "scratch": scratch,
            "more_mb": math.ceil(more.size / (1 << 20)),
            "more_files": more.files,
        }
        their_requests, requests = os.pipe()
        answers, their_answers = os.pipe()
        begun = _Begun(requests, answers, scratch)
        try:
            packet = json.dumps(asked).encode()
            socket.send_fds(self._socket, [packet], [their_requests, their_answers])
        except OSError:
            begun.close()
            raise SandboxUnavailableError(_FORKS_NO_MORE) from None
        finally:
            os.close(their_requests)
            os.close(their_answers)
        self._unanswered.append(begun)
        return begun

    def interrupt(self, pid: int) -> None:
        """Interrupt a fork as Ctrl-C does."""
        self._exchange({"do": "interrupt", "pid": pid})

    def clock(self, pid: int) -> Ticks | None:
        """How long a fork has run, and waited, since it began; None where nobody knows."""
        told = self._exchange({"do": "clock", "pid": pid})
        return Ticks(told["ran"], told["waited"]) if told else None

    def end(self, pid: int) -> int:
        """Kill a fork, if it is not over yet, and return its wait status."""
        told = self._exchange({"do": "end", "pid": pid, "soon": False})
        return int(told.get("status", 0))

    def end_soon(self, pid: int) -> None:
        """Have a fork killed before anything else is done, without waiting for it.

        It is gone when the next one is asked anything.
        """
        self._send({"do": "end", "pid": pid, "soon": True})
        self._unanswered.append(None)

    def close(self) -> None:
        """Kill it and remove its scratch directories."""
        if self._ahead is not None:
            self._ahead.close()
            self._ahead = None
        self._socket.close()
        self._kill()
        with contextlib.suppress(subprocess.TimeoutExpired):  # the system is still ending it
            self._process.wait(self._PATIENCE)
        self._scratch.close()

    def _exchange(self, command: dict[str, Any]) -> dict[str, Any]:
        self._send(command)
        try:
            self.catch_up()
            return self._receive()[0]
        except SandboxUnavailableError:
            self._unanswered.append(None)  # what comes late is no answer to the next command
            raise

    def _send(self, command: dict[str, Any]) -> None:
        try:
            self._socket.send(json.dumps(command).encode())
        except OSError:
            raise SandboxUnavailableError("the warm interpreter is gone") from None

    def first_words(self, answers: int) -> Value:
        """What a fork says when it is confined, or cannot be.

        Raises:
            SandboxUnavailableError: if it says nothing.
            EOFError: if it has ended.
        """
        pipe = select.poll()
        pipe.register(answers, select.POLLIN)
        if not pipe.poll(1e3 * (self._socket.gettimeout() or 0.0)):
            raise SandboxUnavailableError("a fork of the warm interpreter does not get ready")
        return read_message(answers)

    def catch_up(self) -> None:
        """Read the answers to what was asked without waiting: they come in the same order.

        Raises:
            SandboxUnavailableError: if they do not come.
        """
        while self._unanswered:
            reply, mount = self._receive()
            begun = self._unanswered.pop(0)
            if begun is not None:
                begun.pid, begun.mount = int(reply.get("pid", 0)), mount

    def _receive(self) -> tuple[dict[str, Any], int]:
        """An answer, and the descriptor of a scratch that is a file system of its own, or -1."""
        try:
            packet, descriptors, _, _ = socket.recv_fds(self._socket, 1 << 16, 1)
        except OSError:
            packet, descriptors = b"", []
        if not packet:
            raise SandboxUnavailableError("the warm interpreter does not answer")
        return cast("dict[str, Any]", json.loads(packet)), descriptors[0] if descriptors else -1

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, 9)
        self._process.kill()

    def _last_words(self) -> str:
        self._kill()
        try:
            said = self._process.communicate(timeout=self._GOODBYE)[1]
        except subprocess.TimeoutExpired as late:
            said = late.stderr or b""  # something that it has started keeps the pipe open
        error = said.decode("utf-8", "replace").strip()
        cast("Any", self._process.stderr).close()
        self.close()
        return error.splitlines()[-1] if error else "it ended without a word"


class Fork(NamedTuple):
    """A fork: its pid, the descriptors for requests and answers, and its scratch.

    `mount` is the descriptor of a file system that only the fork sees, or -1: then its scratch is a
    directory of the machine. `ticks` are those before it was asked anything.
    """

    pid: int
    requests: int
    answers: int
    scratch: str
    mount: int
    ticks: Ticks = Ticks(0.0, 0.0)


_FORKS_NO_MORE: Final = "the warm interpreter does not fork any more"


@dataclass
class _Begun:
    """A fork that was asked for: its pipes, and what is known of it as soon as it is there."""

    requests: int
    answers: int
    scratch: str
    pid: int = 0
    mount: int = -1

    def ready(self, warm: WarmInterpreter) -> Fork:
        """Wait until it is there and confined.

        Raises:
            SandboxUnavailableError: if it cannot be.
        """
        try:
            warm.catch_up()
            # The fork says this before anything of a submission runs, so it cannot be forged.
            failure = warm.first_words(self.answers) if self.pid else _FORKS_NO_MORE
        except SandboxUnavailableError as error:
            failure = str(error)
        except (OSError, EOFError):
            failure = _FORKS_NO_MORE
        if failure is not None:
            self.close()
            raise SandboxUnavailableError(failure)
        return Fork(self.pid, self.requests, self.answers, self.scratch, self.mount)

    def close(self) -> None:
        """Close what is open of it."""
        for descriptor in (self.requests, self.answers, self.mount):
            if descriptor >= 0:
                os.close(descriptor)
