"""The rules of the door: each is taken away, and then an attack works that does not with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tracemalloc
import unicodedata
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from autograder.collecting import student_names, submissions
from autograder.collecting.pieces import Piece
from autograder.collecting.submission import Submission
from autograder.course import load_course
from autograder.diagnosis import diagnose, searches
from autograder.grading.run import grade_submission
from autograder.keys.making import make_key
from autograder.report import messages
from autograder.report.result_records import document, exercise_record, submission_record
from autograder.sandbox import codec, confined, warm_interpreter
from autograder.sandbox.call import Call
from autograder.sandbox.confined import ConfinedSession, Sandbox
from tests.attacks import files
from tests.attacks.table import ATTACKS, Attack
from tests.attacks.world import LIMITS, grade_class, hidden_numbers, leaked, shown
from tests.sampling import sampled
from tests.sandbox.conftest import needs
from tests.timeless import without_times
from tests.toy_settings import SEED

pytestmark = pytest.mark.sandbox

BY_ID = {attack.id: attack for attack in ATTACKS}
ROOT = Path(__file__).resolve().parents[2]


def points(name: str, layer: str, world, keys, folder: Path, *, times: int = 1) -> int:
    """What an attack earns in a sandbox of its own, the last of so many times."""
    needs("full" if layer == "outer" else layer)
    world.hand_in(BY_ID[name], folder, as_notebook=False)
    with Sandbox(LIMITS, layers=layer, notebooks=False) as sandbox:
        for _ in range(times):
            graded = grade_class(sandbox, keys, folder)
    world.left_behind()
    return graded.results[files.ME].exercises[0].score


def grade(sandbox, source: str, keys):
    """Grade one cell."""
    parts = (Piece(0, source), Piece(1, files.COUNTER))
    return grade_submission(sandbox, Submission("s", "basics", parts, {}), keys)


class TestWhoExecutes:
    """Rule 1: nbgrader's own preprocessor runs a student's cell with the teacher's rights."""

    @pytest.mark.nbgrader
    @pytest.mark.parametrize("ours", [True, False])
    def test_rule_1(self, ours, tmp_path):
        """In the kernel it writes where it likes; in the sandbox it does not."""
        needs("inner")
        pytest.importorskip("nbgrader")
        from nbformat.v4 import new_code_cell, new_notebook
        from nbgrader.preprocessors import Execute

        from autograder.nbgrader.grade_in_sandbox import GradeInSandbox

        mark = tmp_path / "mark"
        notebook = new_notebook(cells=[new_code_cell(f"open({str(mark)!r}, 'w').write('x');")])
        about = {"nbgrader": {"notebook": "n", "assignment": "a", "student": "s", "db_url": ""}}
        if ours:
            GradeInSandbox(layers="inner").preprocess(notebook, about)
        else:
            Execute().preprocess(notebook, {"metadata": {"path": str(tmp_path)}, **about})
        assert mark.exists() is not ours


class TestStartedAnew:
    """Rule 2: the warm interpreter is executed, with an empty environment and its own pipes."""

    @pytest.mark.parametrize("name", ["finding/environment", "finding/stack_memory"])
    @pytest.mark.parametrize("kept", [True, False])
    def test_rule_2(self, name, kept, world, keys, monkeypatch, tmp_path):
        """With the teacher's environment its password is found, although nothing else is open."""
        start = subprocess.Popen
        if not kept:
            monkeypatch.setattr(
                warm_interpreter.subprocess,
                "Popen",
                lambda *a, **k: start(*a, **{**k, "env": dict(os.environ)}),
            )
        earned = points(name, "none", world, keys, tmp_path / "submitted")
        assert earned == (0 if kept else 10)


ALONE = """
import json, os, sys
from autograder.sandbox.guest import __main__ as guest
from autograder.sandbox.guest import confine, namespaces, read_rules, readable, system_calls
step, scratch, source = sys.argv[1:]
os.chdir(scratch)
limits = dict(scratch_mb=1, cpu_seconds=5, memory_mb=64, threads=8)
if step == "files":
    confine._drop_capabilities()
    read_rules.ReadRules(readable.readable_paths()).restrict(scratch)
if step == "scopes":
    confine._drop_capabilities()
    confine._restrict_scopes()
if step == "calls":
    confine._drop_capabilities()
    system_calls.call_filter().load()
if step == "limits":
    confine._set_rlimits(limits, confine.address_space(), counts_threads=False)
if step == "capabilities":
    confine._drop_capabilities()
if step == "descriptors":
    confine.close_all_but(())
if step == "standard":
    guest._leave_the_standard_descriptors()
if step == "namespaces":
    made = namespaces.Namespaces(readable.readable_paths(), scratch)
    made.begin()
    made.enter_tree()
try:
    exec(source)
except (OSError, MemoryError):
    os._exit(1)
os._exit(0)
"""

