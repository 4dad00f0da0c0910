"""What one fork answers: to cells, to files, and to calls."""

from __future__ import annotations

import textwrap

import numpy as np
import pytest

from autograder.sandbox.bubblewrap import DOOR
from autograder.sandbox.call import Call
from autograder.sandbox.confined import Sandbox
from autograder.sandbox.guest.check_stand_ins import CHECK_MODULE
from autograder.sandbox.session import CallReply, CellReply, Described, SessionLostError
from tests.sandbox.conftest import LIMITS, PATIENT, SHORT, evaluate, lenient, run

pytestmark = pytest.mark.sandbox

PNG = b"\x89PNG\r\n\x1a\n"


def call(guest, source, inputs=None, *, function="f", driver="call", driver_source=None):
    """Call a function of a file in a fresh fork."""
    with guest.session() as session:
        session.run_file("ours", textwrap.dedent(source), 7, PATIENT)
        return session.call(
            Call(function, inputs or {}, driver=driver, driver_source=driver_source, file="ours"),
            PATIENT,
        )


def call_shortly(guest, source):
    """Call it, and interrupt it soon."""
    with lenient(guest) as session:
        session.run_file("ours", textwrap.dedent(source), 7, PATIENT)
        return session.call(Call("f", {}, file="ours"), SHORT)


def png_of(figure):
    """The bytes of a figure."""
    return figure.tobytes()


