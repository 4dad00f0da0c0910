"""A process without a sandbox, for a student's own check."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from autograder.limits import Limits
from autograder.sandbox import unconfined
from autograder.sandbox.call import Call
from autograder.sandbox.frames import frame, read_message
from autograder.sandbox.session import CellReply, SandboxUnavailableError, SessionLostError
from autograder.sandbox.unconfined import NoSandbox

pytestmark = pytest.mark.sandbox

PATIENCE = 30.0
FILE = {"do": "file", "number": 1, "name": "f", "token": "t"}


@pytest.fixture
def process():
    """One, which is gone afterwards with its directory."""
    with NoSandbox(Limits(output_kb=4)).session() as session:
        yield session
    assert not Path(session._scratch.path).exists()


def load(process, source, seconds=PATIENCE):
    """Run a file."""
    return process.run_file("f", source, 7, seconds)


def call(process, source, seconds=PATIENCE, **inputs):
    """Run a file and call its `f`."""
    assert load(process, source) == CellReply()
    return process.call(Call("f", inputs, file="f"), seconds)


def test_large_values_go_both_ways(process):
    """More than a pipe holds."""
    array = np.arange(500_000.0)
    reply = call(process, "def f(x): return x + 1", x=array)
    assert np.array_equal(reply.output, array + 1)


def test_what_it_prints_is_kept_in_bounds(process):
    """In the reply; past Python nothing reaches anybody."""
    reply = load(process, "import os\nprint('seen')\nos.write(1, b'lost')\nos.system('echo lost')")
    assert (reply.stdout, reply.stderr, reply.error) == ("seen\n", "", None)
    assert load(process, "while True: print('x' * 1000)").error.type == "OutputLimitExceeded"
    assert load(process, "input()").error.type == "EOFError"


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n while True: pass",
        "def f():\n import subprocess\n subprocess.run(['sleep', '60'])",
        "import os, time\ndef f():\n os.fork()\n time.sleep(60)",
        "import os, time\ndef f():\n if not os.fork():\n  os.setsid()\n  time.sleep(15)\n  os._exit(0)\n"
        " time.sleep(60)",
    ],
    ids=["loop", "program", "fork", "fork on its own"],
)
def test_it_ends_when_its_time_is_up(process, source):
    """With what it started; and nothing more can be asked of it."""
    started = time.monotonic()
    with pytest.raises(SessionLostError, match="timeout"):
        call(process, source, seconds=0.5)
    assert time.monotonic() - started < 10
    with pytest.raises(SessionLostError, match="ended"):
        load(process, "")


def test_a_question_that_nobody_reads(process):
    """Its time is up too, though another process has the same pipe."""
    load(process, "import os, time\nif not os.fork():\n os.setsid()\n time.sleep(15)\n os._exit(0)")
    os.kill(process._process.pid, signal.SIGSTOP)
    started = time.monotonic()
    with pytest.raises(SessionLostError, match="timeout"):
        process.call(Call("f", {"x": np.zeros(1 << 20)}, file="f"), 0.5)
    assert time.monotonic() - started < 10


def test_a_process_that_ends_itself(process):
    """It is told from one that was late."""
    with pytest.raises(SessionLostError, match="ended"):
        load(process, "import os; os._exit(0)")


def test_a_python_that_does_not_start(monkeypatch):
    """One sentence, and no directory stays."""
    for program in ("/bin/false", "/no/such/python"):
        monkeypatch.setattr(unconfined.sys, "executable", program)
        with pytest.raises(SandboxUnavailableError, match="did not start"):
            NoSandbox(Limits()).session()


OWNER = """
from autograder.limits import Limits
from autograder.sandbox.unconfined import NoSandbox
with NoSandbox(Limits()).session() as process:
    print(process._process.pid, flush=True)
    process.run_file("f", "while True: pass", 0, 60.0)
"""


def test_it_ends_with_its_owner():
    """Also out of an endless loop, when the owner is killed."""
    owner = subprocess.Popen([sys.executable, "-c", OWNER], stdout=subprocess.PIPE)
    with owner, owner.stdout as pids:
        pid = int(pids.readline())
        os.kill(pid, 0)
        owner.kill()
        owner.wait()
    until = time.monotonic() + 20
    while _runs(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_process_ends_with_its_owner():
    """Even out of an endless loop; what it was asked before is answered."""
    command = [sys.executable, "-P", "-m", "autograder.sandbox.guest.unconfined", "4096"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert read_message(process.stdout.fileno()) is None
        for source in ("x = 1", "while True: pass"):
            process.stdin.write(frame({**FILE, "source": source}))
            process.stdin.flush()
        assert read_message(process.stdout.fileno())["token"] == "t"
        process.stdin.close()
        assert process.wait(PATIENCE) == 0