QUEUE = """
import ctypes
libc = ctypes.CDLL(None)
made = libc.msgget(0, 0o1600)
libc.msgctl(made, 0, None)
if made < 0: raise OSError
"""

STEPS = {
    "a file of the course": ("files", "open('/course/secret.txt').read()"),
    "a file outside of the scratch": ("files", "open('/home/teacher/new', 'w')"),
    "a program": ("files", "os.execv('/bin/true', ['true'])"),
    "a signal": ("scopes", "os.kill(47002, 0)"),
    "a connection": ("scopes", "import socket; socket.create_connection(('127.0.0.1', 47001))"),
    "a socket without a file": (
        "scopes",
        "import socket; socket.socket(socket.AF_UNIX).connect('\\0bystander-47001')",
    ),
    "a datagram": (
        "calls",
        "import socket; socket.socket(2, 2).sendto(b'x', ('127.0.0.1', 47001))",
    ),
    "a process": ("calls", "os.fork() or os._exit(0)"),
    "a limit of somebody else": ("calls", "import resource; resource.prlimit(47002, 7)"),
    "a queue": ("calls", QUEUE),
    "much memory": ("limits", "bytearray(1 << 28)"),
    "a large file": (
        "limits",
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "with open('large', 'wb', 0) as f:\n    f.write(bytes(1 << 20)); f.write(bytes(1 << 20))",
    ),
    "an open descriptor": ("descriptors", "os.pread(47003, 10, 0)"),
    "another user": ("capabilities", "os.setresuid(1000, 1000, 1000)"),
}


SEEN = "\nif not {}: raise OSError"

CHANNELS = {
    "the page cache": (
        "calls",
        # Read first: the system may have forgotten a page that nobody has used lately.
        "f = os.open(os.__file__, 0); os.pread(f, 1, 0); "
        "os.preadv(f, [bytearray(1)], 0, os.RWF_NOWAIT)",
    ),
    "a lock": ("calls", "import fcntl; fcntl.flock(open(os.__file__), fcntl.LOCK_SH)"),
    "another's clock": ("calls", "import time; time.clock_gettime(~os.getppid() << 3 | 2)"),
    "a pipe that all have": (
        "standard",
        "import stat" + SEEN.format("stat.S_ISFIFO(os.fstat(2).st_mode)"),
    ),
    "the size of a secret": ("namespaces", "os.stat('/course/secret.txt')"),
    "the numbers of processes": ("namespaces", SEEN.format("os.getpid() > 1")),
    "what is in /proc": ("namespaces", "os.stat('/proc/self')"),
    "the rest of /usr": ("namespaces", "os.stat('/usr/bin')"),
}


class TestNoChannel:
    """Rule 14: nothing that one fork does can be seen by another."""

    @pytest.mark.parametrize(
        ("what", "kept"),
        sampled(
            [(what, kept) for what in CHANNELS for kept in (True, False)],
            0.4,
            name=lambda case: f"{case[0]}, {'kept' if case[1] else 'left out'}",
            kind=lambda case: (CHANNELS[case[0]][0], case[1]),
        ),
    )
    def test_rule_14(self, what, kept, world, tmp_path):
        """Each is seen without its step, and is not with nothing but it."""
        needs("inner")
        step, source = CHANNELS[what]
        source = source.replace("/course", str(world.course))
        command = [sys.executable, "-c", ALONE, step if kept else "none", str(tmp_path), source]
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
        refused = b"unshare" in done.stderr
        if refused:
            pytest.skip("nobody may make namespaces here")
        assert (done.returncode != 0) is kept, done.stderr.decode()[-500:]


