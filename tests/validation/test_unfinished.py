"""Loops without an end in files of an author: each is one sentence, and nothing hangs."""

from __future__ import annotations

import pytest

from autograder import interrupting
from autograder.course import load_course, module_loading
from autograder.errors import CourseError
from autograder.keys import own_judge
from autograder.limits import Limits
from autograder.sandbox import in_process
from autograder.validation import in_process as examinations
from autograder.validation import unfinished
from autograder.validation.in_process import examine_here
from autograder.validation.repeated_examination import RepeatedExamination
from autograder.validation.sandboxed import examine_all
from tests.cli.running import run
from tests.languages import write_course
from tests.sampling import sampled

TRIPLE = "solutions/basics/triple"
SEED = b"unfinished"
LOADING_SECONDS = 0.2
"""Of the processor: other work on the same machine takes none of it."""
CALLING_SECONDS = 0.5
LOOP = "while True: pass\n"


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """Nobody waits for ten seconds."""
    monkeypatch.setattr(module_loading, "_SECONDS", LOADING_SECONDS)
    monkeypatch.setattr(interrupting, "_AGAIN", 0.05)
    monkeypatch.setattr(own_judge, "_PATIENCE", CALLING_SECONDS)
    monkeypatch.setattr(
        unfinished,
        "unfinished_call",
        lambda *given: in_process.unfinished_call(*given, seconds=CALLING_SECONDS),
    )


@pytest.fixture
def root(tmp_path):
    """A course of one exercise in English."""
    return write_course(tmp_path / "course", "en")


def change(root, file, old, new):
    """Save a file with something else in it."""
    path = root / TRIPLE / file
    text = path.read_text() if path.exists() else ""
    assert old in text
    path.write_text(text.replace(old, new, 1))


def add_driver(root, text):
    """Have the hidden check use a driver."""
    change(root, "grading.py", "points=5", 'points=5, driver="own"')
    (root / TRIPLE / "driver.py").write_text(text)


def add_judge(root, text):
    """Have the hidden check use a judge."""
    change(root, "grading.py", "points=5", 'points=5, judge="own"')
    (root / TRIPLE / "judge.py").write_text(text)


DRIVER = "def own(f, x):\n    return f(x)\n"
JUDGE = "def own(output, expected, inputs):\n    return abs(output - expected).max() < 1e-6\n"


def at_the_end(file):
    """What lets the loading of a file not come to an end."""

    def edit(root):
        if file == "driver.py":
            add_driver(root, DRIVER)
        elif file == "judge.py":
            add_judge(root, JUDGE)
        change(root, file, "", "while True: pass\n")

    return edit


def catches_all(root):
    """A file that wants to go on."""
    loop = "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n"
    change(root, "reference.py", "def ", f"{loop}def ")


LOADING = "loading this file does not end within 0.2 seconds"
CALLING = "does not return within 10 seconds"


CASES = [
    ("reference, loading", at_the_end("reference.py"), "reference.py:1", LOADING),
    ("grading, loading", at_the_end("grading.py"), "grading.py:1", LOADING),
    ("mistakes, loading", at_the_end("mistakes.py"), "mistakes.py:1", LOADING),
    ("alternatives, loading", at_the_end("alternatives.py"), "alternatives.py:1", LOADING),
    ("driver, loading", at_the_end("driver.py"), "driver.py:1", LOADING),
    ("judge, loading", at_the_end("judge.py"), "judge.py:1", LOADING),
    ("reference that catches all", catches_all, "reference.py:3", LOADING),
    (
        "reference that waits",
        lambda root: change(root, "reference.py", "def ", "import time\ntime.sleep(1e9)\ndef "),
        "reference.py:2",
        LOADING,
    ),
    (
        "cases without an end",
        lambda root: change(root, "grading.py", "yield", "while True:\n        yield"),
        "grading.py:6",
        "the cases of 'one en' raise ValueError: there are more than 10000 of them",
    ),
    (
        "a check that loops",
        lambda root: change(root, "grading.py", "yield", "while True: pass\n    yield"),
        "grading.py:6",
        "the cases of 'one en' raise TimeoutError: line 8 does not end within 0.2 seconds",
    ),
    (
        "reference",
        lambda root: change(root, "reference.py", "return 3 * x", LOOP),
        "reference.py:4",
        f"the reference {CALLING}",
    ),
    (
        "mistake",
        lambda root: change(root, "mistakes.py", "return 2 * x", LOOP),
        "mistakes.py:11",
        f"mistake 'doubles' {CALLING}",
    ),
    (
        "alternative",
        lambda root: change(root, "alternatives.py", "return x + x + x", LOOP),
        "alternatives.py:2",
        f"alternative 'adds' {CALLING}",
    ),
    (
        "driver",
        lambda root: add_driver(root, f"def own(f, x):\n    {LOOP}"),
        "driver.py:2",
        f"driver 'own' {CALLING}; it drives the reference",
    ),
    (
        "judge",
        lambda root: add_judge(root, f"def own(output, expected, inputs):\n    {LOOP}"),
        "judge.py:2",
        "judge 'own' does not return within 0.5 seconds",
    ),
]


