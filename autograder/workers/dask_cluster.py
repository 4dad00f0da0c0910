"""A Dask cluster as the grader sees it: places on other machines, asked like those of this one."""

from __future__ import annotations

import contextlib
import hashlib
import ipaddress
import socket
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar
from urllib.parse import urlsplit

from autograder.errors import AutograderError
from autograder.limits import Limits
from autograder.sandbox.codec import decode, encode
from autograder.sandbox.session import SandboxUnavailableError
from autograder.workers.wire import FROM_WORKER, TO_WORKER, as_value, read_as
from autograder.workers.worker_process import Job, WorkerLostError

if TYPE_CHECKING:
    from distributed import Client, Future

__all__ = ["ClusterError", "DaskCluster", "checked_address"]

_Setup = TypeVar("_Setup")
_Request = TypeVar("_Request")
_Reply = TypeVar("_Reply")

_PATIENCE: Final = 60.0
"""Seconds in which a scheduler has to answer, and a worker to be there."""

_LOOK: Final = 10.0
"""Seconds: how often whoever waits for a reply looks whether there are workers."""

_AHEAD: Final = 2
"""Requests for each thread of the cluster: one is on its way while another is answered."""


class ClusterError(AutograderError):
    """A cluster cannot be used, or is gone."""


def checked_address(address: str) -> str:
    """The address of a scheduler, if what goes there cannot be read or changed on the way.

    Raises:
        ClusterError: if it is none, or lies beyond this machine and is not encrypted.
    """
    parts = urlsplit(address)
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if parts.scheme not in ("tcp", "tls") or not host or not port:
        raise ClusterError(
            f"{address} is no address of a scheduler; one is like tls://host.example.org:8786"
        )
    if parts.scheme == "tcp" and not _is_this_machine(host):
        raise ClusterError(
            f"{address} is beyond this machine and not encrypted: whoever can reach it can run "
            "programs there; use tls:// and Dask's own settings for certificates"
        )
    return address


def _is_this_machine(host: str) -> bool:
    try:
        found = {each[4][0] for each in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return bool(found) and all(ipaddress.ip_address(each).is_loopback for each in found)


class DaskCluster:
    """A connection to a scheduler, which has workers on any number of machines.

    Use it as a context manager.

    Args:
        address: of the scheduler.
        say: is told what whoever waits should know.

    Attributes:
        places: how many requests it takes at a time.

    Raises:
        ClusterError: if the address may not be used, nobody answers there, or it has no workers.
    """

    def __init__(self, address: str, say: Callable[[str], None] = lambda sentence: None) -> None:
        self.address = checked_address(address)
        try:
            from distributed import Client  # noqa: PLC0415 - slow to import, seldom used
        except ModuleNotFoundError as error:
            raise ClusterError(
                f"--scheduler needs the package {error.name}, which is not installed"
            ) from None
        self._silence()
        try:
            self._client: Client = Client(address, timeout=_PATIENCE / 6, set_as_default=False)
        except Exception as error:  # noqa: BLE001 - it names a dozen of its own, and of TLS
            why = type(error).__name__
            raise ClusterError(f"no scheduler answers at {address} ({why})") from None
        try:
            if not self._client.nthreads():
                say(f"waiting for workers at {address}")
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            self.close()
            raise ClusterError(
                f"the scheduler at {address} has no workers; start some with "
                f"`autograder worker {address}`"
            ) from None
        self.places = _AHEAD * sum(self._client.nthreads().values())

    def maker(
        self, job: Job[_Setup, _Request, _Reply], setup: _Setup, limits: Limits
    ) -> Callable[[], _OnCluster[_Request, _Reply]]:
        """What makes places for one job.

        Args:
            job: that is done there.
            setup: what all requests have in common.
            limits: on what a worker may use for each submission.
        """
        from autograder.workers.dask_job import JobOnCluster  # noqa: PLC0415 - slow to import

        data = encode({"setup": as_value(setup), "limits": as_value(limits)}, TO_WORKER)
        name = hashlib.sha256(job.place.encode() + data).hexdigest()
        with _explained(self.address):
            self._client.register_plugin(JobOnCluster(name, job.place, data), name=name)
        return lambda: _OnCluster(self._client, self.address, name, job.reply)

    def close(self) -> None:
        """End the connection; the cluster stays."""
        with contextlib.suppress(OSError, TimeoutError):
            self._client.close(timeout=5)

    def __enter__(self) -> DaskCluster:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @staticmethod
    def _silence() -> None:
        """Keep what Dask logs of lost connections from standing beside our own sentences."""
        import logging  # noqa: PLC0415

        logging.getLogger("distributed").setLevel(logging.CRITICAL)


class _OnCluster(Generic[_Request, _Reply]):
    """A place on the cluster, whichever machine that is."""

    def __init__(self, client: Client, address: str, name: str, reply: type[_Reply]) -> None:
        from autograder.workers.dask_job import what_must_be_the_same  # noqa: PLC0415

        self._client = client
        self._address = address
        self._name = name
        self._kind = reply
        self._stopped = False
        self._same = what_must_be_the_same()

    def ask(self, request: _Request) -> _Reply:
        """Have a request answered; where the machine is lost, by another one.

        Raises:
            WorkerLostError: if there is no reply.
            SandboxUnavailableError: if student code cannot be confined on a machine.
            ClusterError: if the cluster is gone, or a machine has another version.
        """
        from distributed import KilledWorker  # noqa: PLC0415

        from autograder.workers.dask_job import answer  # noqa: PLC0415

        data = encode(as_value(request), TO_WORKER)
        with _explained(self._address):
            future = self._client.submit(answer, self._name, self._same, data, pure=False)
            try:
                reply = self._awaited(future)
            except KilledWorker:
                raise WorkerLostError("judging_ended") from None
        if not isinstance(reply, bytes) or len(reply) > FROM_WORKER.size:
            raise WorkerLostError("judging_error")
        return self._read(decode(reply, FROM_WORKER))

    def _awaited(self, future: Future) -> Any:
        """What becomes of a request, as long as anybody may answer it."""
        alone = 0.0
        while True:
            try:
                return future.result(timeout=_LOOK)
            except TimeoutError:
                if future.done():
                    raise
            if self._stopped:
                future.cancel()
                raise WorkerLostError("judging_ended")
            alone = 0.0 if self._client.nthreads() else alone + _LOOK
            if alone > _PATIENCE:
                raise ClusterError(
                    f"the scheduler at {self._address} has no workers any more; what was graded "
                    "stays, start again"
                )

    def _read(self, said: Any) -> _Reply:
        if "lost" in said:
            raise WorkerLostError(said["lost"], said["type"])
        if "unavailable" in said:
            raise SandboxUnavailableError(said["unavailable"])
        if "different" in said:
            raise ClusterError(
                f"{said['different']} has another version of the autograder, of Python or of "
                "its packages than this machine"
            )
        return read_as(self._kind, said["reply"])

    def stop(self) -> None:
        """Have whoever waits for a reply, in another thread, get none."""
        self._stopped = True

    def close(self) -> None:
        """Do nothing: the cluster ends its own."""


@contextlib.contextmanager
def _explained(address: str) -> Iterator[None]:
    from concurrent.futures import CancelledError  # noqa: PLC0415

    from distributed.comm import CommClosedError  # noqa: PLC0415

    try:
        yield
    except (CancelledError, CommClosedError, OSError, TimeoutError) as error:
        raise ClusterError(
            f"the scheduler at {address} is gone ({type(error).__name__}); what was graded stays, "
            "start again"
        ) from None