class TestCells:
    """Notebook cells."""

    def test_what_a_cell_prints_and_is(self, guest):
        """Standard output, standard error and the value of the last line."""
        source = "import sys\nprint('out')\nprint('err', file=sys.stderr)\n6 * 7"
        expected = CellReply(stdout="out\n", stderr="err\n", result="42")
        assert run(guest, source) == [expected]

    def test_names_stay(self, guest):
        """One cell sees what the last has defined."""
        assert run(guest, "x = 2", "x + 1")[1].result == "3"

    def test_only_the_last_value_is_the_result(self, guest):
        """And none where the last line is a statement or ends in a semicolon."""
        replies = run(guest, "1\n2", "x = 3", "x;", "None", "")
        assert [reply.result for reply in replies] == ["2", None, None, None, None]

    def test_the_line_of_an_error(self, guest):
        """Its cell and its line, counted from one."""
        first, second = run(guest, "x = 0", "y = 1\n\ny / x")
        assert first.error is None
        told = Described("raised", "ZeroDivisionError", "division by zero", 1, 3, cell_line=3)
        assert second.error == told

    def test_an_error_does_not_stop_the_next_cell(self, guest):
        """What was defined before it stays, too."""
        replies = run(guest, "x = 5\nraise ValueError('no')", "x")
        assert (replies[0].error.type, replies[1].result) == ("ValueError", "5")

    def test_an_error_in_a_function_of_an_earlier_cell(self, guest):
        """The line is where it happened, not where it was called."""
        error = run(guest, "def f():\n    return {}['k']", "\nf()")[1].error
        assert (error.type, error.piece, error.line) == ("KeyError", 0, 2)

    def test_an_error_inside_of_a_package(self, guest):
        """The line is the last that the student wrote."""
        error = run(guest, "import numpy as np\nnp.linalg.inv(\n    np.zeros((2, 2)))")[0].error
        assert (error.type, error.piece) == ("LinAlgError", 0)
        assert error.line in (2, 3)

    def test_a_syntax_error(self, guest):
        """It has a line, and runs nothing of the cell."""
        reply = run(guest, "print('ran')\nx = = 1")[0]
        assert (reply.error.type, reply.error.line, reply.stdout) == ("SyntaxError", 2, "")

    @pytest.mark.parametrize(
        ("statement", "type"),
        [
            ("import sys; sys.exit(3)", "SystemExit"),
            ("raise KeyboardInterrupt", "KeyboardInterrupt"),
            ("raise type('Own', (BaseException,), {})('!')", "Own"),
            ("def f(): f()\nf()", "RecursionError"),
            ("input()", "StdinNotImplementedError"),
            ("open('missing.txt')", "FileNotFoundError"),
            ("import no_such_package", "ModuleNotFoundError"),
        ],
    )
    def test_whatever_is_raised_is_told(self, guest, statement, type):
        """Also what is no Exception; the next cell runs."""
        replies = run(guest, statement, "1")
        assert (replies[0].error.type, replies[1].result) == (type, "1")

    def test_messages_are_cut_and_made_safe(self, guest):
        """500 characters, with nothing in them that UTF-8 does not know."""
        message = run(guest, "raise ValueError('\\ud800' + 'x' * 10_000)")[0].error.message
        assert message == "?" + "x" * 499

    def test_a_message_that_cannot_be_read(self, guest):
        """An error whose text is an error."""
        source = "class E(Exception):\n    def __str__(self): raise self\nraise E"
        assert run(guest, source)[0].error.message == "(the message could not be read)"

    def test_magics(self, guest):
        """The usual ones do no harm."""
        source = "%matplotlib inline\n%config InlineBackend.figure_format = 'png'\n1"
        replies = run(guest, source, "%%time\nx = 2", "%timeit -n1 -r1 x", "%pip list")
        assert [reply.error for reply in replies[:3]] == [None] * 3
        assert "Wall time" in replies[1].stdout

    def test_figures(self, guest):
        """Each is shown where `show` is called, or where the cell ends, and closed."""
        source = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nplt.plot([2, 1]);"
        first, second = run(guest, source, "plt.get_fignums()")
        assert [png_of(figure)[:8] for figure in first.figures] == [PNG, PNG]
        assert (first.error, second.figures, second.result) == (None, [], "[]")

    def test_figures_of_another_backend(self, guest):
        """They stay open, and are not shown; one that needs a window is taken for a notebook's."""
        cells = (
            "import matplotlib.pyplot as plt\nplt.switch_backend('agg')\nplt.plot([1]);",
            "plt.get_fignums()",
            "plt.close('all')\nplt.switch_backend('TkAgg')\nplt.plot([1]);",
        )
        replies = run(guest, *cells)
        assert [len(reply.figures) for reply in replies] == [0, 0, 1]
        assert replies[1].result == "[1]"

    def test_figures_that_nobody_wants(self):
        """They are not drawn, and closed all the same."""
        source = "import matplotlib.pyplot as plt\nplt.plot([1, 2])"
        with Sandbox(LIMITS, layers="none", figures=False) as sandbox:
            first, second = run(sandbox, source, "plt.get_fignums()")
        assert (first.error, first.figures, second.result) == (None, [], "[]")

    def test_figures_are_counted(self, guest):
        """Eight are enough."""
        source = "import matplotlib.pyplot as plt\nfor n in range(10): plt.figure(n, (1, 1)).gca()"
        assert len(run(guest, source)[0].figures) == 8

    def test_display(self, guest):
        """Text is shown as text, and pictures as pictures."""
        png = "b'\\x89PNG\\r\\n\\x1a\\nrest'"
        source = f"from IPython.display import Image\ndisplay(1, 'two')\ndisplay(Image({png}))"
        reply = run(guest, source)[0]
        assert reply.texts == ["1", "'two'"]
        assert [png_of(figure) for figure in reply.figures] == [PNG + b"rest"]

    def test_no_markup_is_shown(self, guest):
        """HTML, scripts and SVG stay behind."""
        source = (
            "from IPython.display import HTML, Javascript, SVG\n"
            "display(HTML('<script>1</script>'), Javascript('alert(1)'), SVG('<svg/>'))\n"
            "HTML('<b>')"
        )
        reply = run(guest, source)[0]
        shown = "".join([*reply.texts, reply.result])
        assert (reply.figures, "script>" in shown, "<b>" in shown) == ([], False, False)

    def test_too_large_a_picture_is_left_out(self, guest):
        """The rest of the cell's output is not."""
        source = "from IPython.display import Image\ndisplay(Image(b'\\x89PNG\\r\\n\\x1a\\n' + bytes(2 << 20)))\n1"
        reply = run(guest, source)[0]
        assert (reply.figures, reply.result) == ([], "1")

    def test_the_result_is_cut(self, guest):
        """10,000 characters; and of displayed texts a hundred."""
        replies = run(guest, "print; 'x' * 20_000", "for n in range(200): display(n)")
        assert (len(replies[0].result), len(replies[1].texts)) == (10_000, 100)

    def test_printing_without_end_is_an_error(self, guest):
        """As much as there is room for is kept, and whoever prints on and on is stopped."""
        reply = run(guest, "while True: print('x' * 999)")[0]
        assert reply.error.type == "OutputLimitExceeded"
        assert len(reply.stdout) == LIMITS.output_kb << 10

    def test_printing_too_much_is_cut(self, guest):
        """It stops nothing; the end of what is kept says so, once."""
        source = f"print('x' * {LIMITS.output_kb << 10})\nprint('y')\ndef f(): pass\nf.__name__"
        reply = run(guest, source)[0]
        assert (reply.error, reply.result) == (None, "'f'")
        assert reply.stdout.startswith("xxx")
        assert reply.stdout.endswith(
            "x\n[... 여기서 잘렸습니다: more was printed, and is cut off]\n"
        )
        assert len(reply.stdout) == LIMITS.output_kb << 10

    def test_what_was_cleared_is_gone(self, guest):
        """What was printed and displayed before."""
        source = "from IPython.display import clear_output\nprint(1)\ndisplay(2)\nclear_output()\nprint(3)"
        assert run(guest, source) == [CellReply(stdout="3\n")]

    def test_streams_stay_the_same(self, guest):
        """What a cell keeps of them prints into the cell that uses it."""
        cells = ("import sys\nkept = sys.stderr", "print('here', file=kept)", "sys.stderr is kept")
        replies = run(guest, *cells)
        assert [reply.stderr for reply in replies] == ["", "here\n", ""]
        assert replies[2].result == "True"

    def test_a_view_that_raises_is_an_error(self, guest):
        """Of the student's own line."""
        source = "class A:\n    def __repr__(self):\n        raise ValueError('no')\nA()"
        error = run(guest, source)[0].error
        assert (error.type, error.line) == ("ValueError", 3)

    def test_the_warning_of_another_cell_is_not_printed(self, guest):
        """A coroutine that nobody awaits is told in the cell that makes it, or not at all."""
        cells = (
            "async def f(): pass\nkept = f()",
            "del kept",
            "f();",
        )
        told = [reply.stderr for reply in run(guest, *cells)]
        warning = "<submission 2>:1: RuntimeWarning: coroutine 'f' was never awaited\n  f();\n"
        assert told == ["", "", warning]

    def test_what_just_fits_is_not_cut(self, guest):
        """To the last character."""
        size = LIMITS.output_kb << 10
        assert run(guest, f"print('x' * {size}, end='')")[0].stdout == "x" * size

    def test_text_that_is_no_unicode(self, guest):
        """Lone surrogates are replaced wherever they are printed or shown."""
        reply = run(
            guest,
            "print('a\\ud800b')\ndisplay('\\udfff')\nclass R:\n    def __repr__(self): return '\\ud800'\nR()",
        )[0]
        assert (reply.stdout, reply.result, reply.error) == ("a?b\n", "?", None)

    def test_warnings_cost_nothing(self, guest):
        """They are printed, and no error."""
        reply = run(guest, "import numpy as np\nnp.log(np.zeros(1))")[0]
        assert (reply.error, reply.result, "RuntimeWarning" in reply.stderr) == (
            None,
            "array([-inf])",
            True,
        )

    def test_the_check_of_the_notebook_does_nothing(self, guest):
        """Grading asks for checks itself."""
        reply = run(guest, "from autograder.notebook import check\ncheck('anything')")[0]
        assert reply == CellReply()

    def test_an_interrupted_cell(self, guest):
        """It is told as interrupted and late; the next one runs."""
        with lenient(guest) as session:
            first = session.run_cell("x = 1\nwhile True: pass", 0, SHORT)
            second = session.run_cell("x", 1, PATIENT)
        assert (first.late, first.error.type, first.error.line) == (True, "KeyboardInterrupt", 2)
        assert (second.late, second.result) == (False, "1")

    def test_a_late_cell(self, guest):
        """One that catches the interrupt and ends as if nothing had been is late all the same."""
        source = "import time\ntry:\n    while True: time.sleep(0.01)\nexcept KeyboardInterrupt: pass\n'done'"
        with lenient(guest) as session:
            reply = session.run_cell(source, 0, SHORT)
        assert (reply.late, reply.result) == (True, "'done'")

    def test_an_interrupt_between_two_cells(self, guest):
        """It comes too late for the one, and is not for the other."""
        with guest.session() as session:
            session.run_cell("x = 1", 0, PATIENT)
            for _ in range(3):
                session._warm.interrupt(session._pid)
            assert session.run_cell("x", 1, PATIENT) == CellReply(result="1")

    def test_a_cell_that_changed_the_handler(self, guest):
        """What one cell does to the interrupt does not protect the next."""
        with lenient(guest) as session:
            session.run_cell(
                "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN);", 0, PATIENT
            )
            reply = session.run_cell("while True: pass", 1, SHORT)
        assert (reply.late, reply.error.type) == (True, "KeyboardInterrupt")

    def test_a_thread_goes_on_after_the_answer(self, guest):
        """It may, and what it prints disturbs no answer."""
        source = (
            "import threading, time\n"
            "def work():\n"
            "    while True:\n"
            "        print('noise'); time.sleep(0.001)\n"
            "threading.Thread(target=work, daemon=True).start()"
        )
        replies = run(guest, source, "1", "2")
        assert [reply.result for reply in replies] == [None, "1", "2"]


