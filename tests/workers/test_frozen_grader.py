"""Time in which the grader stood still, or others kept the processors busy, costs nobody a point."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.limits import Limits
from autograder.sandbox.call import Call
from autograder.sandbox.confined import Sandbox

pytestmark = pytest.mark.sandbox

SLOW = """\
import time

def double(x):
    begun = time.process_time()
    while time.process_time() < begun + 0.1:
        pass
    return x + x
"""
"""A tenth of a second of a processor for each answer; a check of the toy course has one second."""

BUSY = "import os\nwhile os.getppid() == {parent}: pass"


@contextlib.contextmanager
def busy_processors(each=2):
    """Keep all processors busy with other things."""
    code = BUSY.format(parent=os.getpid())
    count = each * (os.cpu_count() or 1)
    # Each in a session of its own, as a fork is: the system shares processors between sessions.
    others = [
        subprocess.Popen([sys.executable, "-c", code], start_new_session=True) for _ in range(count)
    ]
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()


def family(pid):
    """A process and the grader's workers: not the sandboxes, which have what submissions run."""
    found = [pid]
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if b"autograder.workers.worker_main" in path.read_bytes():
                status = (path.parent / "status").read_text()
                if f"PPid:\t{pid}\n" in status:
                    found.append(int(path.parent.name))
    return found


def test_a_grader_that_is_frozen_in_the_middle_charges_nobody(toy_root, tmp_path):
    """It stands still for longer than a check may take, and all processors are busy."""
    for number in range(3):
        path = tmp_path / "submitted" / f"s{number}" / "basics" / "double.py"
        path.parent.mkdir(parents=True)
        path.write_text(SLOW, encoding="utf-8")
    code = "from autograder.cli import main; main()"
    command = ["-c", code, "grade", str(tmp_path / "submitted"), "--json", "--jobs", "2"]
    with busy_processors():
        grader = subprocess.Popen(
            [sys.executable, *command, "--course", str(toy_root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        first = grader.stdout.readline()
        stopped = family(grader.pid)
        for pid in stopped:
            os.kill(pid, signal.SIGSTOP)
        time.sleep(2)
        for pid in stopped:
            os.kill(pid, signal.SIGCONT)
        rest, _ = grader.communicate(timeout=300)
    lines = [json.loads(line) for line in (first + rest).splitlines()]
    scores = {line["student"]: line["score"] for line in lines}
    assert len(stopped) == 3
    assert scores == {f"s{number}": 10 for number in range(3)}


def test_waiting_for_a_processor_puts_the_deadline_off():
    """What takes longer by the clock than it may, because others run, is answered in time."""
    limits = Limits(grace_seconds=0.2)
    with Sandbox(limits, layers="inner", notebooks=False) as sandbox, sandbox.session() as session:
        session.run_file("double", SLOW.replace("0.1", "0.5"), 0, 5.0)
        with busy_processors():
            begun = time.monotonic()
            reply = session.call(Call("double", {"x": 2}, file="double"), 0.8)
        assert time.monotonic() > begun + 0.8
    assert (reply.output, reply.late) == (4, False)


def test_whoever_sleeps_is_late_all_the_same():
    """And is known to have done nothing."""
    limits = Limits(grace_seconds=0.2)
    source = "import time\n\ndef double(x):\n    time.sleep(60)\n"
    with Sandbox(limits, layers="inner", notebooks=False) as sandbox, sandbox.session() as session:
        session.run_file("double", source, 0, 5.0)
        assert session.call(Call("double", {"x": 2}, file="double"), 0.3).late
        assert session.was_idle
        session.run_file("double", "def double(x):\n    while True: pass\n", 0, 5.0)
        assert session.call(Call("double", {"x": 2}, file="double"), 0.3).late
        assert not session.was_idle
