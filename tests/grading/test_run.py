"""Whatever a submission does, each of its exercises gets what it earns."""

from __future__ import annotations

import pytest

from autograder.collecting.pieces import Piece, asked_after
from autograder.grading.judge import judge
from autograder.grading.run import run_submission
from autograder.limits import Limits
from autograder.report.call_code import own_call
from autograder.sandbox.confined import Sandbox

pytestmark = pytest.mark.sandbox

RIGHT = "def double(x):\n    return x + x"
COUNTER = (
    "class Counter:\n"
    "    def __init__(self, step):\n        self.step = step\n        self.count = 0\n"
    "    def next(self):\n        self.count += self.step\n        return self.count\n"
)


def summary(results):
    """Score and status of each exercise."""
    return {name: (result.score, result.status) for name, result in results.items()}


def test_a_right_notebook(grade_cells):
    """All points, and no diagnosis."""
    results = grade_cells(RIGHT, COUNTER)
    assert summary(results) == {"double": (10, "passed"), "Counter": (6, "passed")}
    assert [result.diagnosis for result in results.values()] == [None, None]


def test_right_files(grade_files):
    """`.py` files are graded like cells."""
    results = grade_files(double=RIGHT, Counter=COUNTER)
    assert summary(results) == {"double": (10, "passed"), "Counter": (6, "passed")}


def test_files_do_not_see_each_other(grade_files):
    """Each file has a namespace of its own."""
    results = grade_files(double=COUNTER, Counter=RIGHT)
    assert summary(results) == {"double": (0, "missing"), "Counter": (0, "missing")}


@pytest.mark.parametrize(
    ("source", "name", "score"),
    [
        ("def double(x):\n    return x * x", "squares", 0),
        ("def double(x):\n    return abs(2 * x)", "drops_the_sign", 7),
        ("def double(x):\n    x += x\n    return x", "changes_its_input", 4),
    ],
)
def test_a_known_mistake_is_named(grade_cells, source, name, score):
    """The diagnosis is the mistake, and right checks keep their points."""
    result = grade_cells(source, COUNTER)["double"]
    assert (result.diagnosis.kind, result.diagnosis.name) == ("mistake", name)
    assert result.score == score


def test_a_general_relation_is_named(grade_cells):
    """What is no known mistake may still be a factor."""
    result = grade_cells("def double(x):\n    return 3 * x")["double"]
    assert (result.diagnosis.kind, result.diagnosis.name) == ("relation", "factor")
    assert result.diagnosis.value == 1.5


def test_an_unexplained_answer_has_no_diagnosis(grade_cells):
    """Nothing is made up."""
    result = grade_cells("def double(x):\n    return 2 * x + x**3 / 7")["double"]
    assert (result.status, result.diagnosis) == ("failed", None)


HARMFUL_CELLS = {
    "raises": "1 / 0",
    "is no Python": "def (",
    "exits": "import sys; sys.exit(0)",
    "ends the process": "import os; os._exit(0)",
    "loops": "while True: pass",
    "cannot be interrupted": (
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    ),
    "prints without end": "while True: print('x' * 1000)",
    "is killed by a signal": "import ctypes; ctypes.string_at(0)",
    "writes without end": (
        "import itertools\nfor n in itertools.count():\n    open(f'f{n}', 'w').write('x' * 100_000)"
    ),
}


@pytest.mark.parametrize("source", HARMFUL_CELLS.values(), ids=HARMFUL_CELLS)
def test_a_harmful_cell_costs_nothing_else(grade_cells, source):
    """The other cells and exercises are graded all the same."""
    results = grade_cells(RIGHT, source, COUNTER)
    assert summary(results) == {"double": (10, "passed"), "Counter": (6, "passed")}


HARMFUL_BODIES = {
    "raises": ("raise ValueError('no')", "error"),
    "exits": ("import sys; sys.exit(0)", "error"),
    "ends the process": ("import os; os._exit(0)", "error"),
    "loops": ("while True: pass", "timeout"),
    "cannot be interrupted": (
        "while True:\n        try:\n            while True: pass\n        except BaseException: pass",
        "timeout",
    ),
    "prints without end": ("while True: print('x' * 1000)", "error"),
    "returns no data": ("return object()", "error"),
    "is not written": ("raise NotImplementedError()", "missing"),
    "takes all memory": ("return [0] * 10**12", "error"),
}


