"""`autograder validate`: what is right passes, and what is not is said with its place."""

from __future__ import annotations

import json
import subprocess
import sys
import threading

import numpy as np
import pytest

from autograder.course import CourseError, load_course
from autograder.course.known_source import known_source
from autograder.grading.judge import judge_here
from autograder.keys.making import make_key
from autograder.sandbox.guest import case_call
from autograder.sandbox.guest.capture import captured
from autograder.validation.fairness import audit
from autograder.validation.in_process import examine_here
from autograder.validation.known_answers import known_answers
from autograder.validation.sandboxed import examine_all
from autograder.validation.thoughtless import literal, thoughtless_answers
from tests.toy_settings import LIMITS, SEED


def examined(root):
    """What is found of each exercise of a course."""
    solutions = load_course(root).solutions()
    found = examine_all(solutions, SEED, limits=LIMITS, layers="inner", workers=2)
    return {examination.exercise: examination for examination in found}


def examined_one(root, exercise):
    """What is found of one exercise of a course."""
    solutions = [each for each in load_course(root).solutions() if each.name == exercise]
    (examination,) = examine_all(solutions, SEED, limits=LIMITS, layers="inner", workers=1)
    return examination


@pytest.mark.sandbox
def test_the_toy_course_is_proved(toy_root):
    """Right answers get all, the stub none, each mistake is named as itself and nothing else."""
    found = examined(toy_root)
    assert {name: examination.faults for name, examination in found.items()} == {
        "double": [],
        "Counter": [],
    }
    double = found["double"]
    assert (double.points, double.alternatives, double.named) == (10, 2, 3)
    named = {name: mistake.named for name, mistake in double.mistakes.items()}
    assert named == {name: (name,) for name in named}
    assert double.mistakes["drops_the_sign"].score == 7
    assert max(double.thoughtless.values()) < 2


@pytest.mark.sandbox
def test_only_one_thread_calls_the_course_in_this_process(toy_root, monkeypatch):
    """It catches what is printed: two that do so leave the whole process without an output."""
    threads = set()

    def noted(limit):
        threads.add(threading.current_thread())
        return captured(limit)

    monkeypatch.setattr(case_call, "captured", noted)
    examined(toy_root)
    assert threads == {threading.current_thread()}


WRONG = [
    # (file, old, new, the file and line that are named, what is said)
    ("double/alternatives.py", "return x + x", "return x + x + 1", "alternatives.py:4",
     "alternative 'adds' fails 'a few numbers': wrong value: all 3 entries differ;"),
    ("double/alternatives.py", "return x + x", "raise ValueError(x.ndim)",
     "alternatives.py:4", "alternative 'adds' fails 'a few numbers': It raised ValueError: 1"),
    ("double/mistakes.py", "return x * x", "return x + x", "mistakes.py:5",
     "mistake 'squares' gets full marks"),
    ("double/mistakes.py", "return abs(x) * 2", "return x * x", "mistakes.py:10",
     "mistake 'drops_the_sign' is named 'squares'"),
    ("double/mistakes.py", "return abs(x) * 2", "return ab(x) * 2", "mistakes.py:10",
     "mistake 'drops_the_sign' raises NameError on every case: name 'ab' is not defined"),
    ("double/mistakes.py", "def squares(x)", "def squares(y, x=2)", "mistakes.py:5",
     "mistake 'squares' raises TypeError on every case: "),
    ("double/reference.py", "    ### BEGIN", "    return np.asarray(x) * 2\n    ### BEGIN",
     "reference.py:7", "the stub already passes"),
    ("double/grading.py", "points=1,\n    public", "points=1,\n    driver='nobody',\n    public",
     "grading.py:", "nobody"),
    ("double/reference.py", "return np.asarray(x) *", "x *= 2\n    return x + 0 *",
     "reference.py:4", "the reference changes its input 'x': let it copy that, or, if students are "
     "asked to change it in place, give 'a few numbers' a driver of driver.py"),
    ("double/grading.py", "-rng.uniform(3, 4", "-np.random.uniform(3, 4", "grading.py:19",
     "the cases of check 'negative numbers' differ from run to run; draw them from rng"),
    ("Counter/grading.py",
     "rng.integers(3, 9)), times=20)\n    yield Case(step=-1, times=1", "1), times=0",
     "grading.py:6", "returning None earns 5 of 6 points"),
]  # fmt: skip


