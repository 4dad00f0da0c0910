"""How a fork is lost, and that nothing it writes on its way out is believed."""

from __future__ import annotations

import os
import signal
import tempfile
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.limits import Limits
from autograder.sandbox import confined as confined_module
from autograder.sandbox import scratch_tree
from autograder.sandbox.call import Call
from autograder.sandbox.codec import encode
from autograder.sandbox.confined import ConfinedSession, Sandbox
from autograder.sandbox.frames import frame
from autograder.sandbox.session import (
    CallReply,
    CellReply,
    SandboxUnavailableError,
    SessionLostError,
)
from autograder.sandbox.warm_interpreter import Fork
from tests.compare.strategies import plain
from tests.sampling import sampled
from tests.sandbox.conftest import ANSWERS, LIMITS, PATIENT, SHORT, evaluate, loss_of, needs, run
from tests.sandbox_forks import died_of_signal

FORGER = (
    ANSWERS
    + """
import sys
import numpy as np
from autograder.sandbox.frames import frame

def token():
    found = sys._getframe()
    while "request" not in found.f_locals or "answers" not in found.f_locals:
        found = found.f_back
    return found.f_locals["request"]["token"]
"""
)
"""A cell that also finds the token of the request that is running."""

STUBBORN = {
    "catches everything": """
import time
while True:
    try:
        while True: time.sleep(0.01)
    except BaseException: pass
""",
    "ignores the signal": """
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
while True: pass
""",
    "blocks the signal": """
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
while True: pass
""",
    "does not return from C": "sum(range(10**15))",
    "never ends its finally": """
import time
try:
    while True: time.sleep(0.01)
finally:
    while True:
        try: time.sleep(10)
        except BaseException: pass
""",
    "starts a thread and waits for it": """
import threading, time
def forever():
    while True: time.sleep(1)
thread = threading.Thread(target=forever)
thread.start()
while True:
    try: thread.join()
    except BaseException: pass
""",
    "answers half": ANSWERS
    + """
import time
os.write(answers, b"\\0\\0\\1\\0half")
while True:
    try: time.sleep(10)
    except BaseException: pass
""",
    "answers half a header": ANSWERS
    + """
import signal, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.write(answers, b"\\0")
time.sleep(1000)
""",
}

ENDING = {
    "exits": "import os; os._exit(0)",
    "aborts": "import os; os.abort()",
    "reads address zero": "import ctypes; ctypes.string_at(0)",
    "overflows the stack": """
import ctypes
callback = ctypes.CFUNCTYPE(None)
def f(): g()
g = callback(f)
import sys; sys.setrecursionlimit(10**9); g()
""",
    "closes its pipes and goes on": """
import os
os.closerange(3, 64)
while True: pass
""",
    "closes the answers and waits": ANSWERS
    + """
import time
os.close(answers)
time.sleep(1000)
""",
    "replaces the answers": ANSWERS
    + """
os.dup2(1, answers)
while True: pass
""",
    "replaces the requests": ANSWERS + "os.dup2(0, requests);",
    "ends the thread of the loop": "import ctypes; ctypes.CDLL(None).pthread_exit(0)",
}


def loss_in(session, *cells, seconds=PATIENT):
    """How the fork is lost in one of these cells; which one may depend on the moment."""

    def run_all():
        for cell in cells:
            session.run_cell(cell, 0, seconds)

    with pytest.raises(SessionLostError) as caught:
        run_all()
    return caught.value


