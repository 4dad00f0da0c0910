"""Wrong answers without a name: grouped by what they answer, and named once adopted."""

from __future__ import annotations

import json

import numpy as np
import pytest

from autograder.collecting.submission import Submission
from autograder.course import load_course
from autograder.course.adopted import read_adopted, skeleton
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.grading.judge import judge_here
from autograder.grading.results import ExerciseResult, SubmissionResult
from autograder.grading.unexplained import Unexplained
from autograder.texts import Text
from tests.cli.running import run
from tests.sampling import sampled

ALIKE = {
    "kim": "def double(x):\n    return x * 2 + x**3 / 7\n",
    "lee": "import numpy\n\ndef double(x):\n    cube = x * x * x\n    return 2 * x + cube / 7.0\n",
    "park": "def double(x):\n    return x + x + x**2 * x * (1 / 7)\n",
}
OTHER = {"choi": "def double(x):\n    return x * 2 + x**3 / 8\n"}


def hand_in(root, sources):
    """Write `.py` submissions of the exercise `double`."""
    for student, source in sources.items():
        folder = root / "submitted" / student / "basics"
        folder.mkdir(parents=True)
        (folder / "double.py").write_text(source)


def hand_in_notebooks(root, cells):
    """Write notebooks with these code cells."""
    for student, sources in cells.items():
        folder = root / "submitted" / student / "basics"
        folder.mkdir(parents=True)
        document = [{"cell_type": "code", "source": source} for source in sources]
        (folder / "basics.ipynb").write_text(json.dumps({"cells": document}))


def mistakes(root, *arguments):
    """Run `autograder mistakes` for the course at root."""
    return run("mistakes", *arguments, "--course", root)


def listed(root):
    """The groups, as the command prints them for machines."""
    return json.loads(mistakes(root, str(root / "submitted"), "--json").out)


def test_signatures_ignore_rounding(toy_keys):
    """The same wrong formula in another order has the same signature; another one has not."""
    spaces: dict[str, dict] = {}
    for student, source in (ALIKE | OTHER).items():
        exec(source, spaces.setdefault(student, {}))
    found = {s: judge_here(toy_keys["double"], spaces[s]["double"]).signature for s in spaces}
    assert found["kim"] == found["lee"] == found["park"] != found["choi"]


@pytest.mark.parametrize(
    "answer",
    [[[1.0], [1.0, 2.0]], [], {"x": [1.0, [2.0]]}, ([1], np.ones(2)), [np.ones(2), np.ones(3)]],
    ids=["ragged", "empty", "dict", "mixed", "arrays"],
)
def test_what_is_no_array_at_all_has_a_signature(toy_keys, answer):
    """A list in the place of an array, also where NumPy makes none of it."""
    found = judge_here(toy_keys["double"], lambda x: answer)
    assert found.score == 0
    assert found.signature == judge_here(toy_keys["double"], lambda x: answer).signature
    assert found.signature is not None


@pytest.mark.parametrize("wrong", [lambda x: x * x, lambda x: -2 * x, lambda x: x + x, None])
def test_what_is_explained_or_right_has_no_signature(toy_keys, wrong):
    """A mistake, a relation, a right answer and a missing one need none."""
    assert judge_here(toy_keys["double"], wrong).signature is None


def graded(student, *diagnoses, signature="0123456789"):
    """A submission with one exercise in which something is left."""
    text = Text(ko="두 배", en="Double")
    exercise = ExerciseResult("double", text, "failed", diagnoses, (), signature=signature)
    result = SubmissionResult(student, "basics", 0.0, (exercise,))
    return Submission(student, "basics", (), {}), result


def test_a_group_has_the_same_facets_and_the_same_left():
    """In whatever order they were told; slips and explained values make no other group."""
    inputs = Diagnosis("inputs", "relation", "changes_inputs")
    dtype = Diagnosis("dtype", "relation", "double_precision")
    value = Diagnosis("values", "relation", "negated", partial=True)
    unexplained = Unexplained()
    for each in (
        graded("kim", inputs, dtype),
        graded("lee", dtype, value, inputs),
        graded("park", inputs),
        graded("choi", inputs, signature="9876543210"),
        graded("jung", inputs, signature=None),
    ):
        unexplained.add(*each)
    groups = [(each.facets, each.signature, each.students) for each in unexplained.groups()]
    assert groups == [
        (("changes_inputs", "double_precision"), "0123456789", ["kim", "lee"]),
        (("changes_inputs",), "0123456789", ["park"]),
        (("changes_inputs",), "9876543210", ["choi"]),
    ]


