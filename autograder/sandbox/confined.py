"""The trusted side of the sandbox: a session is a fork of a warm interpreter."""

from __future__ import annotations

import contextlib
import os
import secrets
import select
from collections.abc import Sequence
from typing import Literal, NamedTuple, Self, get_args

import msgspec

from autograder.errors import UnknownNameError
from autograder.limits import Limits
from autograder.sandbox.bubblewrap import bubblewrap_works
from autograder.sandbox.call import Call
from autograder.sandbox.codec import DoorError, decode
from autograder.sandbox.frames import HEADER, unframe_length
from autograder.sandbox.scratch_tree import is_overfull, remove_tree
from autograder.sandbox.session import (
    BroughtFile,
    Reply,
    Request,
    SandboxUnavailableError,
    Session,
    SessionLostError,
)
from autograder.sandbox.turns import TURN, Turns
from autograder.sandbox.warm_interpreter import Room, Ticks, WarmInterpreter

__all__ = ["ConfinedSession", "Layers", "Sandbox"]

Layers = Literal["full", "inner", "outer", "none"]
"""`inner`: Landlock, seccomp and limits inside each fork. `full`: also bubblewrap around them,
where it works. `none`: only a process of its own; for your own code. `outer` is for tests:
bubblewrap with nothing inside."""


class Sandbox:
    """A warm interpreter, which forks one session at a time and is replaced when anything is odd.

    Args:
        limits: on each submission.
        layers: how it is confined.
        notebooks: whether it loads what notebooks need.
        figures: whether the figures of cells are drawn; that can take longer than all the rest.
        given: a folder whose files each fork finds in the one that it works in, and cannot change;
            empty for none.
        loaded: modules of installed packages that are loaded before it forks, as far as they are
            there: what takes long to import is imported once.

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
        given: str = "",
        loaded: Sequence[str] = (),
    ) -> None:
        if layers not in get_args(Layers):
            # A name that nobody checks must not be one without protection.
            raise UnknownNameError("sandbox", layers, get_args(Layers))
        self.limits = limits
        self._layers = layers
        self._notebooks = notebooks
        self._figures = figures
        self._given = given
        self._loaded = loaded
        self._warm: WarmInterpreter | None = None

    def session(self, brought: Sequence[BroughtFile] = ()) -> ConfinedSession:
        """Start a fresh fork. Use it as a context manager.

        Args:
            brought: files that lie in the folder that it works in, beside its own scratch.

        Raises:
            SandboxUnavailableError: if this machine lacks a layer that was asked for.
            SessionLostError: if the fork did not survive it.
        """
        return ConfinedSession(self, brought)

    @property
    def bubblewrapped(self) -> bool:
        """Whether the outer layer is around the warm interpreter."""
        return self._layers in ("full", "outer") and bubblewrap_works()

    @property
    def separated(self) -> bool:
        """Whether each fork gets namespaces of its own; see `guest.namespaces`.

        Raises:
            SandboxUnavailableError: if the warm interpreter does not start.
        """
        return self.warm().namespaces

    def close(self) -> None:
        """End the warm interpreter and with it all of its forks."""
        if self._warm is not None:
            self._warm.close()
            self._warm = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> WarmInterpreter:
        """The warm interpreter, started if there is none.

        Raises:
            SandboxUnavailableError: if it does not start, or cannot confine its forks.
        """
        if self._warm is None:
            self._warm = WarmInterpreter(
                self.limits,
                confine=self._layers in ("full", "inner"),
                bubblewrapped=self.bubblewrapped,
                notebooks=self._notebooks,
                figures=self._figures,
                given=self._given,
                loaded=self._loaded,
            )
        return self._warm


_IDLE = 0.5
"""Of its time, below which a fork that did not answer has done nothing."""


class _Deadline:
    """When a fork is interrupted, and when it is killed, by the time that is its own.

    It is interrupted twice: a fork that is about to begin takes no notice of the first time.

    Args:
        seconds: until it is interrupted.
        grace: until it is killed after that; half of it until it is interrupted again.
    """

    _INTERRUPTS = 2

    _MOST_WAITING = 4
    """Times the seconds that it may be put off: a fork's own threads too can keep it waiting."""

    def __init__(self, seconds: float, grace: float) -> None:
        self.turns = Turns()
        self.began: Ticks | None = None
        self.interrupts = 0
        self._until = seconds
        self._latest = seconds * (1 + self._MOST_WAITING)
        self._grace = grace

    @property
    def interrupted(self) -> bool:
        """Whether its time was up."""
        return self.interrupts > 0

    @property
    def is_over(self) -> bool:
        """Whether nothing but the kill comes next."""
        return self.interrupts >= self._INTERRUPTS

    def left(self) -> float:
        """Look at the clock: the seconds that are left until an interrupt, or then the kill."""
        return self._until - self.turns.turn()

    def put_off(self, seconds: float) -> None:
        """Leave out some time before the interrupt."""
        self._until = min(self._until + seconds, self._latest)

    def interrupt(self) -> None:
        """From now on it is the time until the next interrupt, or the kill, that counts."""
        self.interrupts += 1
        self._until = self.turns.seconds + self._grace / self._INTERRUPTS