class TestLosses:
    """Loops that will not end, and processes that do."""

    def test_an_alarm_that_nobody_waits_for(self, sandbox):
        """It ends the process; the first process of a namespace it does not even end."""
        source = "import signal; signal.setitimer(signal.ITIMER_REAL, 0.01)\nwhile True: pass"
        with sandbox.session() as session:
            try:
                late = session.run_cell(source, 0, SHORT).late
            except SessionLostError as lost:
                assert lost.reason == "ended"  # noqa: PT017
            else:
                assert late

    @pytest.mark.parametrize("how", sampled(STUBBORN, 1 / 3))
    def test_what_ignores_the_interrupt_is_killed(self, sandbox, how):
        """The time is up, and the fork is gone; the next one is as good as new."""
        lost = loss_of(sandbox, STUBBORN[how], seconds=SHORT)
        assert (lost.reason, died_of_signal(lost.status)) == ("timeout", None)
        assert run(sandbox, "1") == [CellReply(result="1")]

    @pytest.mark.parametrize("how", ENDING)
    def test_what_ends_the_process(self, sandbox, how):
        """It is over, whatever it did to get there, and nothing of it stays."""
        with sandbox.session() as session:
            lost = loss_in(session, ENDING[how], "1")
            assert lost.reason == "ended"
            assert not os.path.exists(session._scratch)
        assert run(sandbox, "1") == [CellReply(result="1")]

    @pytest.mark.parametrize(
        ("source", "number"),
        [
            ("import os; os._exit(3)", None),
            ("import ctypes; ctypes.string_at(0)", signal.SIGSEGV),
            ("import os; os.closerange(3, 64)\nwhile True: pass", signal.SIGKILL),
        ],
    )
    def test_the_status_tells_how(self, sandbox, source, number):
        """By a signal or by itself; one that goes on is killed."""
        assert died_of_signal(loss_of(sandbox, source).status) == number

    def test_a_lost_session_stays_lost(self, sandbox):
        """Whatever is asked of it."""
        with sandbox.session() as session:
            for _ in range(3):
                with pytest.raises(SessionLostError, match="ended"):
                    session.run_cell("import os; os._exit(0)", 0, PATIENT)

    def test_a_call_that_ends_the_process(self, sandbox):
        """A call loses the fork as a cell does."""
        with sandbox.session() as session:
            session.run_file("ours", "import os\ndef f(): os._exit(0)", 0, PATIENT)
            with pytest.raises(SessionLostError, match="ended"):
                session.call(Call("f", {}, file="ours"), PATIENT)

    @pytest.mark.parametrize(
        ("then", "reason"), [("time.sleep(1000)", "timeout"), ("os.close(requests)", "ended")]
    )
    def test_inputs_that_nobody_reads(self, sandbox, then, reason):
        """A fork that lets the pipe of the requests run full, or closes it halfway."""
        source = f"""
import signal, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.write(answers, frame({{"token": token()}}))
os.read(requests, 1)
{then}
time.sleep(1000)
"""
        with sandbox.session() as session:
            session.run_cell(FORGER, 0, PATIENT)
            assert session.run_cell(source, 0, PATIENT) == CellReply()
            with pytest.raises(SessionLostError, match=reason):
                session.call(
                    Call("f", {"x": np.zeros(1 << 20)}), SHORT if reason == "timeout" else PATIENT
                )

    @pytest.mark.sandbox
    def test_processor_time(self):
        """Threads that compute together are stopped by the processor's clock, not the wall's."""
        needs("inner")
        limits = Limits(cpu_seconds=1)
        source = """
import threading
def burn():
    while True: sum(range(10**6))
threading.Thread(target=burn, daemon=True).start()
burn()
"""
        sandbox = Sandbox(limits, layers="inner", notebooks=False)
        lost = pytest.raises(SessionLostError, match="ended")
        with sandbox, sandbox.session() as session, lost:
            session.run_file("ours", source, 0, PATIENT)


