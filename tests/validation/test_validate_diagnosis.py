"""`autograder validate --diagnosis`: what it prints, records and holds against the record."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from autograder.cli import validate_diagnosis
from autograder.validation.composed import Part
from autograder.validation.composed_judging import JudgedComposed
from autograder.validation.corpus import read_corpus
from autograder.validation.random_answers import RandomAnswer
from tests.cli.running import run, stopped
from tests.toy_settings import copy_with_explanations

NAMED = """\
# %% wrong: the sign is dropped
# kind: plain
# cause: listed
# about: sign|negative
def double(x):
    return 2 * abs(x)
"""
SECRET = """
# %% wrong: it is tripled and one is added
# kind: plain
# cause: unlisted
# about: nothing that anybody says
def double(x):
    return 3 * x + 1
"""
ODD = """
# %% wrong: seven everywhere
# kind: plain
# cause: constant
# about: nothing that anybody says
def double(x):
    return 0 * x + 7
"""
RIGHT = """
# %% right: added to itself
def double(x):
    return x + x
"""
WORDS = ("validate", "double", "--sandbox", "inner", "--jobs", "1")


def in_half(text: str, folder: Path, *, seen: bool) -> str:
    """An entry, with a last line that puts it into the half that may be looked at or the other."""
    for number in range(100):
        changed = f"{text.rstrip()}  # {number}\n"
        (folder / "corpus.py").write_text(changed, encoding="utf-8")
        (entry,) = read_corpus(folder).entries
        if entry.seen is seen:
            return changed
    raise AssertionError(text)


@pytest.fixture
def root(tmp_path) -> Path:
    """The toy course with a corpus for one exercise, and with explanations worked out."""
    root = copy_with_explanations(tmp_path / "course")
    (root / "docs").mkdir()
    folder = root / "solutions" / "basics" / "double"
    entries = [
        *(in_half(NAMED.replace("2 *", each), folder, seen=True) for each in ("2 *", "2. *")),
        in_half(ODD, folder, seen=True),
        in_half(SECRET, folder, seen=False),
        in_half(RIGHT, folder, seen=True),
    ]
    (folder / "corpus.py").write_text("\n".join(entries), encoding="utf-8")
    return root


@pytest.mark.sandbox
def test_what_is_named_is_printed_recorded_and_may_not_fall(root):
    """What is not named is shown where it may be looked at; a worse corpus is a failure."""
    all_three = ("--diagnosis", "--composed", "4", "--random", "10")
    first = run(*WORDS, *all_three, "--record", cwd=root)
    assert first.code == 0
    assert "working out wrong answers of 1 exercise, once" in first.err
    (shown,) = re.findall(r"corpus.py:(\d+): silent: (.*)", first.out)
    corpus = root / "solutions" / "basics" / "double" / "corpus.py"
    text = corpus.read_text(encoding="utf-8")
    assert shown[1] == "seven everywhere"
    assert text.splitlines()[int(shown[0]) - 1] == "# %% wrong: seven everywhere"
    assert re.search(r"^\| seen, plain +\| +3 \| +66.7 % \|", first.out, re.MULTILINE)
    assert "tripled" not in first.out
    lines = first.out.splitlines()
    assert "1 of 1 right answers get full marks, and nothing is said of them" in lines
    assert any(line.startswith("4 composed answers, seed 1: named ") for line in lines)
    assert any(line.startswith("10 random answers, seed 1: 0 are given a name") for line in lines)
    assert lines[-1] == "recorded in docs/diagnosis.md"
    page = (root / "docs" / "diagnosis.md").read_text(encoding="utf-8")
    assert all(line in page for line in lines if line.startswith("| seen"))
    corpus.write_text(text.replace("sign|negative", "nothing that anybody says"), encoding="utf-8")
    second = run(*WORDS, "--diagnosis", "--json", cwd=root)
    document = json.loads(second.out)
    assert (second.code, document["passed"]) == (1, False)
    assert "seen, plain: named fell from 66.7% to 0.0%" in document["faults"]
    unseen = [each for each in document["corpus"] if each["half"] == "unseen"]
    assert [each["cause"] for each in unseen] == ["unlisted"]
    assert not unseen[0].keys() & {"title", "line", "said"}
    assert (document["composed"], document["random"]) == (None, None)
    assert "working out" not in second.err


def wrongly(solutions, keys, other_keys, count, seed):
    """Composed answers of each of which something wrong is said."""
    part = Part("argument", "x", value=0.5)
    for _ in range(count):
        yield JudgedComposed("double", (part,), (), "wrong")


def named(keys, count, seed):
    """Random answers, each of which is given a name."""
    for _ in range(count):
        yield RandomAnswer("double", "noise", ("squares",))


@pytest.mark.parametrize(
    ("count", "code", "fault"),
    [(1, 0, None), (2, 1, "something wrong is said of 2 composed answers")],
)
def test_composed_answers_of_which_something_wrong_is_said_are_a_failure(
    toy_root, monkeypatch, count, code, fault
):
    """One may be, of however few; each is printed with what was done."""
    monkeypatch.setattr(validate_diagnosis, "judge_composed", wrongly)
    ran = run(*WORDS, "--composed", str(count), cwd=toy_root)
    lines = ran.out.splitlines()
    assert (ran.code, lines.count("double: wrong: argument x 0.5: nothing")) == (code, count)
    assert f"{count} composed answers, seed 1: named 0.0%" in ran.out
    assert lines[-1] == fault or fault is None


@pytest.mark.parametrize(
    ("count", "code", "fault"), [(1, 0, None), (2, 1, "2 random answers are given a name")]
)
def test_random_answers_that_are_given_a_name_are_a_failure(
    toy_root, monkeypatch, count, code, fault
):
    """In what a machine reads too."""
    monkeypatch.setattr(validate_diagnosis, "judge_random", named)
    ran = run(*WORDS, "--random", str(count), "--seed", "3", cwd=toy_root)
    assert (ran.code, ran.out.count("double: noise: squares\n")) == (code, count)
    document = json.loads(run(*WORDS, "--random", str(count), "--json", cwd=toy_root).out)
    assert document["faults"] == ([] if fault is None else [fault])
    assert document["random"]["named"] == {"noise": count}


@pytest.mark.sandbox
def test_mutants_and_the_diagnosis_are_validated_in_one_run(toy_root, monkeypatch):
    """One after the other, and what fails in one of them fails the run."""
    words = ["validate", "double", "--mutants", "--random", "2"]
    ran = run(*words, cwd=toy_root)
    assert ran.code == 0
    assert ran.out.index("mutants killed") < ran.out.index("random answers")
    monkeypatch.setattr(validate_diagnosis, "judge_random", named)
    assert run(*words, cwd=toy_root).code == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--record"], "--record needs --diagnosis, --composed or --random"),
        (
            ["--diagnosis", "--mutants", "--json"],
            "--json prints one document: ask for mutants or for the diagnosis",
        ),
        (
            ["--edits", "--json"],
            "--edits prints what likely edits earn and validates nothing; give it alone",
        ),
    ],
)
def test_what_does_not_go_together_is_said(toy_root, words, sentence):
    """Before anything runs."""
    assert stopped(run("validate", *words, cwd=toy_root)) == sentence


def test_what_likely_edits_earn_is_printed(toy_root):
    """Of the exercises that were asked for, by assignment, and nothing is validated."""
    ran = run("validate", "double", "--edits", cwd=toy_root)
    title, *lines = ran.out.splitlines()
    assert (ran.code, title) == (0, "basics/double")
    assert lines
    assert all(line.startswith("    ") for line in lines)