class TestInsideEachFork:
    """Rule 3: each step of the inner layer by itself."""

    @pytest.mark.parametrize("kept", [True, False], ids=["kept", "left out"])
    @pytest.mark.parametrize("what", STEPS)
    def test_rule_3(self, what, kept, world, tmp_path):
        """What it is for works without it, and does not with nothing but it."""
        needs("inner")
        step, source = STEPS[what]
        if step == "capabilities" and os.geteuid() != 0:
            pytest.skip("nobody but root has any to lose")
        source = source.replace("/course", str(world.course)).replace("47001", str(world.port))
        source = source.replace("/home/teacher", str(world.home))
        source = source.replace("47002", str(world.bystander.pid))
        source = source.replace("47003", str(world._secret))
        command = [sys.executable, "-c", ALONE, step if kept else "none", str(tmp_path), source]
        done = subprocess.run(
            command, pass_fds=(world._secret,), capture_output=True, timeout=60, check=False
        )
        (world.home / "new").unlink(missing_ok=True)
        world.hits.clear()
        assert (done.returncode != 0) is kept, done.stderr.decode()[-500:]


class TestAroundIt:
    """Rule 4: bubblewrap hides the course and the network, with nothing inside to help it."""

    @pytest.mark.parametrize(
        "name",
        [
            "finding/course_files",
            "finding/home",
            "finding/mapped_file",
            "network/tcp",
            "network/udp",
        ],
    )
    @pytest.mark.parametrize(("layer", "earned"), [("outer", 0), ("none", 10)])
    def test_rule_4(self, name, layer, earned, world, keys, tmp_path):
        """Without it, they are there."""
        assert points(name, layer, world, keys, tmp_path / "submitted") == earned


class TestNothingPasses:
    """Rule 5: each fork has a scratch directory of its own, which is gone afterwards."""

    @pytest.mark.parametrize("kept", [True, False])
    def test_rule_5(self, kept, world, keys, monkeypatch, tmp_path):
        """With one for all, a note is found the next time."""
        if not kept:
            monkeypatch.setattr(warm_interpreter, "_SEPARATE", False)
            shared = []
            make = warm_interpreter.tempfile.mkdtemp

            def make_once(*arguments, **named):
                if "dir" not in named:
                    return make(*arguments, **named)
                if not shared:
                    shared.append(make(*arguments, **named))
                return shared[0]

            monkeypatch.setattr(warm_interpreter.tempfile, "mkdtemp", make_once)
            monkeypatch.setattr(confined, "remove_tree", lambda path: None)
        earned = points("persistence/notes", "inner", world, keys, tmp_path / "submitted", times=2)
        assert earned == (0 if kept else 10)
        monkeypatch.undo()


class TestPublicFirst:
    """Rule 6: nothing of the hidden part flows back."""

    @pytest.mark.parametrize("kept", [True, False])
    def test_rule_6(self, kept, made, world, keys, monkeypatch, tmp_path):
        """If hidden checks told what public ones tell, their inputs would be read in the report."""
        if not kept:
            public = messages.public_message
            monkeypatch.setattr(messages, "_hidden_message", lambda *given, **_: public(*given))
        world.hand_in(BY_ID["finding/hidden_inputs"], tmp_path / "submitted", as_notebook=True)
        graded = grade_class(made("inner"), keys, tmp_path / "submitted")
        page = shown(graded.results[files.ME], graded.runs[files.ME])
        assert (leaked(page, world, hidden_numbers(keys)) == []) is kept

    @pytest.mark.parametrize(
        "cells",
        [
            (files.RIGHT,),
            (files.RIGHT, "double = 3", "%reset -f"),
            ("def double(x): return later(x)", "def later(x): return x + x"),
            ("def double(x): return later(x) if x.max() > 10 else x + x", "later = abs"),
            ("def double(x):\n    if x.max() > 1e5: raise NameError\n    return x",),
        ],
    )
    def test_rule_6_in_this_order(self, cells, made, keys, monkeypatch):
        """All public cases of all exercises are answered before the first hidden one is sent.

        Probe calls come after all of these.
        Also where an exercise is asked in its moment, and once more at the end of the notebook.
        """
        asked = _sent_questions(monkeypatch)
        pieces = tuple(Piece(number, cell) for number, cell in enumerate(cells))
        grade_submission(made("inner"), Submission("s", "basics", pieces, {}), keys)
        turns = {
            id(case.inputs): 0 if check.public else 1 if check.points else 2
            for key in keys
            for check in (*key.checks, *key.probes)
            for case in check.cases
        }
        order = [turns[id(each.inputs)] for each in asked]
        assert order == sorted(order)
        assert {0, 1} <= set(order)