GARBAGE = {
    "zeros": "bytes(100)",
    "a length beyond all bounds": "b'\\xff\\xff\\xff\\xff'",
    "a length just too long": "(16 * 1024 * 1024 + 1).to_bytes(4, 'big')",
    "no message": "b'\\0\\0\\0\\3\\xc1\\xc1\\xc1'",
    "no dict": "frame([1, 2])",
    "nothing": "frame(None)",
    "a reply without a token": "frame({'stdout': 'mine'})",
    "a reply with another token": "frame({'stdout': 'mine', 'token': '0' * 16})",
    "a token that is an array": "frame({'token': np.zeros(3)})",
    "no reply": "frame({'token': token(), 'stdout': 3})",
    "arrays for texts": "frame({'token': token(), 'stdout': np.zeros(3), 'texts': np.zeros(3)})",
    "an array that is true": "frame({'token': token(), 'interrupted': np.ones(3), 'stderr': 1})",
    "an error of no kind": "frame({'token': token(), 'error': {'kind': 'passed'}})",
    "an error in half": "frame({'token': token(), 'error': {'kind': 'raised', 'type': 'E'}})",
    "a long message": "frame({'token': token(), 'error': {'kind': 'raised', 'type': 'E', "
    "'message': 'x' * 501, 'piece': 0, 'line': 1}})",
    "a long type": "frame({'token': token(), 'error': {'kind': 'raised', 'type': 'E' * 81, "
    "'message': '', 'piece': 0, 'line': 1}})",
    "much text": "frame({'token': token(), 'stdout': 'x' * 5000})",
    "much on standard error": "frame({'token': token(), 'stderr': 'x' * 5000})",
    "a long result": "frame({'token': token(), 'result': 'x' * 10_001})",
    "many texts": "frame({'token': token(), 'texts': ['x'] * 101})",
    "many figures": "frame({'token': token(), 'figures': [0] * 9})",
    "an object": "(lambda data: len(data).to_bytes(4, 'big') + data)(b'\\xd4\\x05a')",
}


class TestForgedAnswers:
    """What student code writes to the pipe of the answers."""

    @pytest.mark.parametrize("what", GARBAGE)
    def test_garbage_is_garbage(self, confined, what):
        """It is no answer, raises nothing here, and takes the fork with it."""
        lost = loss_of(confined, FORGER, f"os.write(answers, {GARBAGE[what]})")
        assert lost.reason == "garbage"

    def test_an_answer_that_is_well_forged_is_only_its_own(self, confined):
        """Whoever finds the token answers this request as it likes, and loses the next."""
        forge = "os.write(answers, frame({'token': token(), 'stdout': 'mine'}));"
        with confined.session() as session:
            session.run_cell(FORGER, 0, PATIENT)
            assert session.run_cell(forge, 1, PATIENT) == CellReply(stdout="mine")
            with pytest.raises(SessionLostError, match="garbage"):
                session.run_cell("1", 2, PATIENT)

    def test_an_answer_ahead_is_none(self, confined):
        """What was written before the question is not taken for its answer."""
        prepare = FORGER + "def f(x): return 0\n"
        ahead = """
ahead = {'token': token(), 'printed': '', 'output': 42}
os.write(answers, frame({'token': token()}) + frame(ahead) * 3);
"""
        with confined.session() as session:
            session.run_cell(prepare, 0, PATIENT)
            session.run_cell(ahead, 1, PATIENT)
            with pytest.raises(SessionLostError, match="garbage"):
                session.call(Call("f", {"x": 1}), PATIENT)

    def test_half_an_answer_before_the_right_one(self, confined):
        """They are read as one, which is no message."""
        lost = loss_of(confined, ANSWERS, "os.write(answers, b'\\0\\0\\0\\x20')")
        assert lost.reason == "garbage"

    def test_a_flood(self, confined):
        """Bytes without end are not kept."""
        source = "data = b'\\xff' * 65536\nwhile True: os.write(answers, data)"
        assert loss_of(confined, ANSWERS, source).reason == "garbage"

    def test_a_slow_drip(self, confined):
        """One byte at a time does not stretch the time there is."""
        source = """
import signal, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.write(answers, (1 << 20).to_bytes(4, "big"))
while True:
    os.write(answers, b"x")
    time.sleep(0.01)
"""
        assert loss_of(confined, ANSWERS, source, seconds=SHORT).reason == "timeout"

    def test_a_request_that_was_taken_away(self, confined):
        """A thread that reads the requests gets its own; the fork is lost with it."""
        source = """
import threading
def steal():
    while os.read(requests, 1): pass
for _ in range(4):
    threading.Thread(target=steal, daemon=True).start()
"""
        with confined.session() as session:
            session.run_cell(ANSWERS, 0, PATIENT)
            session.run_cell(source, 1, PATIENT)
            loss_in(session, *["1"] * 50, seconds=SHORT)


