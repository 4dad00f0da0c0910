"""What is not there when a submission is graded, and what a student reads of that."""

from __future__ import annotations

import msgspec
import pytest

from autograder.sandbox.guest.absent import NO_NETWORK, NOBODY_TYPES, NOT_RUN
from tests.sandbox.conftest import lenient, run

pytestmark = pytest.mark.sandbox


@pytest.mark.parametrize(
    "cell",
    [
        "!pip install numpy",
        "%pip install numpy",
        "%conda install numpy",
        "!ls &",
        "files = !ls",
        "get_ipython().system('ls')",
        "_ = get_ipython().getoutput('ls')",
        "import os; os.system('ls');",
        "%%bash\nls\nls",
        "%%sh\nls",
        "%%script perl\n1",
        "%ls",
    ],
)
def test_a_cell_that_asks_for_a_program_prints_one_line_and_goes_on(guest, cell):
    """Whatever it asks for, and however."""
    reply = run(guest, cell)[0]
    assert (reply.stdout, reply.stderr, reply.error) == (f"{NOT_RUN}\n", "", None)


@pytest.mark.parametrize(
    "cell",
    [
        "import subprocess; subprocess.run(['ls'])",
        "import subprocess; subprocess.run('ls', shell=True, close_fds=False)",
        "import subprocess; subprocess.check_output('ls')",
        "import os; os.popen('ls')",
        "import os; os.fork()",
        "import os; os.execvp('ls', ['ls'])",
        "import os; os.spawnlp(os.P_WAIT, 'ls', 'ls')",
        "import os; os.posix_spawn('/bin/ls', ['ls'], {})",
        "import multiprocessing; multiprocessing.Process(target=print).start()",
        "import multiprocessing; multiprocessing.Pool(2)",
        "import concurrent.futures as c; c.ProcessPoolExecutor(2)",
        "import asyncio; await asyncio.create_subprocess_exec('ls')",
    ],
)
def test_a_program_that_is_needed_is_refused_in_a_sentence(guest, cell):
    """An error of the kind that was always raised, at the student's own line."""
    error = run(guest, cell)[0].error
    assert (error.type, error.message, error.line) == ("PermissionError", NOT_RUN, 1)


@pytest.mark.parametrize(
    "cell",
    [
        "import socket; socket.socket()",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://localhost:9/')",
        "import http.client; http.client.HTTPConnection('localhost').request('GET', '/')",
    ],
)
def test_the_network_is_refused_in_a_sentence(guest, cell):
    """The same one, with what else is missing."""
    assert NO_NETWORK in run(guest, cell)[0].error.message


def test_nobody_types(guest):
    """An answer that is waited for is an error at once."""
    error = run(guest, "input('name? ')")[0].error
    told = (error.type, error.message, error.line)
    assert told == ("StdinNotImplementedError", NOBODY_TYPES, 1)  # as where a kernel runs alone


def test_what_asks_for_a_program_by_the_way_goes_on(guest):
    """Python's own modules expect such an error."""
    replies = run(guest, "import platform; platform.processor(); platform.uname();", "1")
    assert [reply.error for reply in replies] == [None, None]


def test_a_loop_without_end_in_a_coroutine_is_interrupted(confined):
    """As any other, and the next cell runs."""
    with lenient(confined) as session:
        source = "import asyncio\nwhile True: await asyncio.sleep(0)"
        late = session.run_cell(source, 0, 0.5)
        assert late.late
        assert session.run_cell("await asyncio.sleep(0, 5)", 1, 30).result == "5"


def test_who_takes_no_notice_of_an_interrupt_is_interrupted_again(confined):
    """A fork that is about to begin does not, and code that catches it once."""
    once = (
        "import signal\n"
        "signal.signal(signal.SIGINT, lambda *_: signal.signal("
        "signal.SIGINT, signal.default_int_handler))\n"
        "while True: pass"
    )
    with confined.session() as session:
        session._limits = msgspec.structs.replace(session._limits, grace_seconds=4)
        assert session.run_cell(once, 0, 0.5).late
        assert session.run_cell("2 + 3", 1, 30).result == "5"


def test_a_loop_that_loses_the_cell_when_it_is_interrupted(confined):
    """It has taken it out of its queue, and not run it: it would wait for it for ever."""
    lose = (
        "import asyncio\nloop = asyncio.get_running_loop()\n"
        "def lose():\n    loop._ready.clear()\n    raise KeyboardInterrupt\n"
        "loop.call_soon(lose)\ntry: await asyncio.sleep(0)\nfinally: ended = True"
    )
    lost, then = run(confined, lose, "await asyncio.sleep(0, ended)")
    assert (lost.error.type, then.error, then.result) == ("KeyboardInterrupt", None, "True")
    assert (then.stdout, then.stderr) == ("", "")


def test_loops_leave_no_descriptors_open(confined):
    """More loops one after the other than files may be open."""
    source = "import asyncio\nfor _ in range(100): asyncio.new_event_loop().close()"
    assert run(confined, source)[0].error is None