_SHORT = 1000
"""Bytes of an answer whose output weighs no more than any output may (see `keys.room`), and which
was not late: the next question is asked, whatever the answer is."""


class _Ahead(NamedTuple):
    """A question that was sent before anybody waited for its answer.

    Attributes:
        call: the question.
        token: of its answer.
        left: the bytes for which there was no room.
    """

    call: Call
    token: str
    left: bytes


class ConfinedSession(Session):
    """One fork of the warm interpreter, running one submission."""

    def __init__(self, sandbox: Sandbox, brought: Sequence[BroughtFile] = ()) -> None:
        super().__init__(sandbox.limits)
        self._sandbox = sandbox
        room = Room.of(brought)
        try:
            self._warm = sandbox.warm()
            forked = self._warm.fork(room)
        except SandboxUnavailableError:
            # Something may have killed it between two submissions: try again with a new one.
            sandbox.close()
            self._warm = sandbox.warm()
            forked = self._warm.fork(room)
        self._room = Room(room.size, room.files + self._warm.given_entries)
        self._pid, self._requests, self._answers, self._scratch, self._mount, self._ticks = forked
        if self._mount >= 0:
            # Seen from here it has no other name.
            self._scratch = f"/proc/self/fd/{self._mount}/."
        self._empty: int | None = None
        if self._mount >= 0 and not self._room.files:
            # What is there before could be replaced by something larger.
            self._empty = self._free_places()
        self._unread = bytearray()
        self._ahead: _Ahead | None = None
        os.set_blocking(self._requests, False)
        os.set_blocking(self._answers, False)
        self._writable, self._readable = select.poll(), select.poll()
        self._writable.register(self._requests, select.POLLOUT)
        self._readable.register(self._answers, select.POLLIN)
        try:
            self.bring(brought)
        except SessionLostError:
            self.close()
            raise

    def close(self) -> None:
        """End the fork and remove its scratch directory."""
        if self._over:
            return
        if self._mount < 0:
            self._end()
            return
        self._hang_up()
        os.close(self._mount)  # with the fork and this descriptor it is gone
        try:
            self._warm.end_soon(self._pid)
            self._warm.fork_ahead()
        except SandboxUnavailableError:
            self._sandbox.close()

    def _ask(
        self, request: Request, seconds: float, reply: type[Reply], then: Call | None = None
    ) -> Reply:
        if self._over:
            raise SessionLostError("ended")
        if self._ahead is not None and self._ahead.call is not request:
            self._pass_over(self._ahead, seconds)
        deadline = _Deadline(seconds, self._limits.grace_seconds)
        try:
            token = self._asked(request, deadline)
            # Ready before there is an answer: the fork waits for it.
            ready = None if then is None else self._ready(then)
            data = self._receive(deadline)
            if ready is not None and len(data) <= _SHORT and not deadline.interrupted:
                self._ahead = self._sent_ahead(ready)
            answer = decode(data)
            read = self._understood(answer, token, reply, late=deadline.interrupted)
        except (DoorError, msgspec.ValidationError):
            self._end()
            raise SessionLostError("garbage") from None
        finally:
            self.seconds += deadline.turns.turn()
        if self._scratch_is_full():
            self._end()
            raise SessionLostError("scratch")
        return read

    def _pass_over(self, ahead: _Ahead, seconds: float) -> None:
        """Wait for an answer that nobody wants any more: what comes next has time of its own."""
        deadline = _Deadline(seconds, self._limits.grace_seconds)
        self._ahead = None
        try:
            self._send(ahead.left, deadline)
            self._receive(deadline)
        except DoorError:
            self._end()
            raise SessionLostError("garbage") from None
        finally:
            self.seconds += deadline.turns.turn()

    def _asked(self, request: Request, deadline: _Deadline) -> str:
        """Send a request, as far as it was not sent ahead; the token of its answer."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            self._send(ahead.left, deadline)
            return ahead.token
        # An answer without the token was written before the question was asked.
        token = secrets.token_hex(8)
        self._send(self._framed(request, token), deadline)
        return token

    def _ready(self, call: Call) -> _Ahead:
        """A question with its token, of which nothing is sent."""
        token = secrets.token_hex(8)
        return _Ahead(call, token, self._framed(call, token))

    def _sent_ahead(self, ready: _Ahead) -> _Ahead:
        """Send a question, as far as there is room for it at once."""
        data = ready.left
        with contextlib.suppress(BlockingIOError, BrokenPipeError):  # whoever waits for it meets it
            data = data[os.write(self._requests, data) :]
        return ready._replace(left=data)

    def _send(self, data: bytes, deadline: _Deadline) -> None:
        view = memoryview(data)
        while view:
            self._wait(self._writable, deadline)
            try:
                view = view[os.write(self._requests, view) :]
            except BrokenPipeError:
                raise SessionLostError("ended", self._end()) from None

    def _receive(self, deadline: _Deadline) -> bytes:
        """The next message; what comes behind it is kept, and is no answer to a later question."""
        while len(self._unread) < HEADER:
            self._read(deadline)
        end = HEADER + unframe_length(self._unread[:HEADER])
        while len(self._unread) < end:
            self._read(deadline)
        data = bytes(self._unread[HEADER:end])
        del self._unread[:end]
        return data

    def _read(self, deadline: _Deadline) -> None:
        self._wait(self._readable, deadline)
        part = os.read(self._answers, 1 << 20)
        if not part:
            raise SessionLostError("ended", self._end())
        self.received += len(part)
        self._unread += part

    def _wait(self, pipe: select.poll, deadline: _Deadline) -> None:
        """Wait for a pipe; interrupt the fork when its time is up, and then kill it."""
        while True:
            left = deadline.left()
            if left <= 0:
                left = self._late(deadline)
            if pipe.poll(1e3 * min(left, TURN)):
                return
            if deadline.began is None:
                # Most answers come before the first turn is over, and are not asked for the clock.
                self.refund()
                deadline.began = self._ticks
            if self._scratch_is_full():
                self._end()
                raise SessionLostError("scratch")

    def _late(self, deadline: _Deadline) -> float:
        """What to do when time is up; the seconds that are left after that."""
        if deadline.is_over:
            self._end()
            raise SessionLostError("timeout")
        try:
            is_first = not deadline.interrupted
            if is_first:
                deadline.put_off(self.refund())
            if deadline.left() <= 0:
                if is_first:
                    active = sum(self._ticks) - sum(deadline.began or (0.0,))
                    self.was_idle = active < _IDLE * deadline.turns.seconds
                self._warm.interrupt(self._pid)
                deadline.interrupt()
        except SandboxUnavailableError:
            # Something else ended the warm interpreter, and with it this fork.
            raise SessionLostError("ended", self._end()) from None
        return deadline.left()

    def refund(self) -> float:
        """See `Session`; the system counts what a fork waits for a processor."""
        if self._over:
            return 0.0
        last = self._ticks
        with contextlib.suppress(SandboxUnavailableError):  # the next question finds that out
            self._ticks = self._warm.clock(self._pid) or last
        waited = self._ticks.waited - last.waited
        self.seconds -= waited
        return waited

    def _scratch_is_full(self) -> bool:
        if self._empty is not None and self._free_places() == self._empty:
            return False  # as most submissions leave it
        return is_overfull(
            self._scratch,
            files=self._limits.scratch_files + self._room.files,
            size=(self._limits.scratch_mb << 20) + self._room.size_with_folders,
        )

    def _free_places(self) -> int:
        """How many files could still be made in a scratch that is a file system."""
        return os.fstatvfs(self._mount).f_ffree

    def _hang_up(self) -> None:
        self._over = True
        os.close(self._requests)
        os.close(self._answers)

    def _end(self) -> int:
        self._hang_up()
        status = 0
        try:
            status = self._warm.end(self._pid)
            self._warm.fork_ahead()
        except SandboxUnavailableError:
            self._sandbox.close()
        if self._mount >= 0:
            os.close(self._mount)  # with the fork and this descriptor it is gone
        else:
            remove_tree(self._scratch)
        return status
