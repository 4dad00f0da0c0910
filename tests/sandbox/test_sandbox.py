"""The warm interpreter: how it starts, what it survives, and that it leaves nothing behind."""

from __future__ import annotations

import gc
import os
import signal
import stat
import time
from pathlib import Path

import pytest

from autograder.limits import Limits
from autograder.sandbox import bubblewrap, confined, warm_interpreter
from autograder.sandbox.call import Call
from autograder.sandbox.confined import Sandbox
from autograder.sandbox.guest import confine, readable
from autograder.sandbox.session import (
    BroughtFile,
    CellReply,
    SandboxUnavailableError,
    SessionLostError,
)
from autograder.sandbox.warm_interpreter import Room, WarmInterpreter
from tests.sandbox.conftest import LIMITS, PATIENT, SHORT, needs, run
from tests.sandbox_forks import drop_ahead

LAYERS = ["inner", "full", "none"]


@pytest.fixture(params=LAYERS)
def own(request):
    """A sandbox for one test alone; without notebooks it starts sooner."""
    needs(request.param)
    with Sandbox(LIMITS, layers=request.param, notebooks=False) as sandbox:
        yield sandbox


def load(session, source="x = 1", seconds=PATIENT):
    """Run something in it."""
    return session.run_file("ours", source, 0, seconds)


def descendants(pid):
    """The processes that come from this one."""
    children = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                after_name = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            children.setdefault(int(after_name[1]), set()).add(int(entry.name))
    found, todo = set(), [pid]
    while todo:
        new = children.get(todo.pop(), set()) - found
        found |= new
        todo += new
    return found


def running(pids):
    """Those of the processes that still run, once the kernel has had a while to end them."""
    until = time.monotonic() + PATIENT
    while (left := {pid for pid in pids if _alive(pid)}) and time.monotonic() < until:
        time.sleep(0.02)
    return left


def _alive(pid):
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2]
    except OSError:
        return False
    return after_name.split()[0] not in "ZX"


def open_descriptors():
    """How many this process has, without those that only wait to be collected."""
    gc.collect()
    return len(os.listdir("/proc/self/fd"))