@pytest.mark.sandbox
def test_groups_are_listed_largest_first(toy_root):
    """With the students, and the shortest code as a sample."""
    hand_in(toy_root, ALIKE | OTHER)
    first, second = listed(toy_root)
    assert sorted(first["students"]) == ["kim", "lee", "park"]
    assert (first["sample"], first["facets"]) == (ALIKE["kim"], [])
    assert second["students"] == ["choi"]


@pytest.mark.sandbox
def test_an_adopted_group_is_named_for_everybody(toy_root):
    """Adopt, fill in the hints, grade again: no group is left, and the diagnosis is the mistake."""
    hand_in(toy_root, ALIKE)
    signature = listed(toy_root)[0]["signature"]
    submitted = str(toy_root / "submitted")
    assert mistakes(toy_root, "adopt", submitted, "double", signature[:6], "adds_a_cube").code == 0
    path = toy_root / "solutions" / "basics" / "double" / "adopted" / "adds_a_cube.toml"
    assert [str(each) for each in load_course(toy_root).unfinished()] == [
        f"{path}: say in 'en' and in 'ko' what this mistake is, in one sentence"
    ]
    text = path.read_text().replace('ko = ""', 'ko = "세제곱"').replace('en = ""', 'en = "A cube"')
    path.write_text(text)
    assert listed(toy_root) == []
    done = run("grade", submitted, "--course", str(toy_root), "--json")
    results = [json.loads(line) for line in done.out.splitlines() if line.startswith("{")]
    named = {r["student"]: r["exercises"][0]["diagnosis"] for r in results}
    wanted = {"kind": "mistake", "name": "adds_a_cube", "hint": "A cube"}
    assert named == dict.fromkeys(ALIKE, wanted)


SETUP = 'from autograder.notebook import check\n\nlanguage = "ko"'
NEEDS_SEVEN = "def double(x):\n    return x * 2 + x**3 / SEVEN"
NEEDED = {
    "a constant": [SETUP, "SEVEN = 7", NEEDS_SEVEN],
    "in the same cell": [SETUP, "SEVEN = 7\n\n" + NEEDS_SEVEN],
    "a helper": [
        SETUP, "def cube(x):\n    return x**3", "def double(x):\n    return x * 2 + cube(x) / 7"
    ],
    "no def": [SETUP, "double: object = lambda x: x * 2 + x**3 / 7", "print('done')"],
}  # fmt: skip


def adopt(root, name="adds_a_cube"):
    """Adopt the one group that there is."""
    return mistakes(root, "adopt", str(root / "submitted"), "double", "", name)


def adopted_source(root):
    """Adopt the one group, fill in the hints, and see that nothing is unexplained any more."""
    done = adopt(root)
    assert done.code == 0, done.err
    (path,) = (root / "solutions" / "basics" / "double" / "adopted").iterdir()
    path.write_text(path.read_text().replace('""', '"A cube"'))
    assert listed(root) == []
    (solution,) = (each for each in load_course(root).solutions() if each.name == "double")
    return solution.adopted["adds_a_cube"].source


@pytest.mark.sandbox
@pytest.mark.parametrize("needed", sampled(NEEDED, 0.25))
def test_what_an_adopted_function_needs_comes_with_it(toy_root, needed):
    """From its cell, or from those before it; by itself it would only raise."""
    cells = NEEDED[needed]
    hand_in_notebooks(toy_root, {"kim": cells})
    assert cells[1] in adopted_source(toy_root)


@pytest.mark.sandbox
def test_what_an_adopted_file_needs_comes_with_it(toy_root):
    """Also what stands before the first statement that is shown."""
    source = f"SEVEN = 7\n\n{NEEDS_SEVEN}\n"
    hand_in(toy_root, {"kim": source})
    assert adopted_source(toy_root) == source


@pytest.mark.sandbox
@pytest.mark.proof
def test_no_more_is_adopted_than_is_needed(toy_root):
    """A function that needs nothing comes alone."""
    hand_in_notebooks(toy_root, {"kim": [SETUP, f"x = 1\n{ALIKE['kim']}"]})
    assert adopted_source(toy_root) == ALIKE["kim"]


@pytest.mark.sandbox
@pytest.mark.proof
def test_where_one_students_code_needs_more_anothers_is_adopted(toy_root):
    """The shorter one is none in a file: IPython's own words stand before it."""
    hand_in_notebooks(toy_root, {"kim": ["%matplotlib inline\nSEVEN = 7", NEEDS_SEVEN]})
    hand_in(toy_root, {"lee": ALIKE["lee"]})
    assert adopted_source(toy_root) == ALIKE["lee"]


