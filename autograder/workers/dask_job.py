"""The side of a Dask cluster on which work is done: each thread of it has a worker of its own.

What goes over the network is bytes in the grammar of `wire`: nothing of a student's is pickled.
"""

from __future__ import annotations

import hashlib
import importlib
import platform
import queue
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from distributed import Worker, WorkerPlugin

from autograder.limits import Limits
from autograder.sandbox.codec import decode, encode
from autograder.sandbox.session import SandboxUnavailableError
from autograder.workers.wire import FROM_WORKER, TO_WORKER, as_value, read_as
from autograder.workers.worker_process import WorkerLostError, WorkerProcess

__all__ = ["JobOnCluster", "answer", "what_must_be_the_same"]

_PACKAGES: Final = ("numpy", "ipython", "matplotlib", "msgspec")

_places: dict[str, queue.LifoQueue[WorkerProcess[Any, Any, Any]]] = {}
"""By job, the workers of this machine that are not busy."""


class JobOnCluster(WorkerPlugin):  # type: ignore[misc]
    """What each machine of the cluster needs for one job; those that come later get it too.

    Args:
        name: of the job, which no other has.
        place: where a worker finds the job: `module:NAME`.
        setup: what all requests have in common, and the limits, as bytes.
    """

    idempotent = True

    def __init__(self, name: str, place: str, setup: bytes) -> None:
        self.name = name
        self._place = place
        self._setup = setup

    def setup(self, worker: Worker) -> None:
        """Make the workers of one machine; they start with their first request."""
        module, _, name = self._place.partition(":")
        job = getattr(importlib.import_module(module), name)
        value = decode(self._setup, TO_WORKER)
        setup, limits = read_as(job.setup, value["setup"]), read_as(Limits, value["limits"])
        places: queue.LifoQueue[WorkerProcess[Any, Any, Any]] = queue.LifoQueue()
        for _ in range(worker.state.nthreads):
            places.put(WorkerProcess(job, setup, limits))
        _places[self.name] = places

    def teardown(self, worker: Worker) -> None:
        """End the workers."""
        places = _places.pop(self.name, None)
        while places is not None and not places.empty():
            places.get().close()


def answer(name: str, same: str, request: bytes) -> bytes:
    """Answer one request on a machine of the cluster.

    Args:
        name: of the job.
        same: what must be the same here as where the request comes from.
        request: as bytes.
    """
    if same != what_must_be_the_same():
        return encode({"different": platform.node()}, FROM_WORKER)
    places = _places[name]
    place = places.get()
    try:
        reply = place.ask(_Value(decode(request, TO_WORKER)))
        return encode({"reply": as_value(reply)}, FROM_WORKER)
    except WorkerLostError as lost:
        return encode({"lost": lost.reason, "type": lost.type}, FROM_WORKER)
    except SandboxUnavailableError as error:
        return encode({"unavailable": f"{platform.node()}: {error}"}, FROM_WORKER)
    finally:
        places.put(place)


class _Value(dict[str, Any]):
    """A request as it came: it is read where it is answered."""


def what_must_be_the_same() -> str:
    """The digest of what decides a result: this project, Python, the packages that matter."""
    digest = hashlib.sha256()
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*.py")):
        digest.update(str(path.relative_to(package)).encode() + b"\0" + path.read_bytes() + b"\0")
    facts = [platform.python_version(), platform.machine(), sys.byteorder]
    for fact in [*facts, *(f"{name} {version(name)}" for name in _PACKAGES)]:
        digest.update(fact.encode() + b"\0")
    return digest.hexdigest()