@pytest.mark.parametrize(
    ("name", "edit", "place", "sentence"),
    sampled(CASES, 0.3, name=lambda case: case[0], kind=lambda case: ", loading" in case[0]),
)
def test_a_loop_without_an_end_is_one_sentence(root, monkeypatch, name, edit, place, sentence):
    """With the file and the line at which it is; the other exercise is examined all the same."""
    if name == "reference that waits":
        monkeypatch.setattr(module_loading, "_WAITING", CALLING_SECONDS)
    if name == "cases without an end":
        monkeypatch.setattr(module_loading, "_SECONDS", 60.0)
    edit(root)
    (other := root / "solutions" / "basics" / "other").mkdir()
    for file in (root / TRIPLE).iterdir():
        if file.suffix in (".py", ".md") and file.name not in ("driver.py", "judge.py"):
            text = write_text(file, root)
            (other / file.name).write_text(text.replace("triple", "other"))
    ran = run("build", "--examine", cwd=root)
    first, *others = [line for line in ran.err.splitlines() if "/triple/" in line]
    assert (first, others) == (f"{root / TRIPLE}/{place}: {sentence}", [])
    assert any("/other/alternatives.py" in line for line in ran.err.splitlines())


def write_text(file, root):
    """The text of a file as it was, with an alternative that is wrong."""
    original = write_course(root.parent / f"original {file.name}", "en") / TRIPLE / file.name
    return original.read_text().replace("return x + x + x", "return x + x")


def test_all_that_does_not_return_is_told_at_once(root):
    """A loop in a mistake, and one in an alternative; of several versions the first."""
    change(root, "mistakes.py", "return x * x", LOOP)
    change(root, "alternatives.py", "return 2 * x + x", LOOP)
    with pytest.raises(CourseError) as caught:
        examine_here(load_course(root).assignments[0].solutions[0], SEED)
    assert [each.path.name for each in caught.value.faults] == ["mistakes.py", "alternatives.py"]


def test_whoever_watches_goes_on(root):
    """It is a fault like any other, and mended it is gone."""
    examination = RepeatedExamination(root)
    change(root, "reference.py", "return 3 * x", LOOP)
    (fault,) = examination.faults()
    assert "reference.py:4: the reference does not return" in fault
    change(root, "reference.py", LOOP, "return 3 * x")
    assert examination.faults() == []


@pytest.mark.parametrize("with_judge", [False, True])
def test_validation_does_not_wait_either(root, with_judge, monkeypatch):
    """A judge is asked where it can be interrupted; nothing starts for such an exercise."""
    if with_judge:
        add_judge(root, f"def own(output, expected, inputs):\n    {LOOP}")
    else:
        change(root, "alternatives.py", "return x + x + x", LOOP)
    (solution,) = load_course(root).solutions()
    (found,) = examine_all([solution], SEED, limits=Limits(), layers="full", workers=1)
    (fault,) = found.faults
    assert "does not return within" in fault
    assert examinations.examine_here is examine_here


def test_a_check_without_a_driver_is_told_when_its_key_is_made(root):
    """Nothing is called for it before."""
    change(root, "grading.py", "points=5", 'points=5, driver="none"')
    with pytest.raises(CourseError, match="there is no driver 'none'"):
        examine_here(load_course(root).assignments[0].solutions[0], SEED)


def test_a_function_that_is_taken_may_loop(root, monkeypatch):
    """The exercise is begun without its cases; a file whose loading does not end begins none."""
    from autograder.course import fitting_inputs

    monkeypatch.setattr(fitting_inputs, "_PATIENCE", 0.02)
    file = root / "mine.py"
    file.write_text(f"def mine(x):\n    {LOOP}    return x\n")
    ran = run("new", "exercise", "basics/mine", "--from", file, cwd=root)
    assert (ran.code, "no plain inputs fit" in ran.out) == (0, True)
    with pytest.raises(module_loading.TooLongError, match=r"does not end within 0\.2 seconds"):
        fitting_inputs.run_source("while True: pass\n", "mine", file)
    file.write_text(
        "N = [0 for _ in range(10**12) if _ < 0]\n\n\ndef other(x):\n    return x + N\n"
    )
    ran = run("new", "exercise", "basics/other", "--from", file, cwd=root)
    assert ran.err == f"autograder: {file}: loading this file does not end within 0.2 seconds\n"