@pytest.mark.parametrize(("body", "status"), HARMFUL_BODIES.values(), ids=HARMFUL_BODIES)
def test_a_harmful_function_costs_nothing_else(grade_cells, body, status):
    """Its own checks fail with the right status; the other exercise is graded all the same."""
    results = grade_cells(f"def double(x):\n    {body}", COUNTER)
    assert summary(results) == {"double": (0, status), "Counter": (6, "passed")}


def test_one_check_alone_times_out(grade_cells):
    """Where it can be told apart, a loop fails the check that it is in and no other."""
    source = "def double(x):\n    while x.max() > 1e5: pass\n    return x + x"
    result = grade_cells(source)["double"]
    assert [check.status for check in result.checks] == ["passed", "passed", "timeout", "passed"]


def test_the_last_definition_counts(grade_cells):
    """As in a notebook that is run from top to bottom."""
    assert grade_cells("def double(x): return x", RIGHT)["double"].status == "passed"


def test_an_answer_below_the_magic_is_an_answer(grade_cells):
    """As in its student's kernel, whether or not the extension was loaded in a cell that is left.

    An error has the line that it has in the cell.
    """
    loaded = "%load_ext autograder\nfrom autograder.notebook import check, summary\nsummary()"
    assert grade_cells(f"%%check double\n{RIGHT}")["double"].status == "passed"
    results = grade_cells(
        loaded, f"%%check double en\n%%time\n{RIGHT}", f"{COUNTER}\n%check Counter"
    )
    assert {each.status for each in results.values()} == {"passed"}
    raised = grade_cells("%%check double\ndef double(x):\n    return 1 / 0")["double"]
    assert raised.checks[0].finding.problem.line == 3


def test_why_it_is_missing(grade_cells, grade_files):
    """A function that is not there because its cell or file failed says so."""
    cell = grade_cells("x = undefined\ndef double(x): return x + x")["double"]
    assert cell.checks[0].finding.problem.type == "NameError"
    assert (cell.checks[0].finding.problem.line, cell.checks[0].finding.problem.loading) == (
        1,
        True,
    )
    file = grade_files(double="def double(x:\n    return x")["double"]
    assert (file.status, file.checks[0].finding.problem.type) == ("error", "SyntaxError")
    loop = grade_files(double="while True: pass")["double"]
    assert loop.status == "timeout"


FORGED = "raise SyntaxError('no', ('<submission {piece}>', {line}, 1, ''))"


@pytest.mark.parametrize(
    ("piece", "line"),
    [(0, -3), (0, 0), (0, 4), (0, 2**70), (0, "'3'"), (0, "True"), (7, 1), (-1, 1), ("9" * 30, 1)],
)
def test_a_place_that_was_not_handed_in_is_no_place(grade_cells, piece, line):
    """An error may say that it comes from any line; only a line that is there is shown."""
    forged = FORGED.format(piece=piece, line=line)
    problem = grade_cells(f"def double(x):\n    {forged}")["double"].checks[0].finding.problem
    assert (problem.type, problem.piece, problem.line) == ("SyntaxError", None, None)


def test_a_place_that_was_handed_in_is_shown(grade_cells):
    """Whoever forges it to be another line of their own deceives themselves."""
    forged = FORGED.format(piece=0, line=1)
    problem = grade_cells(f"def double(x):\n    {forged}")["double"].checks[0].finding.problem
    assert (problem.piece, problem.line) == (0, 1)


def test_checks_in_a_notebook_do_nothing_here(grade_cells):
    """The student's own check cells neither run nor score."""
    cells = ("from autograder.notebook import check", RIGHT, "check('double')", COUNTER)
    assert grade_cells(*cells)["double"].score == 10


def test_prints_are_kept_for_public_checks(grade_cells):
    """What a failing call printed is there to be shown."""
    result = grade_cells("def double(x):\n    print('look', x.shape)\n    return x")["double"]
    assert result.checks[0].finding.outcome.printed == "look (3,)\n"


