"""A Dask scheduler and its workers on this machine, each a process of its own."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.turns import CommandError

__all__ = ["cluster"]

_SECONDS = 120.0


@contextlib.contextmanager
def cluster(folder: Path, command: Sequence[str | Path], workers: int) -> Iterator[str]:
    """Start a cluster, and wait until all its workers are there; gives its address.

    Args:
        folder: where its files go.
        command: that is `autograder`.
        workers: how many there are, each of one submission at a time.
    """
    file = folder / f"scheduler-{workers}.json"
    file.unlink(missing_ok=True)
    scheduler = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1"]
    scheduler += [
        "--port",
        "0",
        "--dashboard-address",
        "127.0.0.1:0",
        "--scheduler-file",
        str(file),
    ]
    processes = []
    with (folder / "cluster.log").open("wb") as log:

        def start(words: Sequence[str | Path]) -> None:
            processes.append(
                subprocess.Popen(
                    [str(word) for word in words],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
            )

        try:
            start(scheduler)
            address = _address(file)
            for _ in range(workers):
                start([*command, "worker", address, "--jobs", "1"])
            _wait_for(address, workers)
            yield address
        finally:
            for process in reversed(processes):
                process.terminate()
            for process in processes:
                process.wait(30)


def _address(file: Path) -> str:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(OSError, ValueError):
            return str(json.loads(file.read_text(encoding="utf-8"))["address"])
        time.sleep(0.1)
    raise CommandError("no Dask scheduler starts here")


def _wait_for(address: str, workers: int) -> None:
    from distributed import Client  # noqa: PLC0415 - slow to import, of an extra

    with Client(address) as client:
        client.wait_for_workers(workers, timeout=_SECONDS)