@pytest.mark.sandbox
class TestLife:
    """From the start to the end of a warm interpreter."""

    def test_modules_that_are_loaded_before(self):
        """What is there of them is in every fork; what is not says so where it is imported."""
        source = "import sys; loaded = 'colorsys' in sys.modules\ndef f(): return loaded"
        wanted = ["colorsys", "no_such_module", "colorsys.no_such_part"]
        with Sandbox(LIMITS, layers="none", notebooks=False, loaded=wanted) as sandbox:
            for _ in range(2):
                with sandbox.session() as session:
                    assert load(session, source) == CellReply()
                    reply = session.call(Call("f", {}, file="ours"), PATIENT)
                    assert reply.output is True

    def test_it_starts_when_it_is_needed_and_once(self, own):
        """Sessions share it."""
        assert own._warm is None
        with own.session() as session:
            load(session)
        first = own.warm()
        with own.session() as session:
            load(session)
        assert own.warm() is first

    def test_closing_leaves_nothing(self, own):
        """No process, no directory, no descriptor; also with a session open."""
        before = open_descriptors()
        session = own.session()
        load(session)
        pids, scratch = (
            descendants(own.warm()._process.pid) | {own.warm()._process.pid},
            (own.warm().scratch),
        )
        assert len(pids) > 1
        own.close()
        session.close()
        assert running(pids) == set()
        assert not os.path.exists(scratch)
        assert open_descriptors() == before

    def test_closing_ends_what_does_not_want_to_end(self, own):
        """A fork that ignores everything, with threads of its own."""
        session = own.session()
        load(session, "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)")
        with pytest.raises(SessionLostError):
            load(
                session,
                "import threading, time\n"
                "threading.Thread(target=time.sleep, args=(1000,)).start()\n"
                "while True:\n    try: time.sleep(1000)\n    except BaseException: pass",
                SHORT,
            )
        pids = descendants(own.warm()._process.pid) | {own.warm()._process.pid}
        own.close()
        assert running(pids) == set()

    def test_closing_twice(self, own):
        """Once is enough, twice does no harm; a closed one starts anew."""
        with own.session() as session:
            load(session)
        own.close()
        own.close()
        with own.session() as session:
            assert load(session) == CellReply()

    def test_a_session_leaves_nothing(self, own):
        """No process, no directory, no descriptor, however many there were."""
        with own.session() as session:
            load(session)
        warm = own.warm()

        def left():
            drop_ahead(warm)
            pids, files = descendants(warm._process.pid), os.listdir(warm.scratch)
            return open_descriptors(), pids, files

        before = left()
        for _ in range(5):
            with own.session() as session:
                load(session, "open('x', 'w').close()")
        with own.session() as session, pytest.raises(SessionLostError):
            load(session, "import os; os._exit(1)")
        assert left() == before

    def test_the_next_fork_is_there_before_it_is_asked_for(self, own):
        """One, as new as any other; where forks share a file system there is none."""
        assert own.warm()._ahead is None
        for _ in range(2):
            with own.session() as session:
                assert own.warm()._ahead is None
                assert (
                    load(session, "import os\nassert not os.listdir()\nopen('x', 'w')")
                    == CellReply()
                )
            own.warm().catch_up()
            ahead = own.warm()._ahead
            assert (ahead is not None) == own.separated
            assert ahead is None or ahead.pid

    def test_what_is_brought_is_brought_to_a_fork_of_its_own(self, own):
        """There is room in it for these files; the one that is there waits on."""
        for brought in ([], [BroughtFile("x", b"1" * 1000)], []):
            with own.session(brought) as session:
                assert (
                    load(session, f"import os\nassert len(os.listdir()) == {len(brought)}")
                    == CellReply()
                )

    @pytest.mark.parametrize("brought", [[], [BroughtFile("x", b"1")]], ids=["", "brought"])
    def test_nobody_who_was_there_before_is_left(self, own, brought):
        """Not even as a number of a process, of which there are only so many."""
        counts = []
        for _ in range(5):
            with own.session(brought) as session:
                load(session)
                counts.append(len(descendants(own.warm()._process.pid)))
        assert set(counts[1:]) == {counts[1]}

    def test_killed_between_two_sessions(self, own):
        """The next session has a new one."""
        with own.session() as session:
            load(session)
        first = own.warm()
        os.kill(first._process.pid, signal.SIGKILL)
        assert running({first._process.pid}) == set()
        with own.session() as session:
            assert load(session) == CellReply()
        assert own.warm() is not first
        assert not os.path.exists(first.scratch)

    def test_killed_during_a_session(self, own):
        """The session is lost as one that ended; the next has a new one."""
        with own.session() as session:
            load(session)
            os.kill(own.warm()._process.pid, signal.SIGKILL)
            assert running({own.warm()._process.pid}) == set()
            with pytest.raises(SessionLostError) as caught:
                load(session, "while True: pass", SHORT)
            assert caught.value.reason == "ended"
        with own.session() as session:
            assert load(session) == CellReply()

    def test_stopped_between_two_sessions(self, own):
        """One that does not answer is thrown away, and a new one made."""
        with own.session() as session:
            load(session)
        first = own.warm()
        first._socket.settimeout(0.2)
        for pid in descendants(first._process.pid) | {first._process.pid}:
            os.kill(pid, signal.SIGSTOP)
        with own.session() as session:
            assert load(session) == CellReply()
        assert running({first._process.pid}) == set()

    @pytest.mark.parametrize("own", ["inner"], indirect=True)
    def test_a_fork_that_does_not_get_ready(self, own):
        """It is not waited for without end, and another one is made."""
        with own.session() as session:
            load(session)
        warm = own.warm()
        drop_ahead(warm)
        warm._socket.settimeout(0.2)
        asked_for, (nothing, quiet) = warm._asked_for, os.pipe()

        def silent(room):
            begun = asked_for(room)
            os.dup2(nothing, begun.answers)
            return begun

        warm._asked_for = silent
        with pytest.raises(SandboxUnavailableError, match="does not get ready"):
            warm.fork(Room())
        with own.session() as session:
            assert load(session) == CellReply()
        assert own.warm() is not warm
        for descriptor in (nothing, quiet):
            os.close(descriptor)

    def test_an_answer_that_comes_late_is_none_to_what_is_asked_next(self, own):
        """A machine may stand still for a while."""
        with own.session() as session:
            load(session)
            warm = own.warm()
            warm.catch_up()
            warm._socket.settimeout(0.05)
            pids = descendants(warm._process.pid) | {warm._process.pid}
            for pid in pids:
                os.kill(pid, signal.SIGSTOP)
            with pytest.raises(SandboxUnavailableError):
                warm.clock(session._pid)
            for pid in pids:
                os.kill(pid, signal.SIGCONT)
            warm._socket.settimeout(PATIENT)
            assert warm.end(session._pid) == signal.SIGKILL

    def test_the_scratch_lets_a_fork_pass_and_nobody_look(self, own):
        """Others may enter the directory of all scratches, and not list it."""
        with own.session() as session:
            load(session)
            assert stat.S_IMODE(os.stat(own.warm().scratch).st_mode) == 0o711
            assert stat.S_IMODE(os.stat(session._scratch).st_mode) == 0o700

    def test_without_notebooks_there_are_no_cells(self, own):
        """What was not loaded cannot be asked for."""
        with own.session() as session, pytest.raises(SessionLostError, match="ended"):
            session.run_cell("1", 0, PATIENT)