def _sent_questions(monkeypatch):
    """The calls in the order in which they are sent; none while another one is not answered."""
    sent, unanswered = [], []
    asked, sent_ahead = ConfinedSession._asked, ConfinedSession._sent_ahead
    receive = ConfinedSession._receive

    def send(question):
        assert not unanswered
        unanswered.append(question)
        if isinstance(question, Call):
            sent.append(question)

    def ask(session, question, deadline):
        if session._ahead is None:
            send(question)
        else:
            assert session._ahead.call is question  # and it was sent
        return asked(session, question, deadline)

    def ask_ahead(session, ready):
        send(ready.call)
        return sent_ahead(session, ready)

    def answered(session, deadline):
        data = receive(session, deadline)
        unanswered.clear()
        return data

    for name, spy in (("_asked", ask), ("_sent_ahead", ask_ahead), ("_receive", answered)):
        monkeypatch.setattr(ConfinedSession, name, spy)
    return sent


class TestFacts:
    """Rule 7: what is only seen on the untrusted side carries a fifth at most."""

    def test_rule_7(self, made, world, keys, tmp_path):
        """A forged fact is worth what the check of it is worth."""
        honest = grade(made("inner"), "def double(x):\n    x *= 2\n    return x", keys)
        world.hand_in(BY_ID["patching/driver_forges_facts"], tmp_path / "s", as_notebook=True)
        forged = grade_class(made("inner"), keys, tmp_path / "s").results[files.ME]
        assert honest.exercises[0].score == 4
        assert forged.exercises[0].score == 10

    def test_rule_7_in_the_course(self):
        """In every exercise."""
        for solution in load_course(ROOT).solutions():
            # What mistakes answer, which takes long to work out, has nothing to do with it.
            key = make_key(replace(solution, mistakes={}), SEED)
            facts = [c.points for c in key.checks if c.reports == "inputs_after"]
            assert 5 * sum(facts) <= solution.exercise.points, solution.name


class TestBounds:
    """Rule 8: bounds before work."""

    @pytest.mark.parametrize("kept", [True, False])
    @pytest.mark.no_cover  # it takes several times as long, and others cover the same lines
    def test_rule_8_of_counts(self, kept, monkeypatch):
        """Without the count a message of one megabyte takes fifty."""
        if not kept:
            monkeypatch.setattr(codec, "_has_more_tokens", lambda *_: False)
        size = 1 << 20
        data = b"\xdd" + (size - 5).to_bytes(4, "big") + b"\x90" * (size - 5)
        tracemalloc.start()
        try:
            with pytest.raises(codec.DoorError):
                codec.decode(data)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert (peak < 8 << 20) is kept

    @pytest.mark.parametrize("kept", [True, False])
    def test_rule_8_of_budgets(self, kept, made, keys, monkeypatch):
        """Without a budget of time, loops take as long as there are cells."""
        cells = tuple(Piece(n, "while True: pass") for n in range(7))
        sandbox = made("inner")
        seconds = 1.0 if kept else 1000.0
        monkeypatch.setattr(
            sandbox,
            "limits",
            msgspec.structs.replace(LIMITS, cells_seconds=seconds, checks_seconds=seconds),
        )
        result = grade_submission(sandbox, Submission("s", "basics", cells, {}), keys)
        assert (result.seconds < 6) is kept


class TestReading:
    """Rule 9: links are not followed."""

    @pytest.mark.parametrize("name", ["link_to_the_reference", "link_to_a_classmate"])
    @pytest.mark.parametrize("kept", [True, False])
    def test_rule_9(self, name, kept, made, world, keys, monkeypatch, tmp_path):
        """If they were, the reference would be the best answer."""
        if not kept:
            monkeypatch.setattr(submissions.os, "O_NOFOLLOW", 0)
        world.hand_in(BY_ID[f"files/{name}"], tmp_path / "submitted", as_notebook=True)
        graded = grade_class(made("inner"), keys, tmp_path / "submitted")
        assert graded.results[files.ME].exercises[0].score == (0 if kept else 10)


