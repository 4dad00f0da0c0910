"""Who is asked to do a job: workers of this machine, or places on a cluster."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from autograder.limits import Limits
from autograder.workers.dask_cluster import DaskCluster
from autograder.workers.worker_process import Job, WorkerProcess

__all__ = ["Asked", "places_for"]

_Asks_contra = TypeVar("_Asks_contra", contravariant=True)
_Answers_co = TypeVar("_Answers_co", covariant=True)
_Setup = TypeVar("_Setup")
_Request = TypeVar("_Request")
_Reply = TypeVar("_Reply")


class Asked(Protocol[_Asks_contra, _Answers_co]):
    """Whoever is asked."""

    def ask(self, request: _Asks_contra, /) -> _Answers_co:
        """Have a request answered.

        Raises:
            WorkerLostError: if there is no reply.
        """

    def stop(self) -> None:
        """Have whoever waits for a reply, in another thread, get none."""

    def close(self) -> None:
        """End what was started for it."""


def places_for(
    job: Job[_Setup, _Request, _Reply],
    setup: _Setup,
    limits: Limits,
    workers: int,
    cluster: DaskCluster | None,
) -> tuple[int, Callable[[], Asked[_Request, _Reply]]]:
    """How many are asked at a time, and what makes each of them.

    Args:
        job: that they do.
        setup: what all requests have in common.
        limits: on what a worker may use for each submission.
        workers: how many of this machine, where there is no cluster.
        cluster: in the place of this machine, or None.
    """
    if cluster is not None:
        return cluster.places, cluster.maker(job, setup, limits)
    return workers, lambda: WorkerProcess(job, setup, limits)