class TestTwoAtOnce:
    """Sandboxes side by side, as several workers have them."""

    def test_they_know_nothing_of_each_other(self, made):
        """Neither its files nor its processes."""
        needs("inner")
        one, other = made("inner"), made("full")
        with one.session() as first, other.session() as second:
            first.run_cell("open('x', 'w').write('secret');", 0, PATIENT)
            source = f"open({first._scratch + '/x'!r}).read()"
            error = second.run_cell(source, 0, PATIENT).error
            assert error.type in ("PermissionError", "FileNotFoundError")
            source = f"import os; os.listdir({one.warm().scratch!r})"
            assert second.run_cell(source, 0, PATIENT).error is not None
            assert first.run_cell("open('x').read()", 1, PATIENT).result == "'secret'"

    def test_two_sessions_of_one_sandbox(self, made):
        """They are forks of their own."""
        sandbox = made("none")
        with sandbox.session() as first, sandbox.session() as second:
            first.run_cell("x = 1", 0, PATIENT)
            error = second.run_cell("x", 0, PATIENT).error
        assert error.type == "NameError"


@pytest.mark.sandbox
class TestUnavailable:
    """Machines that cannot confine."""

    @pytest.fixture(params=[("landlock",), ("seccomp",), ("landlock", "seccomp")])
    def missing(self, request, monkeypatch):
        """The warm interpreter reports that these are missing."""
        exchange = WarmInterpreter._exchange

        def report(warm, command):
            answer = exchange(warm, command)
            if "inner" in answer:
                answer["inner"] |= dict.fromkeys(request.param, 0)
            return answer

        monkeypatch.setattr(WarmInterpreter, "_exchange", report)
        return request.param

    def test_nothing_runs_without_the_layers(self, missing):
        """It says which, that nothing was graded, and what there is to do; nothing stays."""
        sandbox = Sandbox(Limits(), layers="inner", notebooks=False)
        before = descendants(os.getpid()), open_descriptors()
        with pytest.raises(SandboxUnavailableError) as caught:
            sandbox.session()
        sentence = str(caught.value)
        assert sentence.startswith(f"this system has no {' and no '.join(missing)}")
        assert "nothing was graded" in sentence
        assert "--sandbox=none" in sentence
        assert running(descendants(os.getpid()) - before[0]) == set()
        assert open_descriptors() == before[1]

    def test_the_weaker_sandbox_by_name(self, missing):
        """Asked for by name, it runs without them."""
        sandbox = Sandbox(LIMITS, layers="none", notebooks=False)
        with sandbox, sandbox.session() as session:
            assert load(session, "print(1)") == CellReply(stdout="1\n")

    def test_an_interpreter_that_does_not_start(self, monkeypatch):
        """The last line that it wrote is told."""
        monkeypatch.setattr(warm_interpreter.sys, "executable", "/bin/false")
        with pytest.raises(SandboxUnavailableError) as caught:
            Sandbox(Limits(), layers="none").session()
        assert str(caught.value) == "the sandbox did not start: it ended without a word"

    def test_an_interpreter_that_says_why(self, monkeypatch, tmp_path):
        """And nothing of it stays."""
        script = tmp_path / "python"
        script.write_text("#!/bin/sh\necho first >&2\necho 'no memory' >&2\nexit 1\n")
        script.chmod(0o755)
        monkeypatch.setattr(warm_interpreter.sys, "executable", str(script))
        before = open_descriptors()
        with pytest.raises(SandboxUnavailableError, match="did not start: no memory"):
            Sandbox(Limits(), layers="none").session()
        assert open_descriptors() == before

    def test_an_interpreter_that_has_started_something(self, monkeypatch, tmp_path):
        """What it said is told, though the other one has the same pipe and stays."""
        script = tmp_path / "python"
        script.write_text("#!/bin/sh\necho 'no memory' >&2\nsetsid sleep 5 &\nsleep 60\n")
        script.chmod(0o755)
        monkeypatch.setattr(warm_interpreter.sys, "executable", str(script))
        monkeypatch.setattr(WarmInterpreter, "_PATIENCE", 1.0)
        monkeypatch.setattr(WarmInterpreter, "_GOODBYE", 0.2)
        with pytest.raises(SandboxUnavailableError, match="did not start: no memory"):
            Sandbox(Limits(), layers="none").session()

    def test_an_interpreter_that_cannot_be_executed(self, monkeypatch):
        """It is said in one sentence too."""
        monkeypatch.setattr(warm_interpreter.sys, "executable", "/nonexistent/python")
        before = open_descriptors()
        with pytest.raises(SandboxUnavailableError, match="did not start"):
            Sandbox(Limits(), layers="none").session()
        assert open_descriptors() == before

    def test_a_confinement_that_fails(self, monkeypatch):
        """Where a step is refused it is said, and no submission is blamed for it."""
        needs("inner")
        exchange = WarmInterpreter._exchange

        def other_limits(warm, command):
            if "limits" in command:
                command["limits"]["cpu_seconds"] = "many"
            return exchange(warm, command)

        monkeypatch.setattr(WarmInterpreter, "_exchange", other_limits)
        refused = pytest.raises(SandboxUnavailableError, match="cannot be confined: TypeError")
        with Sandbox(LIMITS, layers="inner", notebooks=False) as sandbox, refused:
            sandbox.session()