CLIMBS = COUNTER.replace("+= self.step", "+= self.step + 1")


def test_the_calls_of_a_driver_are_shown_as_the_students_own(grade_cells):
    """Nobody can repeat a call of a driver."""
    first = grade_cells(RIGHT, CLIMBS)["Counter"].checks[0].finding
    assert own_call(first).code("Counter") == "Counter(step=2).next()"


def test_the_calls_of_a_driver_are_asked_for_before_any_hidden_input_is_sent(grade_cells):
    """Else what a student reads could say what the inputs were."""
    counts = COUNTER.replace("self.step = step", "self.step = step; made.append(step)")
    counts = counts.replace("return self.count", "return 100 * len(made)")
    finding = grade_cells("made = []", RIGHT, counts)["Counter"].checks[0].finding
    # Two public cases, and the first of them again.
    assert [each.output for each in finding.outcome.calls if each.of] == [300, 300, 300]


def grade_in_a_second(toy_keys, *cells, checks=2, asked=()):
    """Grade cells that have a second together; also what each came to.

    Args:
        toy_keys: what is asked.
        cells: their sources.
        checks: the seconds of all checks.
        asked: the exercises whose check cells stand below the last cell.
    """
    limits = Limits(
        cell_seconds=0.4,
        check_seconds=0.4,
        grace_seconds=0.1,
        cells_seconds=1,
        checks_seconds=checks,
    )
    pieces = asked_after(
        (Piece(number, cell) for number, cell in enumerate(cells)), dict.fromkeys(asked, 1000)
    )
    keys = list(toy_keys.values())
    with Sandbox(limits) as sandbox:
        run = run_submission(sandbox, pieces, keys)
    return run, {key.exercise: judge(key, run.outcomes[key.exercise]) for key in keys}


SLOW = "import time; time.sleep(60)"
"""Not a loop: what waits for a processor is not charged for that."""


@pytest.mark.no_cover
def test_cells_have_a_budget(toy_keys):
    """When it is used up no further cell runs, and an answer in one of them says so."""
    run, results = grade_in_a_second(toy_keys, RIGHT, *[SLOW] * 9, COUNTER)
    kinds = [piece.problem.kind if piece.problem else None for piece in run.pieces]
    late = kinds.count("timeout")
    assert kinds == [None, *["timeout"] * late, *["budget"] * (10 - late)]
    assert late in (3, 4)  # what waits for a processor is not charged
    assert summary(results) == {"double": (10, "passed"), "Counter": (0, "timeout")}
    assert results["Counter"].checks[0].finding.problem.kind == "budget"


@pytest.mark.no_cover
def test_cells_do_not_use_up_the_time_of_checks(toy_keys):
    """Whatever the cells cost, what ran is asked its checks; also when a fork is lost then."""
    ends = COUNTER.replace("self.step = step", "import os; os._exit(0)")
    _, results = grade_in_a_second(toy_keys, ends, RIGHT, *[SLOW] * 9)
    assert summary(results) == {"double": (10, "passed"), "Counter": (0, "error")}


@pytest.mark.no_cover
def test_checks_have_a_budget(toy_keys):
    """An answer that burns it leaves nothing to what is asked after it, and they say so."""
    slow = "import time\ndef double(x):\n    time.sleep(0.3)\n    return x + x"
    # What waits for a processor gets that time back, and could answer something in it.
    counter = COUNTER.replace("self.step = step", "import time; time.sleep(0.3); self.step = step")
    _, results = grade_in_a_second(toy_keys, slow, counter, checks=0.5)
    assert results["double"].checks[0].status == "passed"
    kinds = {check.finding.problem.kind for check in results["Counter"].checks}
    assert "budget" in kinds
    assert kinds <= {"timeout", "budget"}


@pytest.mark.no_cover
def test_a_check_cell_below_what_was_not_run_is_where_it_is_asked(toy_keys):
    """As far as the notebook was run."""
    helped = "def helper(x): return x\ndef double(x): return helper(x)"
    cells = (helped, "def helper(x): return x + x", *[SLOW] * 9)
    _, results = grade_in_a_second(toy_keys, *cells, asked=("double",))
    assert results["double"].score == 10