@pytest.mark.sandbox
def test_what_never_answers_by_itself_is_not_adopted(toy_root):
    """It is said, and nothing is written."""
    hand_in_notebooks(toy_root, {"kim": ["%matplotlib inline\nSEVEN = 7", NEEDS_SEVEN]})
    done = adopt(toy_root)
    assert done.code == 2
    assert "by itself" in done.err
    assert not (toy_root / "solutions" / "basics" / "double" / "adopted").exists()


@pytest.mark.parametrize("data", [b"ko = 1", b"\xff", b'ko = "a"\nen = "a"\n', b""])
def test_what_is_no_adopted_mistake_is_unfinished(tmp_path, data):
    """One that cannot be read, or says too little; the others are whole."""
    folder = tmp_path / "adopted"
    folder.mkdir()
    (folder / "whole.toml").write_text(
        skeleton("x = 1\n", ("ko", "en")).replace(' ""', ' "x"'), "utf-8"
    )
    (folder / "other.toml").write_bytes(data)
    adopted, (problem,) = read_adopted(tmp_path, ("ko", "en"))
    assert list(adopted) == ["whole"]
    assert problem.path == folder / "other.toml"


@pytest.mark.sandbox
def test_grading_goes_on_without_what_is_unfinished(toy_root):
    """It is said which file it is; nothing is built, and every other exercise is proved."""
    hand_in(toy_root, ALIKE)
    path = toy_root / "solutions" / "basics" / "double" / "adopted" / "unnamed.toml"
    path.parent.mkdir()
    text = skeleton("def double(x): return 0\n", ("en", "ko"))
    path.write_text(text, encoding="utf-8")
    course = ("--course", str(toy_root))
    submitted = str(toy_root / "submitted")
    done = run("grade", submitted, *course, "--json")
    assert done.code == 1
    assert len(done.out.splitlines()) == len(ALIKE)
    (said,) = (line for line in done.err.splitlines() if "unnamed" in line)
    assert said.startswith(f"autograder: {path}: ")
    assert said.endswith("; graded without it")
    assert len(listed(toy_root)) == 1
    done = run("build", *course)
    assert done.code == 2
    first, last = done.err.splitlines()
    assert first.startswith(f"{path}: ")
    assert last == "autograder: 1 fault; nothing was written"
    done = run("validate", *course, "--json")
    proofs = json.loads(done.out)["exercises"]
    assert [each["exercise"] for each in proofs if each["faults"]] == ["double"]
    assert "has a mistake 'unnamed' already" in adopt(toy_root, "unnamed").err
    assert path.read_text(encoding="utf-8") == text


def test_adopted_code_does_not_run_in_this_process(toy_root):
    """It stays text, and runs in the sandbox alone."""
    folder = toy_root / "solutions" / "basics" / "double" / "adopted"
    folder.mkdir()
    harmful = "raise SystemExit('this ran')\ndef double(x): return x"
    (folder / "harmful.toml").write_text(skeleton(harmful, ("en", "ko")).replace('""', '"x"'))
    course = load_course(toy_root)
    assert next(course.solutions()).adopted["harmful"].source.strip() == harmful


@pytest.mark.parametrize(
    "source", ["x = 1\n", "a = '''b'''\n", 'a = "\\n\x00"\n', "x = 'y'", "값", "# \x7f\n"]
)
def test_a_skeleton_keeps_the_source(tmp_path, source):
    """Whatever quotes and signs are in it."""
    (tmp_path / "adopted").mkdir()
    (tmp_path / "adopted" / "m.toml").write_text(
        skeleton(source, ("ko", "en")).replace(' ""', ' "x"'), "utf-8"
    )
    adopted, unfinished = read_adopted(tmp_path, ("ko", "en"))
    assert adopted["m"].source.strip() == source.strip()
    assert not unfinished


@pytest.mark.sandbox
@pytest.mark.parametrize(
    ("exercise", "signature", "name", "said"),
    [
        ("double", "zzz", "new", "0 groups"),
        ("treble", "", "new", "0 groups"),
        ("double", "", "Not A Name", "no name"),
        ("double", "", "squares", "already"),
        ("double", "", "lambda", "word of Python"),
        ("double", "", "transposed", "general relation"),
    ],
)
def test_adopting_what_is_not_there(toy_root, exercise, signature, name, said):
    """One sentence, and nothing is written."""
    hand_in(toy_root, ALIKE)
    done = mistakes(toy_root, "adopt", str(toy_root / "submitted"), exercise, signature, name)
    assert done.code == 2
    assert said in done.err
    assert not (toy_root / "solutions" / "basics" / "double" / "adopted").exists()