class TestBubblewrap:
    """The outer layer, where there is one."""

    @pytest.mark.sandbox
    def test_where_it_is_missing_the_inner_layer_remains(self, monkeypatch):
        """`full` goes on without it, and says so."""
        needs("inner")
        for module in (confined, warm_interpreter):
            monkeypatch.setattr(module, "bubblewrap_works", lambda **_: False)
        with Sandbox(LIMITS, layers="full") as sandbox:
            assert not sandbox.bubblewrapped
            error = run(sandbox, "open('/etc/passwd')")[0].error
        assert error.type in ("PermissionError", "FileNotFoundError")

    @pytest.mark.sandbox
    def test_it_is_around_full_alone(self):
        """The others do without by name."""
        needs("full")
        found = [Sandbox(LIMITS, layers=layers).bubblewrapped for layers in LAYERS]
        assert found == [False, True, False]

    @pytest.mark.sandbox
    @pytest.mark.parametrize("how", ["missing", "fails", "hangs"])
    def test_whether_it_works_is_tried(self, how, monkeypatch, tmp_path):
        """Installed is not enough."""
        script = tmp_path / "bwrap"
        if how != "missing":
            script.write_text(f"#!/bin/sh\n{'exit 1' if how == 'fails' else 'sleep 60'}\n")
            script.chmod(0o755)
        monkeypatch.setenv(
            "PATH", f"{tmp_path}:/bin:/usr/bin" if how != "missing" else str(tmp_path)
        )
        run_it = bubblewrap.subprocess.run
        monkeypatch.setattr(
            bubblewrap.subprocess, "run", lambda *a, **k: run_it(*a, **{**k, "timeout": 5 * SHORT})
        )
        bubblewrap.bubblewrap_works.cache_clear()
        try:
            assert bubblewrap.bubblewrap_works() is False
        finally:
            bubblewrap.bubblewrap_works.cache_clear()

    def test_no_course_is_seen(self, made):
        """Of this project the door and its guest are bound, and nothing else; a fork sees none."""
        needs("full")
        warm = made("full").warm()
        with made("full").session() as session:
            pid = max(descendants(warm._process.pid))
            root = Path(f"/proc/{pid}/root")
            project = Path(confined.__file__).resolve().parents[2]
            seen = list(root.joinpath(*project.parts[1:]).glob("*"))
            package = {path.name for path in root.joinpath(*project.parts[1:]).glob("autograder/*")}
            assert session.run_cell("1", 0, PATIENT).result == "1"
        assert {path.name for path in seen} <= {"autograder", ".venv", "venv"}
        assert package - {"__pycache__"} == (
            set() if warm.namespaces else {"__init__.py", "sandbox"}
        )

    def test_the_command_binds_nothing_to_write_but_the_scratch(self):
        """Everything else is bound read-only."""
        command = bubblewrap.wrapped(["true"], environment={"A": "1"}, scratch="/tmp/s")
        writable = [command[n + 1] for n, word in enumerate(command) if word == "--bind"]
        assert writable == ["/tmp/s"]
        assert command[-2:] == ["--", "true"]
        assert {"--unshare-net", "--unshare-pid", "--unshare-ipc", "--die-with-parent"} <= set(
            command
        )