class TestFiles:
    """Files of the `.py` kind."""

    def test_a_file_is_a_module(self, guest):
        """Dataclasses and annotations find it; the part for scripts does not run."""
        source = """
            from __future__ import annotations
            import pickle
            from dataclasses import dataclass

            @dataclass
            class Point:
                x: float
                y: float = 2.0

            def f():
                return pickle.loads(pickle.dumps(Point(1.0))).y

            if __name__ == "__main__":
                raise SystemExit
        """
        assert call(guest, source) == CallReply(output=2.0)

    def test_what_a_file_prints_and_raises(self, guest):
        """Told like a cell's, with the number it was given."""
        with guest.session() as session:
            reply = session.run_file("ours", "print('hello')\n\n1 / 0\n", 7, PATIENT)
        error = Described("raised", "ZeroDivisionError", "division by zero", 7, 3)
        assert reply == CellReply(stdout="hello\n", error=error)

    def test_a_syntax_error(self, guest):
        """It has a line."""
        with guest.session() as session:
            error = session.run_file("ours", "x = 1\ndef f(:\n", 7, PATIENT).error
        assert (error.type, error.piece, error.line) == ("SyntaxError", 7, 2)

    @pytest.mark.parametrize(
        "source", ["\0", "x = '\ud7ff'\n\x0c", "# -*- coding: ascii -*-\n'가'"]
    )
    def test_odd_source(self, guest, source):
        """A file that can or cannot be compiled is answered."""
        with guest.session() as session:
            session.run_file("ours", source, 0, PATIENT)
            assert session.run_cell("1", 0, PATIENT).result == "1"

    def test_files_are_apart(self, guest):
        """Each has its own names, and none those of the cells."""
        with guest.session() as session:
            session.run_file("a", "x = 1\ndef f(): return x", 0, PATIENT)
            session.run_file("b", "x = 2\ndef f(): return x", 1, PATIENT)
            session.run_cell("x = 3\ndef f(): return x", 2, PATIENT)
            outputs = [
                session.call(Call("f", {}, file=file), PATIENT).output for file in ("a", "b", None)
            ]
        assert outputs == [1, 2, 3]

    def test_a_file_that_was_never_loaded(self, guest):
        """There is nothing in it."""
        with guest.session() as session:
            reply = session.call(Call("f", {}, file="none"), PATIENT)
        assert reply.error.kind == "missing"