class TestIdentity:
    """Rule 10: who a student is."""

    @pytest.mark.parametrize("kept", [True, False])
    def test_rule_10(self, kept, made, world, keys, monkeypatch, tmp_path):
        """Compared as bytes, two students look like one."""
        if not kept:
            monkeypatch.setattr(student_names, "student_id", lambda name: name)
        folder = tmp_path / "submitted"
        world.hand_in(BY_ID["files/name_of_a_classmate"], folder, as_notebook=True)
        graded = grade_class(made("inner"), keys, folder)
        scores = [
            result.score
            for name, result in graded.results.items()
            if unicodedata.normalize("NFC", name).startswith("m-")
        ]
        assert sorted(scores) == ([0, 0] if kept else [6, 16])

    @pytest.mark.parametrize("kept", [True, False])
    def test_rule_10_of_what_is_shown(self, kept, made, world, keys, monkeypatch, tmp_path):
        """A name with a newline would be two lines wherever it is printed."""
        if not kept:
            monkeypatch.setattr(submissions, "safe_name", lambda name: name)
        folder = tmp_path / "submitted"
        world.hand_in(BY_ID["files/name_with_a_newline"], folder, as_notebook=True)
        graded = grade_class(made("inner"), keys, folder)
        assert any("\n" in name for name in graded.results) is not kept


CHOOSES = """
seen = []
def double(x):
    seen.append(x)
    if len(seen) < 6:
        return 2 * x
    return 2 * x * seen[5][0]
"""


class TestDiagnosis:
    """Rule 11: a diagnosis carries a few bits, and no number that a submission chose."""

    @pytest.mark.parametrize("kept", [True, False])
    def test_rule_11(self, kept, made, toy, monkeypatch):
        """Over many seeds, what is shown is one of few things."""
        if not kept:
            for module in (diagnose, searches):
                monkeypatch.setattr(module, "with_public_numbers", lambda found, _: tuple(found))
        double = next(each for each in toy.solutions() if each.name == "double")
        told = set()
        for number in range(12):
            key = make_key(double, bytes([number]) * 32)
            result = grade(made("inner"), CHOOSES, [key])
            line = without_times(document(submission_record(result, "en")))
            # It is for whoever grades; no page and no graded notebook has it.
            assert all(
                document(exercise_record(e, "en"))["signature"] is None for e in result.exercises
            )
            for each in line["exercises"]:
                del each["signature"]
            told.add(json.dumps(line))
        assert (len(told) <= 2) is kept


def test_the_seed_is_the_key(toy):
    """Another secret makes other hidden inputs, and the same public ones."""
    double = next(each for each in toy.solutions() if each.name == "double")
    one, other = make_key(double, SEED), make_key(double, SEED[::-1])
    for mine, theirs in zip(one.checks, other.checks, strict=True):
        same = all(
            (a.inputs["x"] == b.inputs["x"]).all()
            for a, b in zip(mine.cases, theirs.cases, strict=True)
        )
        assert same is mine.public


def test_every_attack_is_an_attack():
    """The table says of each what it does, or why it does nothing."""
    assert all(bool(attack.harm) != bool(attack.why) for attack in ATTACKS)
    assert isinstance(ATTACKS[0], Attack)


class TestOnlyTheNotebookTravels:
    """Rule 15: a page that lies beside a notebook would be served as the teacher's own."""

    @pytest.mark.parametrize("ours", [True, False])
    def test_rule_15(self, ours, tmp_path):
        """Nbgrader copies it to where a web server shows it; here nothing is found to copy."""
        base = pytest.importorskip("nbgrader.converters.base")
        from autograder.nbgrader.companions import finding_nothing
        from tests.attacks.pages import COMPANIONS
        from tests.attacks.test_pages import converter

        COMPANIONS["page"](tmp_path / "submitted", tmp_path)
        made = converter(tmp_path / "submitted" / files.ME / "basics", tmp_path / "autograded")
        with finding_nothing() if ours else nullcontext():
            base.BaseConverter.init_assignment(made, "basics", files.ME)
        assert (tmp_path / "autograded" / "evil.html").exists() is not ours

    @pytest.mark.parametrize("ours", [True, False])
    def test_rule_15_in_a_page(self, ours):
        """A picture of a stranger's tells who looks; here its address is shown instead."""
        pytest.importorskip("nbgrader")
        from autograder.nbgrader.markdown import markdown_html
        from tests.nbgrader.pages import careless_html

        render = markdown_html if ours else careless_html
        assert ("src=" in render("![x](https://example.org/1.png)")) is not ours