@pytest.mark.sandbox
@pytest.mark.parametrize(("file", "old", "new", "place", "said"), WRONG, ids=[w[4] for w in WRONG])
def test_what_is_graded_wrongly_is_named(toy_root, change, file, old, new, place, said):
    """An alternative that fails, a mistake that passes or is called another, a stub that earns."""
    change(file, old, new)
    faults = examined_one(toy_root, file.split("/")[0]).faults
    assert any(place in p and said in p for p in faults), faults


@pytest.mark.sandbox
def test_a_mistake_that_another_explains_too_is_named(toy_root, change):
    """Of two mistakes that answer alike, both are said, each with its place."""
    change("double/mistakes.py", "return abs(x) * 2", "return x**2")
    faults = examined_one(toy_root, "double").faults
    assert any("'squares' is named 'squares' and 'drops_the_sign'" in p for p in faults)
    assert any(p.endswith("'drops_the_sign' is named 'squares'") for p in faults)


@pytest.mark.sandbox
def test_an_adopted_mistake_is_held_too(toy_root):
    """It is a mistake like the others."""
    folder = toy_root / "solutions" / "basics" / "double" / "adopted"
    folder.mkdir()
    text = 'ko = "두 배"\nen = "Twice?"\nsource = "def double(x):\\n    return {}\\n"\n'
    (folder / "triples.toml").write_text(text.format("3 * x"), encoding="utf-8")
    assert examined_one(toy_root, "double").mistakes["triples"].named == ("triples",)
    (folder / "triples.toml").write_text(text.format("2 * x"), encoding="utf-8")
    faults = examined_one(toy_root, "double").faults
    assert any("triples.toml:1: mistake 'triples' gets full marks" in p for p in faults)
    (folder / "triples.toml").write_text(text.format("3 * y"), encoding="utf-8")
    faults = examined_one(toy_root, "double").faults
    assert any("triples.toml:1: mistake 'triples' raises NameError" in p for p in faults)


RULES = [
    # (file, old, new, where it is said, what is said)
    ("double/grading.py", 'points=4, driver="twice"', 'points=4, driver="inputs_after"',
     "grading.py:25", "facts that are only seen carry 6 of 10 points; at most a fifth, 2, since a "
     "submission can forge them: 'large numbers' (4), 'the input stays' (2)"),
    ("double/grading.py", 'points=4, driver="twice"', 'points=4, driver="twice", public=True',
     "grading.py:5", "hidden checks carry 2 of 10 points; at least half, 5, since"),
    ("double/grading.py", 'points=4, driver="twice"', "points=4",
     "mistakes.py:15", "mistake 'changes_its_input' keeps 8 of 10 points; at most 70%, 7: a check"),
]  # fmt: skip


@pytest.mark.parametrize("who", ["here", pytest.param("sandboxed", marks=pytest.mark.sandbox)])
@pytest.mark.parametrize(("file", "old", "new", "place", "said"), RULES, ids=[r[4] for r in RULES])
def test_points_keep_to_what_is_promised(toy_root, change, who, file, old, new, place, said):
    """Forged facts, copied answers and known mistakes earn little, in every course."""
    change(file, old, new)
    if who == "here":
        faults = examine_here(next(load_course(toy_root).solutions()), SEED).faults
    else:
        faults = examined_one(toy_root, "double").faults
    assert any(place in fault and said in fault for fault in faults), faults