class TestCalls:
    """Calls of what was submitted, through a driver."""

    def test_inputs_and_output_cross(self, guest):
        """Arrays, numbers and texts, in and out, by the names of the arguments."""
        source = "def f(x, n, *, s): return {'x': x * n, 's': (s, [n, None])}"
        inputs = {"s": "가", "x": np.array([1.0, 2.0]), "n": 3}
        output = call(guest, source, inputs).output
        assert (output["x"].tolist(), output["s"]) == ([3.0, 6.0], ("가", [3, None]))

    def test_what_it_prints(self, guest):
        """It is caught, and belongs to this call."""
        assert call(guest, "def f(): print('hello')") == CallReply(printed="hello\n")

    def test_printing_without_end(self, guest):
        """It is an error of the call."""
        reply = call(guest, "def f():\n    while True: print('x' * 99)")
        assert (reply.error.type, reply.output) == ("OutputLimitExceeded", None)
        assert len(reply.printed) == LIMITS.output_kb << 10

    def test_a_class(self, guest):
        """A driver of source text uses what it is given as it likes."""
        source = """
            class f:
                def __init__(self, lr): self.lr, self.calls = lr, 0
                def step(self, x):
                    self.calls += 1
                    return x - self.lr * self.calls
        """
        driver = """
            def steps(submission, lr, x):
                made = submission(lr)
                return [x := made.step(x) for _ in range(3)]
        """
        reply = call(
            guest,
            source,
            {"lr": 1, "x": 10},
            driver="steps",
            driver_source=textwrap.dedent(driver),
        )
        assert reply.output == [9, 7, 4]

    def test_inputs_after(self, guest):
        """The built-in driver that tells what became of the inputs."""
        source = "def f(x):\n    x += 1\n    return 5"
        output = call(guest, source, {"x": np.zeros(2)}, driver="inputs_after").output
        assert (output["result"], output["inputs after the call"]["x"].tolist()) == (5, [1.0, 1.0])

    def test_twice(self, guest):
        """The built-in driver that calls two times with the same objects."""
        source = "def f(x):\n    x += 1\n    return x.copy()"
        output = call(guest, source, {"x": np.zeros(1)}, driver="twice").output
        assert {key: value.tolist() for key, value in output.items()} == {
            "first call": [1.0],
            "second call": [2.0],
        }

    def test_a_driver_of_ones_own_comes_before_a_built_in_one(self, guest):
        """The text decides, where it has one of this name."""
        source = "def call(submission, x): return -submission(x)"
        reply = call(guest, "def f(x): return x", {"x": 2}, driver_source=source)
        assert reply.output == -2

    def test_calls_share_what_was_loaded(self, guest):
        """One fork answers many calls."""
        with guest.session() as session:
            session.run_cell("calls = []\ndef f(x):\n    calls.append(x)\n    return calls", 0, 9)
            for x in range(3):
                reply = session.call(Call("f", {"x": x}), PATIENT)
        assert reply.output == [0, 1, 2]

    @pytest.mark.parametrize("source", ["", "f = 3", "def g(): pass"])
    def test_missing(self, guest, source):
        """No such name, or nothing that can be called."""
        assert call(guest, source).error == Described("missing", "", "", None, None)

    @pytest.mark.parametrize(
        "source",
        [
            "def f(): pass",
            "def f(a): pass",
            "def f(x, y): pass",
            "class f:\n    def __init__(self): pass",
            "f = lambda: None",
        ],
    )
    def test_signature(self, guest, source):
        """The call does not fit."""
        error = call(guest, source, {"x": 1}).error
        assert (error.kind, error.type, error.piece) == ("signature", "TypeError", None)

    def test_a_type_error_of_its_own_is_no_signature(self, guest):
        """The function took the arguments, and failed inside."""
        error = call(guest, "def f(x):\n    return g()\ndef g(a): pass", {"x": 1}).error
        assert (error.kind, error.type, error.piece, error.line) == ("raised", "TypeError", 7, 2)

    @pytest.mark.parametrize(
        ("statement", "type", "message"),
        [
            ("raise ValueError('no')", "ValueError", "no"),
            ("raise SystemExit(3)", "SystemExit", "3"),
            ("return f()", "RecursionError", None),
            ("raise type('Own', (BaseException,), {})('mine')", "Own", "mine"),
            ("raise NotImplementedError", "NotImplementedError", ""),
            ("assert False, 'x' * 1000", "AssertionError", "x" * 500),
        ],
    )
    def test_raised(self, guest, statement, type, message):
        """With its type, message, file and line."""
        error = call(guest, f"x = 1\ndef f():\n    {statement}").error
        assert (error.kind, error.type, error.piece, error.line) == ("raised", type, 7, 3)
        assert message is None or error.message == message

    def test_an_interrupt_of_its_own(self, guest):
        """What it raises itself is not late."""
        reply = call(guest, "def f(): raise KeyboardInterrupt")
        assert (reply.error.kind, reply.late) == ("interrupted", False)

    @pytest.mark.parametrize(
        ("value", "reason"),
        [
            ("object()", "type"),
            ("type('Mine', (float,), {})(1.0)", "type"),
            ("lambda: 1", "type"),
            ("{1.5, 2}", "type"),
            ("(n for n in 'ab')", "type"),
            ("[1, [2, b'bytes']]", "type"),
            ("__import__('numpy').array([None])", "dtype"),
            ("2**64", "integer"),
            ("'\\ud800'", "text"),
            ("{1: 2}", "key"),
            ("[None] * 200_000", "count"),
            ("'x' * (1 << 25)", "size"),
        ],
    )
    def test_refused(self, guest, value, reason):
        """What it returned is no data; nothing of it crosses."""
        reply = call(guest, f"def f(): return {value}")
        assert (reply.error.kind, reply.error.type, reply.output) == ("refused", reason, None)

    def test_a_value_that_fills_the_door_with_what_was_printed(self, guest):
        """Alone it would just cross; the whole answer is refused, and says so."""
        source = f"""
            def f():
                print('x' * {LIMITS.output_kb - 1 << 10})
                return bytes((1 << 24) - 100).decode()
        """
        reply = call(guest, source)
        assert (reply.error.kind, reply.error.type) == ("refused", "size")

    def test_a_value_that_lies(self, guest):
        """It says it equals everything; the door asks for its exact type."""
        source = """
            import numpy as np
            class Yes(np.ndarray):
                def __eq__(self, other): return True
                __array_priority__ = 1e9
            def f(): return np.zeros(3).view(Yes)
        """
        assert call(guest, source).error.type == "type"

    def test_interrupted(self, guest):
        """A call that does not return is interrupted, and told as that."""
        reply = call_shortly(guest, "def f():\n    while True: pass")
        assert (reply.late, reply.error.kind, reply.error.line) == (True, "interrupted", 2)

    @pytest.mark.parametrize("error", ["KeyboardInterrupt", "BaseException"])
    def test_a_late_answer(self, guest, error):
        """One that catches the interrupt and answers is late; what it answered is seen."""
        source = f"""
            import time
            def f():
                try:
                    while True: time.sleep(0.01)
                except {error}:
                    return 42
        """
        reply = call_shortly(guest, source)
        assert (reply.late, reply.output) == (True, 42)

    def test_a_late_answer_is_answered_once(self, guest):
        """The next call gets its own answer, in time."""
        with lenient(guest) as session:
            session.run_cell("import time\ndef f(n):\n    if n: time.sleep(60)\n    return n", 0, 9)
            replies = [
                session.call(Call("f", {"n": n}), seconds)
                for n, seconds in ((1, SHORT), (0, PATIENT))
            ]
        assert [(reply.late, reply.output) for reply in replies] == [(True, None), (False, 0)]


