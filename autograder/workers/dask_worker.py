"""This machine as a worker of a Dask cluster."""

from __future__ import annotations

import asyncio
from typing import Final

from distributed import Worker

from autograder.workers.dask_cluster import ClusterError

__all__ = ["work_for"]

_LOOPBACK: Final = "127.0.0.1"
_PATIENCE: Final = "30s"


def work_for(address: str, threads: int) -> None:
    """Work until the scheduler ends.

    Args:
        address: of the scheduler; it may be used.
        threads: how many submissions at a time.

    Raises:
        ClusterError: if nobody answers there.
    """
    try:
        asyncio.run(_work(address, threads))
    except (OSError, TimeoutError) as error:
        raise ClusterError(f"no scheduler answers at {address} ({type(error).__name__})") from None


async def _work(address: str, threads: int) -> None:
    # Without encryption nobody but this machine reaches it.
    host = _LOOPBACK if address.startswith("tcp://") else None
    async with Worker(
        address,
        nthreads=threads,
        host=host,
        dashboard_address=f"{_LOOPBACK}:0",
        # Its data are small; what submissions use is bounded elsewhere.
        memory_limit=0,
        death_timeout=_PATIENCE,
    ) as worker:
        await worker.finished()
