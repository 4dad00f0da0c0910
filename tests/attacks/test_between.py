"""What one submission could do to another one that is graded at the same time, or to the grader."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tracemalloc

import pytest

from autograder.collecting.pieces import Piece
from autograder.grading.run import run_submission
from autograder.sandbox.confined import Sandbox
from tests.attacks.world import LIMITS
from tests.sandbox.conftest import PATIENT, needs
from tests.sandbox.test_sandbox import descendants, running

pytestmark = pytest.mark.sandbox

THREADS = """
import threading, time
started = 0
threading.stack_size(65536)
try:
    for _ in range({count}):
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
        started += 1
except RuntimeError:
    pass
started
"""


@pytest.mark.parametrize("layer", ["inner", "full"])
def test_threads_are_counted_for_each_submission_alone(layer):
    """One that starts as many as it may takes none from another."""
    needs(layer)
    with (
        Sandbox(LIMITS, layers=layer) as one,
        Sandbox(LIMITS, layers=layer) as other,
        one.session() as greedy,
        other.session() as modest,
    ):
        greedy.run_cell(THREADS.format(count=2 * LIMITS.threads), 0, PATIENT)
        reply = modest.run_cell(THREADS.format(count=LIMITS.threads // 2), 0, PATIENT)
    assert reply.result == str(LIMITS.threads // 2)


@pytest.mark.parametrize("layer", ["inner", "full"])
def test_two_forks_are_not_one_user(layer):
    """Where root grades, each fork is somebody else: neither signals nor files are shared."""
    needs(layer)
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    with Sandbox(LIMITS, layers=layer) as one, Sandbox(LIMITS, layers=layer) as other:
        users = []
        for sandbox in (one, other, one):
            with sandbox.session() as session:
                users.append(session.run_cell("import os; os.getuid()", 0, PATIENT).result)
    assert len(set(users)) == 3
    assert "0" not in users


@pytest.mark.no_cover  # it takes several times as long, and others cover the same lines
def test_answers_do_not_fill_the_grader(made):
    """However much each cell answers: what is kept of a submission has a bound."""
    flood = (
        "import sys, numpy as np\n"
        "cells = sys.modules['autograder.sandbox.guest.cells'].Cells\n"
        "run, full = cells.run, {'figures': [np.zeros(15 << 20, dtype=np.uint8)]}\n"
        "cells.run = lambda *args, **named: {**run(*args, **named), **full}\n"
    )
    parts = [Piece(0, flood), *(Piece(number, "1") for number in range(1, 13))]
    run = run_submission(made("inner"), parts, [])
    kept = sum(figure.nbytes for piece in run.pieces for figure in piece.reply.figures)
    assert kept <= 64 << 20
    assert run.pieces[-1].problem is not None


@pytest.mark.no_cover  # the same
def test_a_large_answer_takes_little_more_than_itself(made):
    """Of one message no more is in memory than a few times its largest size."""
    source = (
        "import os\n"
        "data = b'\\xdd' + ((16 << 20) - 5).to_bytes(4, 'big') + b'\\x90' * ((16 << 20) - 5)\n"
        "for fd in range(3, 16):\n"
        "    try:\n"
        "        view = memoryview(len(data).to_bytes(4, 'big') + data)\n"
        "        while view:\n"
        "            view = view[os.write(fd, view):]\n"
        "    except OSError:\n"
        "        continue\n"
    )
    sandbox = made("inner")
    sandbox.warm()
    tracemalloc.start()
    try:
        run = run_submission(sandbox, [Piece(0, source)], [])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert run.pieces[0].problem is not None
    assert peak < 4 * (16 << 20)


GRADER = """
import os, sys, time
from autograder.sandbox.confined import Sandbox
from autograder.limits import Limits
sandbox = Sandbox(Limits(), layers=sys.argv[1], notebooks=False)
session = sandbox.session()
print(sandbox.warm()._process.pid, flush=True)
session.run_file("ours", "import time\\ntime.sleep(1000)", 0, 1000)
"""


@pytest.mark.parametrize("layer", ["inner", "full", "none"])
@pytest.mark.parametrize("whom", ["grader", "warm", "both"])
def test_a_fork_does_not_outlive_them(layer, whom):
    """Whoever of them is killed, and be it all at once: no student code goes on."""
    needs(layer)
    grader = subprocess.Popen(
        [sys.executable, "-c", GRADER, layer], stdout=subprocess.PIPE, text=True
    )
    try:
        warm = grader.stdout.readline()
        found = _forks(grader.pid)
        assert found
        if whom in ("warm", "both"):
            os.kill(int(warm), signal.SIGKILL)
        if whom in ("grader", "both"):
            os.kill(grader.pid, signal.SIGKILL)
        assert running(found) == set()
    finally:
        grader.kill()
        grader.wait()
        grader.stdout.close()


def _forks(grader: int) -> set[int]:
    """The process that runs what was handed in: of those that come from a grader the last one."""
    return {pid for pid in descendants(grader) if not descendants(pid)}