class TestTheFork:
    """What a fork is made of."""

    def test_it_has_imported_nothing_that_is_trusted(self, sandbox):
        """Of this project only the door and its guest are loaded."""
        source = """
import sys
def probe():
    return sorted(name for name in sys.modules if name.startswith("autograder"))
"""
        allowed = {*DOOR, CHECK_MODULE}
        loaded = evaluate(sandbox, source)
        assert [
            name
            for name in loaded
            if name not in allowed and not name.startswith("autograder.sandbox.guest")
        ] == []
        assert "autograder.sandbox.codec" in loaded

    def test_the_notebook_module_is_a_stand_in(self, sandbox):
        """It has no file."""
        source = "import autograder.notebook as n\ndef probe(): return hasattr(n, '__file__')"
        assert evaluate(sandbox, source) is False

    def test_the_course_is_not_on_the_path(self, sandbox):
        """Nothing beside the installed packages can be imported."""
        source = """
import importlib, sys
def probe():
    found = []
    for name in ("tests", "solutions", "nbgrader_config", "autograder.compare", "reference",
                 "autograder.sandbox.confined", "autograder.grading"):
        try:
            importlib.import_module(name)
        except (ImportError, PermissionError):
            continue
        found.append(name)
    return found, sys.path
"""
        found, path = evaluate(sandbox, source)
        root = __file__[: __file__.index("/tests/")]
        assert root not in path
        assert all(entry not in ("", ".") for entry in path)
        if sandbox._layers != "none":
            assert found == []

    def test_the_environment_has_nothing_of_the_machine(self, sandbox):
        """For Python and for C: a home in the scratch, and one thread for each library."""
        source = """
import ctypes, os
def probe():
    get = ctypes.CDLL(None).getenv
    get.restype = ctypes.c_char_p
    unset = [get(name) is None for name in (b"PATH", b"USER", b"LC_ALL", b"MALLOC_ARENA_MAX")]
    own = {name: value for name, value in os.environ.items() if value not in ("0", "1", "autograde")}
    return own == dict.fromkeys(["HOME", "TMPDIR"], os.getcwd()), unset, get(b"OMP_NUM_THREADS") == b"1"
"""
        assert evaluate(sandbox, source) == (True, [True] * 4, True)

    def test_the_arguments_tell_nothing(self, sandbox):
        """Neither the command line nor the standard input."""
        source = "import sys\ndef probe(): return sys.argv, sys.stdin.read()"
        assert evaluate(sandbox, source) == ([""], "")

    def test_what_is_open(self, sandbox):
        """The first three, the two pipes of this fork, and the event loop of its cells."""
        source = """
import os, stat
def probe():
    found = {}
    for fd in range(1024):
        try:
            found[str(fd)] = stat.S_IFMT(os.fstat(fd).st_mode)
        except OSError:
            continue
    return found, stat.S_IFIFO
"""
        found, fifo = evaluate(sandbox, source)
        assert list(found)[:3] == ["0", "1", "2"]
        # A loop's selector and its counter have no kind, and no number of their own.
        assert sorted(found[fd] for fd in list(found)[3:]) == [0, 0, 0, fifo, fifo]

    def test_nothing_passes_to_the_next_fork(self, sandbox):
        """No file, no module's state, no variable, no environment, no directory."""
        leave = """
import builtins, os, sys
import numpy
x = numpy.left = builtins.left = 1
os.environ["LEFT"] = "1"
sys.path.insert(0, "/left")
numpy.random.seed(5)
with open("left.txt", "w") as file:
    file.write("left")
"""
        look = """
import builtins, os, sys
import numpy
def probe():
    return ["x" in globals(), hasattr(numpy, "left"), hasattr(builtins, "left"),
            "LEFT" in os.environ, "/left" in sys.path, os.path.exists("left.txt")]
"""
        assert run(sandbox, leave)[0].error is None
        assert evaluate(sandbox, look) == [False] * 6