class _Forged:
    """A fork whose answers the test writes itself."""

    def __init__(self):
        self.limits = LIMITS
        self.close = lambda: None

    given_entries = 0

    def warm(self):
        return self

    def fork(self, room):
        self.requests, requests = os.pipe()
        answers, self.answers = os.pipe()
        return Fork(0, requests, answers, tempfile.mkdtemp(), -1)

    def fork_ahead(self):
        pass

    def end(self, pid):
        return 0

    def clock(self, pid):
        return None

    def interrupt(self, pid):
        raise SandboxUnavailableError("it is gone")


@pytest.fixture
def forged(monkeypatch):
    """Ask once, and get these bytes for an answer."""
    monkeypatch.setattr(confined_module.secrets, "token_hex", lambda size: "token")

    def ask(data, what, seconds=PATIENT):
        fork = _Forged()
        session = ConfinedSession(fork)
        os.write(fork.answers, data)
        try:
            return getattr(session, what)(seconds)
        finally:
            os.close(fork.answers)
            os.close(fork.requests)
            session.close()

    monkeypatch.setattr(
        ConfinedSession, "cell", lambda self, t: self.run_cell("1", 0, t), raising=False
    )
    monkeypatch.setattr(
        ConfinedSession,
        "case",
        lambda self, t: self.call(Call("f", {}), t),
        raising=False,
    )
    return ask


def framed(value):
    """The bytes of a message; none where it is too long for a pipe that nobody reads."""
    data = frame(value)
    return data if len(data) < 60_000 else b"\0\0\0\1\xc1"


fields = st.sampled_from(
    "stdout stderr result texts figures error late printed output interrupted refused other".split()
)
errors = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["missing", "raised", "refused", "passed"]) | plain,
        "type": st.text(st.characters(codec="utf-8"), max_size=90) | plain,
        "message": plain,
        "piece": st.integers(-(2**63), 2**63 - 1) | plain,
        "line": st.none() | plain,
    }
)


class TestAnyAnswer:
    """Fuzzing the trusted side by what the other may send."""

    @given(value=st.dictionaries(fields, plain | errors | st.lists(plain), max_size=5))
    def test_any_dict_is_a_reply_or_garbage(self, value):
        """Nothing else is raised, whatever the fields hold."""
        for what, kind in (("cell", CellReply), ("case", CallReply)):
            self._hold(framed({**value, "token": "token"}), what, kind)

    @given(value=plain)
    def test_any_value_is_garbage(self, value):
        """What is no dict with the token is no reply."""
        with pytest.raises(SessionLostError, match="garbage"):
            self.ask(framed(value), "cell")

    @given(data=st.binary(min_size=1, max_size=64))
    def test_any_bytes_are_garbage(self, data):
        """Nor are bytes of any kind, with the right length before them."""
        with pytest.raises(SessionLostError, match="garbage"):
            self.ask(len(data).to_bytes(4, "big") + data, "cell")

    @pytest.fixture(autouse=True)
    def _asking(self, forged):
        type(self).ask = staticmethod(forged)

    def _hold(self, data, what, kind):
        try:
            reply = self.ask(data, what)
        except SessionLostError as lost:
            assert lost.reason == "garbage"  # noqa: PT017
        else:
            assert type(reply) is kind
            encode([list(reply.texts)] if kind is CellReply else reply.printed)

    def test_an_interrupt_that_cannot_be_sent(self):
        """Where the warm interpreter is gone, so is the fork: that is no error of grading."""
        with pytest.raises(SessionLostError, match="ended"):
            self.ask(b"", "cell", seconds=0.01)