class TestLimits:
    """The numbers of a course."""

    @pytest.mark.parametrize("name", Limits.__struct_fields__)
    def test_more_than_zero(self, name):
        """None of them can be switched off."""
        with pytest.raises(ValueError, match=f"{name} must be greater than zero"):
            Limits(**{name: 0})


class TestTheKernel:
    """What the inner layer asks of it."""

    def test_what_there_is(self):
        """Found by asking."""
        found = confine.inner_layer()
        assert set(found) == {"landlock", "seccomp"}
        assert found["landlock"] >= 0

    def test_what_may_be_read_is_there_and_none_of_the_project(self):
        """Existing absolute paths, of which none holds the course."""
        paths = readable.readable_paths()
        project = Path(confined.__file__).resolve().parents[2]
        assert all(os.path.isabs(path) and os.path.exists(path) for path in paths)
        assert not any(project.is_relative_to(path) for path in paths)
        assert not {"/usr", "/usr/lib", "/usr/local", "/lib", "/etc", "/"} & set(paths)

    def test_every_library_that_is_loaded_may_be_read(self):
        """None is missed that Python and its packages need."""
        import matplotlib.pyplot  # noqa: F401 - and what it loads

        lines = Path("/proc/self/maps").read_text().splitlines()
        loaded = {line.split(maxsplit=5)[-1] for line in lines if ".so" in line}
        files = {os.path.realpath(path) for path in readable.readable_paths()}
        unreadable = {
            path
            for path in loaded
            if path not in files and not any(path.startswith(f"{each}/") for each in files)
        }
        assert loaded
        assert {path for path in unreadable if "libseccomp" not in path} == set()

    def test_a_step_that_fails_is_an_error(self):
        """Nothing goes on after it."""
        with pytest.raises(OSError, match="a step"):
            confine._must(-1, "a step")
        assert confine._must(3, "a step") == 3