def test_a_driver_of_ones_own_is_counted_by_what_it_reports(toy_root, change):
    """Whatever it is called."""
    (toy_root / "solutions/basics/double/driver.py").write_text(
        "def looks_again(f, x):\n    out = f(x)\n"
        "    return {'result': out, 'inputs after the call': {'x': x}}\n",
        encoding="utf-8",
    )
    new = 'points=4, driver="looks_again", reports="inputs_after"'
    change("double/grading.py", 'points=4, driver="twice"', new)
    faults = examine_here(next(load_course(toy_root).solutions()), SEED).faults
    assert any("facts that are only seen carry 6 of 10 points" in fault for fault in faults)
    change("double/grading.py", 'reports="inputs_after"', 'reports="two_calls"')
    with pytest.raises(CourseError, match=r"grading.py:25: driver 'looks_again' reports"):
        examine_here(next(load_course(toy_root).solutions()), SEED)


IDLE = [
    # (what stands in the grading of `double`, the answer that earns too much)
    ("np.zeros(4)", "zeros, like its first input"),
    ("np.array([1.0, 2.0, 4.0])", "the first public answer"),
]


@pytest.mark.sandbox
@pytest.mark.parametrize(("inputs", "answer"), IDLE)
def test_an_answer_without_thought_must_not_pay(toy_root, change, inputs, answer):
    """Zeros, or the first public answer, must earn less than a fifth."""
    change("double/grading.py", "rng.uniform(1e6, 2e6, size=5)", inputs)
    faults = examined_one(toy_root, "double").faults
    assert any(f"returning {answer} earns" in p and "grading.py:" in p for p in faults), faults


def test_thoughtless_answers_are_python(toy, toy_keys):
    """Each of them is a module that defines what is asked for, a function or a class."""
    for solution in toy.solutions():
        answers = dict(thoughtless_answers(solution, toy_keys[solution.name]))
        assert {"None", "the first public answer", "zeros, like its first input"} <= set(answers)
        for source in answers.values():
            namespace = {}
            exec(compile(source, "thoughtless.py", "exec"), namespace)
            assert isinstance(namespace[solution.name], type) == (solution.name == "Counter")
    double = next(toy.solutions())
    sources = dict(thoughtless_answers(double, toy_keys["double"]))
    assert "its input x" in sources
    namespace = {}
    exec(sources["NaN, like its first input"], namespace)
    got = namespace["double"](np.arange(3))
    assert np.isnan(got).all()
    assert got.shape == (3,)


@pytest.mark.parametrize(
    "value",
    [
        None, True, 3, -0.5, float("inf"), "text",
        np.array([[1.5, np.nan], [-np.inf, 0.0]], dtype=np.float32),
        np.array(2), np.zeros((0, 3)), (), (1,), [1, (2.0, "a")], {"a": np.array([True])},
    ],
    ids=repr,
)  # fmt: skip
def test_literals_are_the_values(value):
    """What is written of a value evaluates to it."""
    again = eval(literal(value), {"np": np, "inf": np.inf, "nan": np.nan})
    np.testing.assert_equal(again, value)
    assert type(again) is type(value)
    if isinstance(value, np.ndarray):
        assert again.dtype == value.dtype


def test_versions_are_modules_of_their_own(toy):
    """What a version needs comes with it, and nothing of the framework does."""
    for solution in toy.solutions():
        key = make_key(solution, SEED)
        for version in known_answers(solution):
            assert "autograder" not in version.source
            namespace = {}
            exec(compile(version.source, "version.py", "exec"), namespace)
            result = judge_here(key, namespace[solution.name])
            right = version.kind in ("reference", "alternative")
            assert (result.status == "passed") == right, (version.kind, version.name)


def test_helpers_and_constants_come_along(toy_root, change):
    """Also those that are defined together, or with a type."""
    change("double/alternatives.py", "def adds(x):\n    return x + x",
           "ONE, TWO = 1, 2\nTIMES: int = TWO\n\n\ndef _times(x):\n    return TIMES * x\n\n\n"
           "def adds(x):\n    return _times(x)")  # fmt: skip
    solution = next(load_course(toy_root).solutions())
    namespace = {}
    exec(known_source(solution, "alternatives.py", "adds"), namespace)
    assert namespace["double"](4) == 8


