"""A plugin for pytest: coverage of what runs in a sandbox, where nothing may be written to a disk.

Only while tests are measured, and only where tests of some folders start a warm interpreter, it is
begun by a program that measures it. What was executed is noted in memory that this process shares
with it, since a fork is killed where it stands. What a fork may do stays what it is, and nothing of
`autograder` knows of this.
"""

from __future__ import annotations

import mmap
import os
import subprocess
import zlib
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import coverage
import pytest

from autograder import sandbox
from autograder.sandbox import warm_interpreter

MEASURED = ("tests/sandbox/", "tests/grading/")
"""Whose sandboxes are measured: it takes longer, and others run the same lines.

A test that gives little time is marked `no_cover`: a fork that notes what it ran answers later.
"""

SIZE = 1 << 20
"""Bytes of the table, eight for an arc: many more than there are."""

PROGRAM = Path(__file__).with_name("measured_guest_program.py").read_text(encoding="utf-8")
GUEST = ["-m", "autograder.sandbox.guest"]
FOLDER = Path(sandbox.__file__).parent
MOST, LARGEST = 1 << 24, 1 << 23


class _Guests:
    """Starts warm interpreters that are measured."""

    def __init__(self) -> None:
        self.are_measured = False
        self._table = os.memfd_create("arcs")
        os.ftruncate(self._table, SIZE)

    def start(self, command: list[str], **how: Any) -> subprocess.Popen[bytes]:
        """What `subprocess.Popen` does, with another program for the warm interpreter."""
        place = command.index(GUEST[1]) - 1 if GUEST[1] in command else -1
        if place >= 0 and self.are_measured:
            rest = [*command[place + 2 :], str(self._table), str(FOLDER)]
            command = [*command[:place], "-c", PROGRAM, *rest]
            how["pass_fds"] = (*how["pass_fds"], self._table)
        return subprocess.Popen(command, **how)

    def executed(self) -> dict[str, set[tuple[int, int]]]:
        """The arcs that were noted, by file."""
        files = {
            zlib.crc32(str(path.relative_to(FOLDER)).encode()) & 0xFFFF: str(path)
            for path in FOLDER.rglob("*.py")
        }
        arcs = defaultdict(set)
        with mmap.mmap(self._table, SIZE) as table, memoryview(table).cast("Q") as noted:
            for arc in filter(None, noted):
                begin, end = arc >> 24 & MOST - 1, arc & MOST - 1
                arcs[files[arc >> 48]].add((_signed(begin), _signed(end)))
        return arcs


def _signed(number: int) -> int:
    """Negative numbers are those of functions that begin or end."""
    return number - MOST if number > LARGEST else number


_GUESTS = pytest.StashKey[_Guests]()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Choose whether what this test starts is measured."""
    guests = item.session.stash.get(_GUESTS, None)
    if guests is not None:
        has_time = item.get_closest_marker("no_cover") is None
        guests.are_measured = has_time and item.nodeid.startswith(MEASURED)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtestloop(session: pytest.Session) -> Any:
    """Measure while all tests run, where coverage does."""
    measuring = coverage.Coverage.current()
    if measuring is None or not hasattr(os, "memfd_create"):
        return (yield)
    guests = session.stash[_GUESTS] = _Guests()
    with pytest.MonkeyPatch.context() as patch:
        names = {**vars(subprocess), "Popen": guests.start}
        patch.setattr(warm_interpreter, "subprocess", SimpleNamespace(**names))
        result = yield
    measuring.get_data().add_arcs(guests.executed())
    return result
