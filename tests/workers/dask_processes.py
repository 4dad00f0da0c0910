"""A real scheduler and real workers, each a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

__all__ = ["Cluster"]

WORKER = "import sys; sys.argv[0] = 'autograder'; from autograder.cli import main; main()"


class Cluster:
    """A scheduler on loopback, and its workers; use it as a context manager."""

    def __init__(self, folder: Path) -> None:
        file = folder / "scheduler.json"
        module = "distributed.cli.dask_scheduler"
        where = ("--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0")
        self._log = (folder / "log").open("wb")
        self.processes = [self._start("-m", module, *where, "--scheduler-file", str(file))]
        end = time.monotonic() + 60
        while not file.exists() and time.monotonic() < end:
            time.sleep(0.1)
        self.address: str = json.loads(file.read_text(encoding="utf-8"))["address"]

    def add_worker(self) -> subprocess.Popen[bytes]:
        """Start a worker, as an instructor does on each machine."""
        self.processes.append(self._start("-c", WORKER, "worker", self.address, "--jobs", "1"))
        return self.processes[-1]

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self.processes):
            process.terminate()
            process.wait(30)
        self._log.close()

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
