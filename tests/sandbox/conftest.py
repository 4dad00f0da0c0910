"""Warm interpreters that the tests of the sandbox share, and short ways to run things in them."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from autograder.limits import Limits
from autograder.sandbox.bubblewrap import bubblewrap_works
from autograder.sandbox.call import Call
from autograder.sandbox.confined import ConfinedSession, Sandbox
from autograder.sandbox.guest.confine import inner_layer
from autograder.sandbox.session import CellReply, SessionLostError

LIMITS = Limits(
    grace_seconds=0.2,
    memory_mb=512,
    output_kb=4,
    scratch_mb=1,
    scratch_files=8,
    threads=16,
)

PATIENT = 30.0
"""Seconds for what ends by itself: nothing depends on how fast."""

SHORT = 0.5
"""Seconds for what never ends by itself."""


def needs(layer: str) -> None:
    """Skip the test where this machine does not have the layer."""
    if layer == "none":
        return
    if sys.platform != "linux" or not all(inner_layer().values()):
        pytest.skip("this system has no Landlock or no seccomp")
    if layer == "full" and not bubblewrap_works():
        pytest.skip("bubblewrap is not installed here, or not allowed to work")


@pytest.fixture(scope="session")
def made() -> Any:
    """The sandboxes by layer, each made when it is first asked for."""
    sandboxes: dict[str, Sandbox] = {}

    def of(layer: str) -> Sandbox:
        needs(layer)
        if layer not in sandboxes:
            sandboxes[layer] = Sandbox(LIMITS, layers=layer)
        return sandboxes[layer]

    yield of
    for sandbox in sandboxes.values():
        sandbox.close()


@pytest.fixture(scope="session", params=["inner", "full", "none"])
def sandbox(request: pytest.FixtureRequest, made: Callable[[str], Sandbox]) -> Sandbox:
    """A sandbox of each kind."""
    return made(request.param)


@pytest.fixture(scope="session", params=["strongest", "none"])
def guest(request: pytest.FixtureRequest, made: Callable[[str], Sandbox]) -> Sandbox:
    """The most and the least confined: for what no layer should change."""
    if request.param == "none":
        return made("none")
    return made("full" if bubblewrap_works() else "inner")


@pytest.fixture(scope="session", params=["inner", "full"])
def confined(request: pytest.FixtureRequest, made: Callable[[str], Sandbox]) -> Sandbox:
    """A sandbox of each kind that holds student code."""
    return made(request.param)


@contextlib.contextmanager
def lenient(sandbox: Sandbox) -> Iterator[ConfinedSession]:
    """A session with much time between the interrupt and the kill: for what obeys the first."""
    with sandbox.session() as session:
        session._limits = msgspec.structs.replace(LIMITS, grace_seconds=PATIENT)
        yield session


def run(sandbox: Sandbox, *cells: str) -> list[CellReply]:
    """The replies of cells in one fresh fork."""
    with sandbox.session() as session:
        return [session.run_cell(cell, number, PATIENT) for number, cell in enumerate(cells)]


def evaluate(sandbox: Sandbox, source: str) -> Any:
    """What the function `probe` of this source returns, in a fresh fork."""
    with sandbox.session() as session:
        assert session.run_cell(source, 0, PATIENT).error is None
        reply = session.call(Call("probe", {}), PATIENT)
    assert reply.error is None
    return reply.output


def loss_of(sandbox: Sandbox, *cells: str, seconds: float = PATIENT) -> SessionLostError:
    """How the fork is lost in which the last of these cells runs."""
    with sandbox.session() as session:
        for cell in cells[:-1]:
            assert session.run_cell(cell, 0, PATIENT).error is None
        with pytest.raises(SessionLostError) as caught:
            session.run_cell(cells[-1], 0, seconds)
    return caught.value


ANSWERS = """
import fcntl, os, stat
def pipe(mode):
    for fd in range(3, 64):
        try:
            found = os.fstat(fd).st_mode
            flags = fcntl.fcntl(fd, fcntl.F_GETFL)
        except OSError:
            continue
        if stat.S_ISFIFO(found) and flags & os.O_ACCMODE == mode:
            return fd
answers, requests = pipe(os.O_WRONLY), pipe(os.O_RDONLY)
"""
"""A cell that finds the pipes of its fork, as any student can."""
