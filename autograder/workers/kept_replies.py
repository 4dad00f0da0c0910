"""Replies of workers that are kept, so that what did not change is not run again.

A reply is found by the SHA-256 of all that it depends on: what was handed in, the keys, the limits,
the language, the code of this project, Python and the packages that are installed. A file holds one
reply and its own digest; it appears whole, and one that is damaged is as good as none. Several
graders may use one folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, Protocol, TypeVar

import msgspec

from autograder.keys.key import Key
from autograder.sandbox.codec import DoorError, decode, encode
from autograder.workers.asked import Asked
from autograder.workers.environment import environment_digest
from autograder.workers.wire import FROM_WORKER, TO_WORKER, as_value, read_as
from autograder.workers.worker_process import Job

__all__ = ["Keeping", "KeptReplies", "MayBeKept", "ask_or_find", "kept_folder"]

_FORMAT: Final = 1
_SUFFIX: Final = ".reply"
_DIGEST: Final = 32
"""Bytes of a SHA-256."""

_MOST: Final = 2 << 30
"""Bytes that all files of a folder may have together."""

_FILL: Final = 0.8
"""The share of that which stays when there were more: those that were used last."""

_ABANDONED: Final = 3600.0
"""Seconds after which a draft is that of a grader that was killed."""


class MayBeKept(Protocol):
    """A reply that says whether it would be the same again."""

    @property
    def whole(self) -> bool:
        """Whether nothing was stopped, killed or left out on the way."""


_Request = TypeVar("_Request")
_Reply = TypeVar("_Reply", bound=MayBeKept)


def kept_folder(root: Path) -> Path:
    """Where the replies of a course are kept."""
    return root / ".autograder" / "kept"


class KeptReplies(Generic[_Request, _Reply]):
    """The kept replies of one job.

    Args:
        folder: that they lie in; it need not be there.
        job: whose replies they are.
        keys: by exercise.
        about: whatever else all requests have in common: limits, the language, layers.
        again: whether none is found, and each is asked for again.
        most: bytes of all files together.
    """

    def __init__(
        self,
        folder: Path,
        job: Job[Any, _Request, _Reply],
        keys: Sequence[Key],
        about: Sequence[Any],
        *,
        again: bool = False,
        most: int = _MOST,
    ) -> None:
        self._folder = folder
        self._job = job
        self._again = again
        self._most = most
        self._keys = {key.exercise: _digest(key) for key in keys}
        self._common = _digest([_FORMAT, job.place, list(about)]) + environment_digest()

    def find(self, request: _Request, exercises: Sequence[str]) -> _Reply | None:
        """The kept reply to a request, or None.

        Args:
            request: that would be asked.
            exercises: that it is about.
        """
        if self._again:
            return None
        path = self._path(request, exercises)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        payload = data[_DIGEST:]
        if hashlib.sha256(payload).digest() == data[:_DIGEST]:
            with contextlib.suppress(zlib.error, DoorError, msgspec.ValidationError, OSError):
                reply = read_as(self._job.reply, decode(zlib.decompress(payload), FROM_WORKER))
                os.utime(path)  # it was used
                return reply
        with contextlib.suppress(OSError):
            path.unlink()
        return None

    def keep(
        self, request: _Request, exercises: Sequence[str], reply: _Reply, *, stopped: bool = False
    ) -> None:
        """Keep a reply, if it would be the same again and there is room on the disk.

        Args:
            request: that was asked.
            exercises: that it is about.
            reply: to it.
            stopped: whether one is kept as well that might not be the same again.
        """
        if not (reply.whole or stopped):
            return
        path = self._path(request, exercises)
        payload = zlib.compress(encode(as_value(reply), FROM_WORKER), 1)
        draft = path.with_name(f"{path.stem}.{os.getpid()}.part")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft.write_bytes(hashlib.sha256(payload).digest() + payload)
            draft.replace(path)
        except OSError:
            # It is graded all the same, and the next time again.
            with contextlib.suppress(OSError):
                draft.unlink()

    def prune(self) -> None:
        """Remove drafts that were left, and the oldest replies if there are too many."""
        now = time.time()
        files = []
        for path in self._folder.glob("*/*"):
            with contextlib.suppress(OSError):
                about = path.stat()
                if path.suffix == _SUFFIX:
                    files.append((about.st_mtime, about.st_size, path))
                elif now - about.st_mtime > _ABANDONED:
                    path.unlink()
        total = sum(size for _, size, _ in files)
        if total <= self._most:
            return
        for _, size, path in sorted(files):
            with contextlib.suppress(OSError):
                path.unlink()
            total -= size
            if total <= _FILL * self._most:
                return

    def _path(self, request: _Request, exercises: Sequence[str]) -> Path:
        digest = hashlib.sha256(self._common)
        for name in exercises:
            digest.update(self._keys[name])
        digest.update(_digest(request))
        name = digest.hexdigest()
        return self._folder / name[:2] / f"{name}{_SUFFIX}"


@dataclass(frozen=True)
class Keeping:
    """Where replies are kept.

    Attributes:
        folder: that they lie in.
        again: whether each is asked for again all the same.
    """

    folder: Path
    again: bool = False

    def replies(
        self, job: Job[Any, _Request, _Reply], keys: Sequence[Key], about: Sequence[Any]
    ) -> KeptReplies[_Request, _Reply]:
        """The kept replies of one job; see `KeptReplies`."""
        return KeptReplies(self.folder, job, keys, about, again=self.again)


def ask_or_find(
    place: Asked[_Request, _Reply],
    kept: KeptReplies[_Request, _Reply] | None,
    request: _Request,
    exercises: Sequence[str],
) -> _Reply:
    """The reply to a request: the kept one, else what a place answers, which is kept.

    Args:
        place: that is asked.
        kept: the replies that are kept, or None.
        request: that is asked.
        exercises: that it is about.

    Raises:
        WorkerLostError: if there is no reply.
    """
    if kept is None:
        return place.ask(request)
    found = kept.find(request, exercises)
    if found is None:
        found = place.ask(request)
        kept.keep(request, exercises, found)
    return found


def _digest(thing: Any) -> bytes:
    return hashlib.sha256(encode(as_value(thing), TO_WORKER)).digest()
