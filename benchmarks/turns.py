"""Measuring two sides in turns, so that a noisy machine disturbs both alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_NOT_COMPILED = "PYTHONDONTWRITEBYTECODE"
"""What is installed is compiled once, and not each time that it is run."""

__all__ = ["CommandError", "Measured", "Ran", "in_turns", "run", "seconds_of"]


class CommandError(Exception):
    """A command that is measured did not end as it should."""


@dataclass(frozen=True)
class Ran:
    """What a command cost.

    Attributes:
        seconds: of the clock.
        processor: seconds of all its processes, as far as each was waited for by the one before.
        busy: seconds that processors were busy meanwhile, whoever had them busy: forks that were
            killed with the room around them are counted here alone.
        own: seconds of a processor of its first process alone.
        peak: bytes of memory of its first process at most.
    """

    seconds: float
    processor: float
    busy: float
    own: float
    peak: int


@dataclass(frozen=True)
class Measured:
    """Two sides, turn by turn.

    Attributes:
        ours: what each turn of ours came to.
        theirs: what each turn of the other side came to.
    """

    ours: Sequence[float]
    theirs: Sequence[float]

    @property
    def ratios(self) -> list[float]:
        """Theirs by ours, in each turn."""
        return [their / our for our, their in zip(self.ours, self.theirs, strict=True)]

    def text(self, *, inverse: bool = False) -> str:
        """The median of the ratios with its range; ours by theirs if `inverse`."""
        ratios = [1 / each if inverse else each for each in self.ratios]
        low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
        return f"{middle:.3g} ({low:.3g} to {high:.3g})"


def in_turns(turns: int, ours: Callable[[], float], theirs: Callable[[], float]) -> Measured:
    """Measure both, one after the other, several times."""
    pairs = [(ours(), theirs()) for _ in range(turns)]
    return Measured([our for our, _ in pairs], [their for _, their in pairs])


def seconds_of(work: Callable[[], object]) -> float:
    """Seconds of the clock that a call takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def run(command: Sequence[str | Path], folder: Path, *, codes: Sequence[int] = (0,)) -> Ran:
    """Run a command, and say what it cost.

    Args:
        command: its words.
        folder: in which it runs.
        codes: with which it may end.

    Raises:
        CommandError: with what it printed, if it ended otherwise.
    """
    with (folder / "last.log").open("wb") as log:
        started, busy = time.perf_counter(), _busy()
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={name: each for name, each in os.environ.items() if name != _NOT_COMPILED},
        )
        peak, own = 0, 0.0
        while True:
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            peak = max(peak, _peak_of(process.pid))
            own = max(own, _processor_of(process.pid))
            time.sleep(0.01)
        seconds, busy = time.perf_counter() - started, _busy() - busy
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in codes:
        said = (folder / "last.log").read_text("utf-8", "replace")[-2000:]
        raise CommandError(f"{' '.join(map(str, command))}\n{said}")
    return Ran(seconds, used.ru_utime + used.ru_stime, busy, own, peak)


def _busy() -> float:
    """Seconds that all processors of the machine together were not idle."""
    words = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()
    user, nice, system, _, _, *interrupts = map(int, words[1:8])
    return (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK")


def _processor_of(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak_of(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    peaks = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(peaks[0]) << 10 if peaks else 0