def _ask_without_end(session, question):
    for _ in range(1000):
        session.call(question, PATIENT)


class TestAhead:
    """A question that is sent as soon as the last one is answered."""

    SOURCE = """
seen = []
def f(x):
    seen.append(x)
    return seen
def long(x): return 'x' * 2000
def late(x):
    while True: pass
"""

    def test_each_is_asked_once_and_in_order(self, guest):
        """Whether or not it was sent before."""
        calls = [Call("f", {"x": n}, file="ours") for n in range(4)]
        with guest.session() as session:
            session.run_file("ours", self.SOURCE, 0, PATIENT)
            told = [
                session.call(call, PATIENT, then).output
                for call, then in zip(calls, [*calls[1:], None], strict=True)
            ]
        assert told == [list(range(n + 1)) for n in range(4)]

    def test_another_question_than_the_one_that_was_sent(self, guest):
        """It gets its own answer; that of the other is dropped."""
        calls = [Call("f", {"x": n}, file="ours") for n in range(3)]
        with guest.session() as session:
            session.run_file("ours", self.SOURCE, 0, PATIENT)
            assert session.call(calls[0], PATIENT, calls[1]).output == [0]
            assert session.call(calls[2], PATIENT).output[-1] == 2

    def test_one_that_nobody_asks_any_more_takes_no_time_of_another(self, made):
        """It is interrupted, and what is asked in its place is not."""
        endless = Call("late", {"x": 0}, file="ours")
        with made("none").session() as session:
            session.run_file("ours", self.SOURCE, 0, PATIENT)
            session.call(Call("f", {"x": 0}, file="ours"), PATIENT, endless)
            reply = session.call(Call("f", {"x": 1}, file="ours"), SHORT)
            assert (reply.output, reply.late) == ([0, 1], False)

    @pytest.mark.parametrize("name", ["long", "late"])
    def test_nothing_is_sent_behind_what_may_end_a_check(self, made, name):
        """A long answer may be too long, and behind a late one nothing more is asked."""
        with made("none").session() as session:
            session.run_file("ours", self.SOURCE, 0, PATIENT)
            then = Call("f", {"x": 1}, file="ours")
            session.call(Call(name, {"x": 0}, file="ours"), SHORT, then)
            assert session._ahead is None
            assert session.call(then, PATIENT).output == [1]

    def test_inputs_that_no_pipe_holds(self, guest):
        """They are sent in parts, as soon as there is room."""
        large = Call("f", {"x": np.zeros(100_000)}, file="ours")
        with guest.session() as session:
            session.run_file("ours", self.SOURCE, 0, PATIENT)
            session.call(Call("f", {"x": 0}, file="ours"), PATIENT, large)
            assert len(session.call(large, PATIENT).output) == 2

    def test_one_that_cannot_be_asked(self, guest):
        """It is no fault of the answer before it."""
        then = Call("f", {"x": object()}, file="ours")
        with guest.session() as session:
            session.run_file("ours", self.SOURCE, 0, PATIENT)
            with pytest.raises(SessionLostError, match="garbage"):
                session.call(Call("f", {"x": 0}, file="ours"), PATIENT, then)

    def test_a_fork_that_ended_behind_its_answer(self, made):
        """The next question finds it gone."""
        calls = [Call("f", {}, file="ours"), Call("f", {}, file="ours")]
        source = """
import os, threading, time
def f():
    threading.Thread(target=lambda: (time.sleep(0.2), os._exit(1))).start()
"""
        with made("none").session() as session:
            session.run_file("ours", source, 0, PATIENT)
            session.call(calls[0], PATIENT, calls[1])
            with pytest.raises(SessionLostError, match="ended"):
                _ask_without_end(session, calls[1])
