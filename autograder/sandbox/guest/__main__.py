"""The warm interpreter: it loads what submissions need once, and forks for each of them.

It is executed, never forked from a trusted process, and talks to its owner over one socket, whose
descriptor is its only argument. A command is one packet of JSON; `fork` comes with two descriptors,
the fork's own pipes. No code of a submission ever runs in this process.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib
import json
import os
import resource
import signal
import socket
import sys
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

if TYPE_CHECKING:
    from autograder.sandbox.guest.namespaces import Namespaces

_ONE_THREAD = dict.fromkeys(
    (
        *("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"),
        *("NUMEXPR_NUM_THREADS", "NUMBA_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"),
        *("LOKY_MAX_CPU_COUNT", "POLARS_MAX_THREADS", "RAYON_NUM_THREADS"),
    ),
    "1",
)
"""What libraries read when they are loaded: a thread for each processor would use up the limits."""

_NO_PROCESSES = {"JOBLIB_MULTIPROCESSING": "0"}
"""joblib would try to start some, and then print a warning."""

_fork = os.fork
"""What a submission finds under that name is another function; see `absent`."""

_OUTSIDE = 0
"""The number of a parent in another namespace of processes."""


def main() -> None:
    """Serve the owner until it hangs up."""
    # The memory limit of whoever started this is not that of submissions.
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    owner = socket.socket(fileno=int(sys.argv[1]))
    setup = json.loads(owner.recv(1 << 16))
    os.environ.clear()
    os.environ.update(_ONE_THREAD)
    apart = None
    if setup["confine"] and setup["namespaces"]:
        from autograder.sandbox.guest.namespaces import new_namespaces  # noqa: PLC0415

        # Before anything is loaded: what stays behind only waits.
        apart = new_namespaces(setup["readable"], setup["scratch"])
    warm = _Warm(setup, apart)
    owner.send(json.dumps(warm.description).encode())
    _leave_the_standard_descriptors()
    forks = _Forks(warm, owner)
    while True:
        packet, descriptors, _, _ = socket.recv_fds(owner, 1 << 16, 2)
        if not packet:
            break
        command = json.loads(packet)
        if command["do"] == "fork":
            forks.begin(command, descriptors)
        else:
            owner.send(json.dumps(forks.told(command)).encode())
    forks.end()


class _Forks:
    """The forks that there are, and what the owner has done with them.

    Args:
        warm: what they are made of.
        owner: who asks.
    """

    def __init__(self, warm: _Warm, owner: socket.socket) -> None:
        self._warm = warm
        self._owner = owner
        self._tasks: dict[int, _Tasks] = {}
        self._dying: list[int] = []

    def begin(self, command: dict[str, Any], descriptors: list[int]) -> None:
        """Make one, and tell the owner."""
        pid, mounts = self._warm.fork(self._owner, descriptors, command)
        self._tasks[pid] = self._warm.tasks(pid)
        socket.send_fds(self._owner, [json.dumps({"pid": pid}).encode()], mounts)
        for descriptor in (*descriptors, *mounts):
            os.close(descriptor)

    def told(self, command: dict[str, Any]) -> dict[str, Any]:
        """Do something with one, and say what came of it."""
        do, pid = command["do"], command["pid"]
        if pid not in self._tasks:
            return {}
        if do == "interrupt":
            os.kill(pid, signal.SIGINT)
        elif do == "clock":
            # Whoever is asked something from now on runs beside nobody who was there before.
            self._reap()
            return _clock(self._tasks[pid])
        elif do == "end":
            return self._end_one(pid, soon=command["soon"])
        return {}

    def end(self) -> None:
        """End all of them."""
        for pid in self._tasks:
            _end(pid)
        self._reap()

    def _end_one(self, pid: int, *, soon: bool) -> dict[str, Any]:
        folder = self._tasks.pop(pid).folder
        if folder >= 0:
            os.close(folder)
        if soon:
            # It runs no more; taking it down takes longer than making the next one.
            os.kill(pid, signal.SIGKILL)
            self._dying.append(pid)
            return {}
        self._reap()
        return {"status": _end(pid)}

    def _reap(self) -> None:
        while self._dying:
            os.waitpid(self._dying.pop(), 0)


def _end(pid: int) -> int:
    """Kill a fork, whether or not it still runs, and return its wait status."""
    os.kill(pid, signal.SIGKILL)
    return os.waitpid(pid, 0)[1]


def _clock(tasks: _Tasks) -> dict[str, float]:
    """How long a fork's threads ran, and how long its first one waited for a processor.

    The system counts this, not the fork. Where it does not, there is nothing to say.
    """
    ran = waited = 0
    try:
        for thread in os.listdir(tasks.folder):
            with open(
                f"{thread}/schedstat",
                encoding="ascii",
                opener=functools.partial(os.open, dir_fd=tasks.folder),
            ) as file:
                times = [int(word) for word in file.read().split()]
            ran += times[0]
            if int(thread) == tasks.first:
                waited = times[1]
    except (OSError, ValueError, IndexError):
        return {}
    return {"ran": ran / 1e9, "waited": waited / 1e9}


class _Tasks(NamedTuple):
    """Where the system counts what the threads of a fork use.

    Attributes:
        folder: a descriptor of `/proc/<pid>/task`; -1 where there is none.
        first: the number of the fork's first thread in it.
    """

    folder: int
    first: int


def _leave_the_standard_descriptors() -> None:
    """Have descriptors 0 to 2 lead nowhere, by a description that no other process has."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nothing, descriptor)
    os.close(nothing)