class TestMemory:
    """What asks for more memory than there is."""

    @pytest.mark.parametrize(
        "source",
        [
            "x = []\nwhile True: x.append(bytearray(1 << 24))",
            "x = [0] * 10**10",
            "x = '-'\nwhile True: x += x",
            "import numpy as np\nx = np.ones(10**9)",
            "import numpy as np\nx = [np.ones(1 << 20)]\nwhile True: x.append(x[-1] + 1)",
            "import mmap\nx = mmap.mmap(-1, 1 << 33)",
        ],
    )
    def test_it_is_an_error(self, confined, source):
        """The student's own; the fork goes on."""
        replies = run(confined, source, "x = 0; 1")
        assert replies[0].error.type in ("MemoryError", "_ArrayMemoryError", "OSError")
        assert replies[1].result == "1"

    def test_fair_use_is_no_error(self, confined):
        """There is room for what a course needs, also beside the warm interpreter's own."""
        source = "import numpy as np\nx = np.ones((5000, 5000)); x += x; x.sum()"
        assert run(confined, source)[0].result == "np.float64(50000000.0)"

    def test_the_bound_counts_from_the_warm_interpreter(self, confined):
        """The limit is what it had mapped, and what a submission is given."""
        source = """
import resource
def probe(): return list(resource.getrlimit(resource.RLIMIT_AS))
"""
        soft, hard = evaluate(confined, source)
        assert soft == hard
        assert LIMITS.memory_mb << 20 < soft < (LIMITS.memory_mb + 2048) << 20


class TestScratch:
    """What writes more than it may."""

    @pytest.mark.parametrize(
        "source",
        [
            "for n in range(9):\n    open(f'{n}', 'w').close()",
            "for n in range(3):\n    open(f'{n}', 'wb').write(bytes(1 << 19))",
            "for n in range(3):\n    open(f'{n}', 'wb').truncate(1 << 19)",
            "import os\nfor n in range(9):\n    os.mkdir(f'{n}')",
            "import os\nos.makedirs('a/b')\nfor n in range(7):\n    open(f'a/b/{n}', 'w').close()",
            "import os\nfor n in range(3):\n    os.mkdir(f'{n}')\n"
            "    open(f'{n}/x', 'wb').truncate(1 << 19)",
        ],
    )
    @pytest.mark.parametrize("then", ["", "\nimport time; time.sleep(100)", "\nwhile True: pass"])
    def test_too_many_files_or_bytes(self, confined, source, then):
        """The fork is lost, whether the code ends at once or goes on."""
        assert loss_of(confined, source + then).reason == "scratch"

    def test_one_file_that_is_too_large(self, confined):
        """Writing it is an error."""
        replies = run(confined, "open('x', 'wb', 0).write(bytes(1 << 21))", "1")
        error = run(confined, "import os\nos.truncate(open('x', 'wb').fileno(), 1 << 21)")[0].error
        assert (replies[1].result, error.type) == ("1", "OSError")

    def test_files_that_come_and_go(self, confined, monkeypatch):
        """One that is gone while it is looked at does not hide the others."""
        with confined.session() as session:
            session.run_cell("for n in range(8): open(f'{n}', 'w').close()", 0, PATIENT)
            real = os.scandir(session._scratch)
            gone = mock.Mock(**{"stat.side_effect": FileNotFoundError})
            looked = mock.MagicMock(**{"__enter__.return_value": [gone, *real]})
            monkeypatch.setattr(scratch_tree.os, "scandir", lambda at: looked)
            assert session._scratch_is_full()
            monkeypatch.undo()

    def test_it_is_gone_afterwards(self, sandbox):
        """With whatever was in it."""
        with sandbox.session() as session:
            assert session.run_cell("open('x', 'w').write('x');", 0, PATIENT).error is None
            assert os.listdir(session._scratch) == ["x"]
        assert not os.path.exists(session._scratch)

    def test_a_scratch_that_is_not_there(self, made):
        """Without layers it can be removed; grading goes on."""
        sandbox = made("none")
        replies = run(sandbox, "import os; os.rmdir(os.getcwd())", "1")
        assert (replies[0].error, replies[1].result) == (None, "1")


@pytest.mark.parametrize("place", [(-3, 1), (0, -3), (0, 0), (0, 1 << 40)])
def test_a_place_that_cannot_be_is_garbage(forged, place):
    """The guest never says so; whoever writes the answer itself loses the fork."""
    piece, line = place
    error = {"kind": "raised", "type": "E", "message": "", "piece": piece, "line": line}
    with pytest.raises(SessionLostError, match="garbage"):
        forged(framed({"token": "token", "error": error}), "case")
