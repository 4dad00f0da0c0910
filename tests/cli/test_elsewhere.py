"""A student's own check on a system that is not Linux; grading says that it is for Linux."""

from __future__ import annotations

import json

import pytest

from tests import elsewhere
from tests.cli.conftest import COUNTER, RIGHT
from tests.cli.test_check import BROKEN

pytestmark = pytest.mark.sandbox

COMMAND = "from autograder.cli import main; main()"


@pytest.fixture
def run(tmp_path, desk):
    """Run `autograder` there."""

    def ran(*arguments):
        return elsewhere.run(tmp_path, "-c", COMMAND, *arguments, cwd=desk)

    return ran


def test_it_is_another_system(tmp_path, desk):
    """What Linux has is not there."""
    done = elsewhere.run(tmp_path, "-c", "import socket; socket.AF_UNIX", cwd=desk)
    assert "AttributeError" in done.stderr
    for module in ("fcntl", "resource", "pwd"):
        done = elsewhere.run(tmp_path, "-m", module, cwd=desk)
        assert f"there is no {module} on this system" in done.stderr


def test_a_check(run, write):
    """The same report as anywhere, of several exercises."""
    write("double", RIGHT)
    write("Counter", COUNTER)
    done = run("check", "double", "Counter")
    assert (done.returncode, done.stderr) == (0, "")
    assert "✔ Double  (double)\n" in done.stdout


@pytest.mark.parametrize(("text", "status", "said"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_told(run, write, text, status, said):
    """A mistake, an error, a process that ends itself."""
    write("double", text)
    done = run("check", "double", "--json")
    (document,) = json.loads(done.stdout)
    assert (done.returncode, done.stderr, document["status"]) == (1, "", status)
    assert all(check["message"].startswith(said) for check in document["checks"])


def test_an_endless_loop_ends(run, write):
    """When the course's time for a check is over."""
    write("double", "def double(x):\n    while True:\n        pass\n")
    (document,) = json.loads(run("check", "double", "--json").stdout)
    assert document["status"] == "timeout"


NOTEBOOK = """
def double(x):
    return {answer}

from autograder.notebook import CheckFailed, check
try:
    check("double", "en")
except CheckFailed as failed:
    print(failed)
"""
IN_A_SHELL = """
import sys
from IPython.core.interactiveshell import InteractiveShell
InteractiveShell.instance().run_cell(sys.argv[1])
"""


def test_a_students_day(run, write, tmp_path, desk):
    """The list, what changed, a hint, the stub again, and the same checks by pytest."""
    write("double", "def double(x):\n    return x * x\n")
    assert "?  double" in run().stdout
    assert "✘ Double  (double)" in run("check").stdout
    listed, hinted = run(), run("hint", "double")
    assert ("✘  double" in listed.stdout, "Hint 1 of" in hinted.stdout) == (True, True)
    tested = elsewhere.run(tmp_path, "-c", BY_PYTEST, cwd=desk)
    assert "squares" in tested.stdout
    assert "Traceback" not in tested.stdout
    assert run("reset", "double").returncode == 0
    assert "·  double" in run().stdout


BY_PYTEST = """
import os
import pytest
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
words = ["exercises", "-q", "-p", "no:cacheprovider", "-p", "autograder.student.pytest_plugin"]
pytest.main(words)
"""


def test_an_endless_loop_in_a_notebook_ends(tmp_path, desk):
    """By itself, when its time is over; where the code catches one interrupt, by the next."""
    answer = "loop()\n\ndef loop():\n    while True:\n        try:\n            while True: pass"
    answer += "\n        except KeyboardInterrupt:\n            while True: pass"
    cells = NOTEBOOK.format(answer=answer) + "print('and on')\n"
    done = elsewhere.run(tmp_path, "-c", cells, cwd=desk / "exercises" / "basics")
    assert "did not finish in time" in done.stdout, done.stderr
    assert done.stdout.endswith("and on\n")


@pytest.mark.parametrize(("answer", "said"), [("2 * x", "✔ Double"), ("x * x", "squares")])
def test_the_check_of_a_notebook(tmp_path, desk, answer, said):
    """In the process in which the student works, with a shell as a kernel has, and without."""
    folder = desk / "exercises" / "basics"
    cells = NOTEBOOK.format(answer=answer)
    for program in ((cells,), (IN_A_SHELL, cells)):
        done = elsewhere.run(tmp_path, "-c", *program, cwd=folder)
        assert said in done.stdout, done.stderr


@pytest.mark.parametrize("arguments", [(), ("--sandbox=none",), ("--results=results.jsonl",)])
def test_grading_is_for_linux(run, desk, arguments):
    """One sentence, and no results."""
    done = run("grade", str(desk), *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("autograder: submissions are graded on Linux only")
    assert done.stderr.count("\n") == 1
    assert not (desk / "results.jsonl").exists()


def test_the_doctor_says_the_same(run):
    """With what there is."""
    done = run("doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert "submissions are graded on Linux only" in done.stdout