class _Warm:
    """What every fork starts from."""

    def __init__(self, setup: dict[str, Any], apart: Namespaces | None) -> None:
        import numpy  # noqa: PLC0415
        import numpy.linalg  # noqa: PLC0415
        import numpy.random  # noqa: F401, PLC0415

        from autograder.sandbox import frames  # noqa: PLC0415
        from autograder.sandbox.guest import (  # noqa: PLC0415
            absent,
            backends,
            check_stand_ins,
            confine,
            event_loops,
            given,
            read_rules,
            serving,
            system_calls,
        )

        self._setup = setup
        self._frames = frames
        self._confine = confine
        self._serving = serving
        self._calls = None
        inner = confine.inner_layer()
        self._pid = os.getpid()
        self._apart = apart
        self.description = {"inner": inner, "pid": self._pid, "namespaces": apart is not None}
        if setup["confine"] and inner["landlock"] and inner["seccomp"]:
            self._calls = system_calls.call_filter()
        self._cells = None
        if setup["notebooks"]:
            self._cells = _warm_notebooks(setup["scratch"], draw=setup["figures"])
        _load(setup["loaded"])
        check_stand_ins.hide_checks()
        # What is changed here is not changed, and its pages not copied, in each fork.
        absent.refuse()
        (backends.take_for_inline if setup["notebooks"] else backends.take_for_agg)()
        event_loops.wake_by_counter()
        self._readable = setup["readable"]
        self._lay_out = functools.partial(
            given.lay_out, given.layout_of(setup["given"]), setup["given"]
        )
        self._forget_the_way_here()
        self._counts_threads = confine.counts_threads()
        # Never collect what is loaded now: in a fork that would only copy its pages.
        gc.collect()
        gc.freeze()
        self._address_space = confine.address_space()
        if apart is not None:
            apart.enter_tree()
        self._becomes_another = confine.others_can_read(self._readable)
        self._files: Any = None
        if self._calls is not None:
            self._files = read_rules.ReadRules(self._readable)

    def _forget_the_way_here(self) -> None:
        # With an editable install the project's root, which holds the course, is on the path.
        packages = self._readable
        sys.path = [entry for entry in sys.path if any(entry.startswith(path) for path in packages)]
        sys.path_importer_cache.clear()
        sys.meta_path = [finder for finder in sys.meta_path if "editable" not in str(finder)]
        sys.argv = [""]

    def fork(
        self, owner: socket.socket, descriptors: list[int], command: dict[str, Any]
    ) -> tuple[int, list[int]]:
        """Start a fork: its pid, and the descriptor of its scratch if that is a file system."""
        limits = self._setup["limits"]
        # Room for what is there before the submission runs.
        limits = {
            **limits,
            "scratch_mb": limits["scratch_mb"] + command["more_mb"],
            "scratch_files": limits["scratch_files"] + command["more_files"],
        }
        if self._apart is None:
            pid, mounts = _fork(), []
        else:
            mounts = [self._apart.new_scratch(limits["scratch_mb"], limits["scratch_files"])]
            pid = self._apart.fork()
        if pid == 0:
            self._be_a_fork(owner, descriptors, command["scratch"], mounts, limits)
        return pid, mounts

    def tasks(self, pid: int) -> _Tasks:
        """Where a fork's threads are counted."""
        try:
            if self._apart is not None:
                return _Tasks(*self._apart.tasks(pid))
            return _Tasks(os.open(f"/proc/{pid}/task", os.O_RDONLY | os.O_DIRECTORY), pid)
        except OSError:
            return _Tasks(-1, pid)

    def _be_a_fork(
        self,
        owner: socket.socket,
        descriptors: list[int],
        scratch: str,
        mounts: list[int],
        limits: dict[str, Any],
    ) -> NoReturn:
        """In the fork: give up all rights, serve, and end."""
        status = 1
        try:
            owner.close()
            _leave_the_standard_descriptors()
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            requests, answers = descriptors
            self._give_everything_up(descriptors, scratch, mounts, limits)
            # What student code writes can be imported, as on its author's machine.
            sys.path.insert(0, os.getcwd())
            os.environ.update(_ONE_THREAD, **_NO_PROCESSES, HOME=os.getcwd(), TMPDIR=os.getcwd())
            sys.dont_write_bytecode = True
            limit = self._setup["limits"]["output_kb"] << 10
            self._serving.serve(requests, answers, limit, self._cells)
            status = 0
        finally:
            os._exit(status)

    def _give_everything_up(
        self, descriptors: list[int], scratch: str, mounts: list[int], limits: dict[str, Any]
    ) -> None:
        failure = None
        try:
            if self._apart is not None:
                self._apart.enter_scratch(mounts[0])
            if self._setup["confine"]:
                self._confine.confine(
                    limits=limits,
                    scratch=scratch,
                    lay_out=self._lay_out,
                    becomes_another=self._becomes_another,
                    files=self._files,
                    keep=tuple(descriptors),
                    calls=self._calls,
                    parent=self._pid if self._apart is None else _OUTSIDE,
                    address_space=self._address_space,
                    counts_threads=self._counts_threads,
                )
            else:
                self._confine.close_all_but(tuple(descriptors))
                os.chdir(scratch)
                self._lay_out()
                if sys.platform == "linux":
                    self._confine.end_with_parent(self._pid)
        except Exception as error:
            failure = f"student code cannot be confined: {type(error).__name__}: {error}"
            raise
        finally:
            self._frames.write_message(descriptors[1], failure)