@pytest.mark.sandbox
def test_the_command_says_one_line_each(run):
    """And the exit code 0; no progress bar in a pipe."""
    done = run("validate")
    assert (done.returncode, done.stderr) == (0, "")
    first, second, last = done.stdout.splitlines()
    assert first == "✔ basics/double: 10 points, 2 alternatives, 3/3 mistakes named"
    assert second.startswith("✔ basics/Counter:")
    assert last.startswith(
        "2 exercises, 4 alternatives, 6/6 mistakes named, "
        "15 harmless variants use at most 0% of a tolerance; "
    )


@pytest.mark.sandbox
def test_the_command_fails_with_the_reason(run, change):
    """Exit code 1, and the reason under the exercise's line."""
    change("double/alternatives.py", "return x + x", "return x + x + 1")
    done = run("validate", "double")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith("✘ basics/double: 10 points, 1 alternative,")
    assert "alternatives.py:4: alternative 'adds' fails 'a few numbers'" in lines[1]


@pytest.mark.sandbox
def test_the_command_prints_json(run):
    """For machines: the confusion matrix, what idle answers earn, the faults."""
    done = run("validate", "--json", "double")
    document = json.loads(done.stdout)
    (double,) = document["exercises"]
    assert (document["passed"], double["passed"], double["faults"]) == (True, True, [])
    assert double["mistakes"]["squares"] == {"score": 0, "named": ["squares"]}
    assert double["thoughtless"]["None"] == 0
    assert double["harmless_variants"] > double["share_of_tolerance"] == 0.0
    assert double["mutants"] is None


@pytest.mark.sandbox
def test_an_assignment_names_its_exercises(run):
    """So that an author can hold one assignment."""
    assert len(run("validate", "basics").stdout.splitlines()) == 3


@pytest.mark.sandbox
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["validate", "duble"], "did you mean 'double'?"),
        (["validate", "--jobs", "0"], "--jobs"),
        (["validate", "--course", "nowhere"], "course.toml"),
    ],
)
def test_wrong_usage(run, arguments, said):
    """Exit code 2, and a word on what would be right."""
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.sandbox
def test_a_broken_course(run, change):
    """Exit code 2, with file and line."""
    change("double/reference.py", "### END SOLUTION", "")
    done = run("validate")
    assert done.returncode == 2
    assert "reference.py:6" in done.stderr


@pytest.mark.sandbox
def test_a_progress_bar_on_a_terminal_only(toy_root):
    """Where somebody watches, on standard error."""
    import os
    import pty

    main, terminal = pty.openpty()
    command = [sys.executable, "-c", "from autograder.cli import main; main()", "validate"]
    done = subprocess.run(
        command, cwd=toy_root, stdout=subprocess.PIPE, stderr=terminal, check=False, text=True
    )
    os.close(terminal)
    assert b"examinations" in os.read(main, 1 << 16)
    os.close(main)
    assert len(done.stdout.splitlines()) == 3


def test_who_asks_for_a_change_in_place_has_a_driver_for_every_check(toy_root, change):
    """Then the reference may change its input, and what nobody wrote has no say in it."""
    change("double/reference.py", "return np.asarray(x) *", "x[...] = x / 0.5\n    return x + 0 *")
    for check in ("a few numbers", "negative numbers", "large numbers"):
        change("double/grading.py", f'"{check}"', f'"{check}", driver="plainly"')
    change("double/grading.py", 'points=4, driver="twice"', "points=4")
    change("double/grading.py", '"inputs_after"', '"inputs_after(plainly)"')
    driver = toy_root / "solutions" / "basics" / "double" / "driver.py"
    driver.write_text("def plainly(submission, x):\n    return submission(x)\n", encoding="utf-8")
    solution = next(s for s in load_course(toy_root).solutions() if s.name == "double")
    assert not [each for each in examine_here(solution, SEED).faults if "its input" in each]
    faults = audit(solution, make_key(solution, SEED)).faults
    assert not [each for each in faults if "longer arrays" in each or "in float32" in each]