def _load(modules: list[str]) -> None:
    """Load what is there of some modules; who needs another is told where it is imported."""
    for name in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)


def _warm_notebooks(scratch: str, *, draw: bool) -> Any:
    from autograder.sandbox.guest.backends import INLINE  # noqa: PLC0415
    from autograder.sandbox.guest.cells import Cells  # noqa: PLC0415

    # Both write to a directory of their own at first use, which the sandbox prevents later.
    os.environ.update(HOME=scratch, MPLCONFIGDIR=scratch, IPYTHONDIR=scratch, MPLBACKEND=INLINE)
    cells = Cells(draw=draw)
    from io import BytesIO  # noqa: PLC0415

    # With a shell there, it shows figures as a notebook does.
    from matplotlib import pyplot as plt  # noqa: PLC0415
    from matplotlib_inline.backend_inline import flush_figures  # noqa: PLC0415

    figure, axes = plt.subplots()
    axes.plot([0, 1], label="$x$")
    axes.legend()
    figure.savefig(BytesIO(), format="png")  # the first drawing searches for fonts and imports much
    plt.close("all")
    flush_figures()  # it remembers that there was one
    # A figure is drawn where it is shown, and not once more before.
    plt.draw_all = lambda force=False: None
    os.environ.clear()
    return cells


if __name__ == "__main__":
    main()
