"""Mutants: how they are made, that checks have to kill them, and how equivalent ones are listed."""

from __future__ import annotations

import ast
import json
from dataclasses import replace

import numpy as np
import pytest

from autograder.course import CourseError, load_course
from autograder.grading.judge import judge_here
from autograder.keys.making import make_key
from autograder.limits import Limits
from autograder.validation import mutant_hunt
from autograder.validation.equivalents import read_equivalents
from autograder.validation.mutant_hunt import Hunt, Kill, hunt_all, spare_cases
from autograder.validation.mutants import _library_edits, _library_operators, make_mutants
from autograder.validation.proofs_file import proofs_path, record, unproved
from tests.toy_settings import LIMITS, SEED

HEAD = '''\
import numpy as np


def double(x, factor=2 + 0):
    """Twice x - 1 + 1."""
    before = 3 + 4
    ### BEGIN SOLUTION
{body}
    ### END SOLUTION
'''


def reference(toy_root, *lines):
    """The exercise `double` with another solution; of the whole course nothing else changes."""
    body = "\n".join(f"    {line}" for line in lines)
    path = toy_root / "solutions" / "basics" / "double" / "reference.py"
    path.write_text(HEAD.format(body=body), encoding="utf-8")
    return next(load_course(toy_root).solutions())


def changes(toy_root, *lines):
    """What becomes of these lines, by the operators that do it."""
    found = {}
    for mutant in make_mutants(reference(toy_root, *lines)):
        found.setdefault(mutant.operator, []).append(mutant.after)
    return found


def hunt_double(root, seed=SEED, limits=LIMITS):
    """What came of the mutants of the exercise `double`."""
    solutions = [each for each in load_course(root).solutions() if each.name == "double"]
    found = hunt_all(solutions, seed, limits=limits, layers="inner", workers=1)
    return next(each for each in found if isinstance(each, Hunt))


@pytest.fixture(scope="module")
def yielded(toy):
    """Everything that a hunt in the whole toy course yields, in its order."""
    return list(hunt_all(toy.solutions(), SEED, limits=LIMITS, layers="inner", workers=2))


@pytest.fixture(scope="module")
def hunts(yielded):
    """What came of the mutants of each exercise of the toy course."""
    return {hunt.exercise: hunt for hunt in yielded if isinstance(hunt, Hunt)}


OWN = [
    ("swap_operands", "return x - factor", ["return factor - x"]),
    ("swap_operands", "return (x - 1) / (factor + 1)",
     ["return (factor + 1) / (x - 1)", "return (1 - x) / (factor + 1)"]),
    ("drop_operand", "return x / (np.sqrt(factor) + 1e-8)",
     ["return x", "return (np.sqrt(factor) + 1e-8)",
      "return x / (np.sqrt(factor))", "return x / (1e-8)"]),
    ("drop_operand", "return x * factor**2",
     ["return x", "return factor**2", "return x * factor", "return x * 2"]),
    ("replace_matmul", "return x @ factor", ["return x * factor"]),
    ("unwrap_call", "return np.abs(x) * 2", ["return x * 2"]),
    ("unwrap_call", "return np.minimum(x, 1.0)", ["return x", "return 1.0"]),
    ("unwrap_call", "return x.max()", ["return x"]),
    ("unwrap_call", "return 2 * np.abs(x - 1)", ["return 2 * (x - 1)"]),
    ("swap_arguments", "return np.clip(x, 0, factor)",
     ["return np.clip(0, x, factor)", "return np.clip(x, factor, 0)"]),
    ("swap_arguments", "return x, factor", ["return factor, x"]),
    ("replace_function", "return np.floor(x)", ["return np.ceil(x)"]),
    ("replace_function", "return np.mean(x)", ["return np.sum(x)"]),
    ("replace_constant", "return x * np.pi", ["return x * 3.14"]),
    ("replace_constant", "return -np.inf", ["return -0.0"]),
    ("change_axis", "return np.sum(x, axis=factor)",
     ["return np.sum(x, axis=0)", "return np.sum(x, axis=1)", "return np.sum(x, axis=None)"]),
    ("drop_keyword", "return np.sum(x, axis=1, keepdims=True)",
     ["return np.sum(x, keepdims=True)", "return np.sum(x, axis=1)"]),
    ("shift_index", "return factor**x", ["return factor**(x + 1)", "return factor**(x - 1)"]),
    ("shift_index", "return x < factor",
     ["return (x + 1) < factor", "return (x - 1) < factor",
      "return x < (factor + 1)", "return x < (factor - 1)"]),
    ("drop_bound", "return x[1:factor]", ["return x[:factor]", "return x[1:]"]),
    ("unwrap_subscript", "return x.T", ["return x"]),
    ("replace_name", "return x + factor", ["return factor + factor", "return x + x"]),
    ("replace_update", "x += 1", ["x -= 1", "x = 1"]),
    ("assign_in_place", "x = x - factor", ["x -= factor"]),
    ("settle_condition", "return 1 if x else 2", ["return 1 if True else 2",
                                                   "return 1 if False else 2"]),
    ("drop_statement", "x.sort()", ["pass"]),
]  # fmt: skip


@pytest.mark.parametrize(("operator", "line", "after"), OWN, ids=[f"{o}: {n}" for o, n, _ in OWN])
def test_our_own_operators(toy_root, operator, line, after):
    """Each changes what it says and nothing else."""
    assert sorted(changes(toy_root, line)[operator]) == sorted(after)


LIBRARY = [
    ("NumberReplacer", "return np.sum(x, axis=1)", ["return np.sum(x, axis=2)"]),
    ("ReplaceBinaryOperator_Mul_Add", "return x * factor", ["return x + factor"]),
    ("ReplaceBinaryOperator_Mul_FloorDiv", "return x * factor", ["return x // factor"]),
    ("ReplaceComparisonOperator_Lt_LtE", "return x < 0", ["return x <= 0"]),
    ("ReplaceUnaryOperator_Delete_USub", "return -x", ["return x"]),
    ("ReplaceUnaryOperator_USub_Not", "return -x", ["return not x"]),
    ("AddNot", "return 1 if x else 2", ["return 1 if not x else 2"]),
    ("ReplaceTrueWithFalse", "return np.sum(x, keepdims=True)",
     ["return np.sum(x, keepdims=False)"]),
    ("ReplaceAndWithOr", "return x and factor", ["return x or factor"]),
]  # fmt: skip


@pytest.mark.parametrize(("operator", "line", "after"), LIBRARY, ids=[e[0] for e in LIBRARY])
def test_the_operators_of_the_library(toy_root, operator, line, after):
    """Read as if a person had written them."""
    assert set(after) <= set(changes(toy_root, line)[operator])


def test_the_library_is_used_as_it_is_meant(toy_root):
    """What is made of its operators here is what its own visitor makes of them."""
    from cosmic_ray.mutating import mutate_code

    lines = (
        "for t in range(1, 4):",
        "    if x is None or not x and factor >= -1:",
        "        continue",
        "    x = x * (1 - factor) ** t if t < 2.5 else np.sum(x, axis=-1, keepdims=True)",
        "return [each // +2 for each in x[t:-1]] or x % 2e-3",
    )
    source = reference(toy_root, *lines).source
    numbers = list(range(1, len(source.splitlines()) + 1))
    ours = {}
    for name, edit in _library_edits(source, numbers):
        text = source[: edit.start] + edit.text + source[edit.end :]
        ours.setdefault(name, []).append(_tree(text))
    for name, operator in _library_operators():
        theirs = []
        while (text := mutate_code(source, operator, len(theirs))) is not None:
            theirs.append(_tree(text))
        assert ours.get(name, []) == theirs, name
    assert len(ours) > 25


def _tree(text):
    try:
        return ast.dump(ast.parse(text))
    except SyntaxError:
        return None


def test_mutants_stay_in_the_solution(toy_root):
    """Defaults, docstrings and what stands around the solution are the statement's."""
    solution = reference(toy_root, "return x * factor")
    old = solution.source.splitlines()
    for mutant in make_mutants(solution):
        new = mutant.source.splitlines()
        assert (new[:7], new[-1]) == (old[:7], old[-1])
        assert (mutant.line, mutant.before, mutant.number) == (8, "return x * factor", 1)


def test_mutants_are_python_and_each_is_there_once(toy_root):
    """None is the reference written otherwise, none is another one."""
    solution = reference(toy_root, "for t in range(3):", "    x = x + (x + 1) + t", "return x")
    mutants = make_mutants(solution)
    trees = [ast.dump(ast.parse(mutant.source)) for mutant in mutants]
    assert len(set(trees)) == len(trees)
    assert ast.dump(ast.parse(solution.source)) not in trees
    assert [mutant.name for mutant in make_mutants(solution)] == [m.name for m in mutants]


def test_lines_that_stand_there_twice_are_told_apart(toy_root):
    """By their number."""
    solution = reference(toy_root, "x = x + 1", "x = x + 1", "return x")
    numbers = {(m.line, m.number) for m in make_mutants(solution) if m.before == "x = x + 1"}
    assert numbers == {(8, 1), (9, 2)}


def test_changes_over_several_lines(toy_root):
    """Have several lines before and after."""
    solution = reference(toy_root, "x = np.clip(", "    x, 0, 1", ")", "return x")
    gone = [m for m in make_mutants(solution) if m.operator == "drop_statement"]
    assert [(m.line, m.before, m.after) for m in gone] == [(8, "x = np.clip(\nx, 0, 1\n)", "pass")]
    assert "x = np.clip( ⏎ x, 0, 1 ⏎ ) → pass" in gone[0].name


def test_korean_texts_shift_nothing(toy_root):
    """Python's trees count bytes."""
    found = changes(toy_root, "y = '가나' + str(x) + 'z'", "return y")
    assert "y = '가나' + x + 'z'" in found["unwrap_call"]


@pytest.mark.sandbox
def test_every_mutant_of_the_toy_course_dies(hunts):
    """But the one that is listed as equivalent."""
    assert {name: hunt.faults for name, hunt in hunts.items()} == {"double": [], "Counter": []}
    double = hunts["double"]
    assert (double.count("killed"), double.mortal, double.count("equivalent")) == (26, 26, 2)
    kill = next(k for k in double.kills if k.mutant.after.endswith("= 3"))
    assert kill.checks == ["a few numbers", "negative numbers", "large numbers", "the input stays"]
    assert ("negative numbers", 1) in kill.cases


@pytest.mark.sandbox
def test_what_a_case_is_worth_is_what_the_judge_says(toy, hunts):
    """A mutant's failing cases are those of the checks that cost points."""
    key = make_key(next(toy.solutions()), SEED)
    for kill in hunts["double"].kills:
        namespace = {}
        exec(kill.mutant.source, namespace)
        result = judge_here(key, namespace["double"])
        assert kill.checks == [check.name for check in result.checks if check.finding]


@pytest.mark.sandbox
def test_a_weakened_check_lets_a_mutant_get_away(run, change):
    """It is named with its line, and the command fails."""
    change("Counter/grading.py", "Case(step=2, times=3)", "Case(step=1, times=1)")
    change("Counter/grading.py", "Case(step=5, times=4)", "Case(step=2, times=1)")
    change("Counter/grading.py", "times=20", "times=1")
    done = run("validate", "--mutants", "Counter")
    assert done.returncode == 1
    assert "reference.py:13: no check kills this mutant: replace_update, line 13" in done.stdout
    assert "self.count += self.step → self.count = self.step" in done.stdout


@pytest.mark.sandbox
def test_luck_does_not_count(toy_root, change):
    """What the cases of one hidden seed kill must die by another seed's too."""
    change("double/grading.py", 'points=10, notes=["1"]', 'points=1, notes=["1"]')
    text = (toy_root / "solutions/basics/double/grading.py").read_text(encoding="utf-8")
    head = text[: text.index("@exercise.check(")]
    (toy_root / "solutions/basics/double/grading.py").write_text(
        head + "@exercise.check('zero', ko='영', points=1, public=True)\n"
        "def zero(rng):\n    yield Case(x=np.array([0.0]))\n\n\n"
        "@exercise.check('lucky', ko='운', points=1)\n"
        "def lucky(rng):\n    yield Case(x=np.array([float(rng.integers(2))]))\n"
    )
    change("double/grading.py", "points=1, notes", "points=2, notes")
    fates = set()
    for seed in range(8):
        hunt = hunt_double(toy_root, bytes([seed]) * 32)
        fates |= {kill.fate for kill in hunt.kills if "- marker" not in kill.mutant.after}
        if any("and another does not" in problem for problem in hunt.faults):
            break
    assert "lucky" in fates


@pytest.mark.sandbox
def test_a_mutant_that_never_ends_is_killed(toy_root, change, monkeypatch):
    """Slowly, and only after it was given the time that a student has."""
    reference(toy_root, "n = 1", "while n:", "    n = n - 1", "return 2 * x")
    monkeypatch.setattr(
        mutant_hunt,
        "make_mutants",
        lambda solution: [each for each in make_mutants(solution) if each.after == "n = n + 1"],
    )
    limits = Limits(check_seconds=0.2, grace_seconds=0.1)
    (endless,) = hunt_double(toy_root, limits=limits).kills
    assert endless.fate == "killed"
    assert len(endless.cases) == 8


EQUIVALENT = """\
# Why they are.
[[equivalent]]
line = "return np.asarray(x) * marker_of_the_hidden_solution"
becomes = [
    "return x * marker_of_the_hidden_solution",
    {more}
]
reason = "x is an array."

[[equivalent]]
line = "marker_of_the_hidden_solution = 2"
becomes = ["if not np.any(x):\\nreturn x\\nmarker_of_the_hidden_solution = 2"]
reason = "Twice zero is zero."
"""


@pytest.fixture
def listed(toy_root):
    """Write the list of equivalent mutants of `double`."""

    def write(text):
        folder = toy_root / "solutions" / "basics" / "double"
        (folder / "equivalents.toml").write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.mark.sandbox
@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('"return np.asarray(x) + marker_of_the_hidden_solution"', "a check kills this one: "),
        ('"return np.asarray(x) + 3"', "there is no such mutant: "),
    ],
)
def test_a_stale_entry_is_named(run, listed, more, said):
    """With the file, its line, and the exit code 1."""
    listed(EQUIVALENT.format(more=more))
    done = run("validate", "--mutants", "double")
    assert done.returncode == 1
    assert f"equivalents.toml:6: {said}" in done.stdout
    assert "26/26 mutants killed, 2 equivalent" in done.stdout


@pytest.mark.sandbox
def test_entries_hold_wherever_the_line_goes(run, listed, change):
    """They name the line by its text."""
    listed(EQUIVALENT.format(more=""))
    change("double/reference.py", "import numpy as np\n", "import numpy as np\n\n# Here.\n")
    assert run("validate", "--mutants", "double").returncode == 0


BROKEN = [
    ("equivalent = 3", "equivalents.toml: this is no list", None),
    ("[[equivalent]]\nline = 'a'\nbecomes = ['b']\n", "reason", None),
    ("\n[[equivalent]]\nline = 'a'\nbecomes = ['b']\nreason = ' '\n", "say why", 2),
    ("[[equivalent]]\nline = 'a'\nbecomes = ['b', 'b']\nreason = 'c'\n", "a second entry", 1),
    ("[[equivalent", "equivalents.toml: this is no list", None),
]


@pytest.mark.sandbox
@pytest.mark.parametrize(("text", "said", "line"), BROKEN, ids=[b[1] for b in BROKEN])
def test_a_broken_list_is_named(run, listed, text, said, line):
    """With its place, where there is one."""
    folder = listed(text)
    with pytest.raises(CourseError) as caught:
        read_equivalents(folder)
    assert said in str(caught.value)
    assert caught.value.line == line
    done = run("validate", "--mutants", "double")
    assert done.returncode == 1
    assert said in done.stdout


def test_no_list_is_an_empty_one(toy_root):
    """Most exercises need none."""
    assert read_equivalents(toy_root / "solutions" / "basics" / "Counter").reasons == {}


@pytest.mark.sandbox
def test_the_command_prints_who_kills_what(run):
    """For each mutant the checks, for each check how many it kills, and it alone."""
    lines = run("validate", "--kills", "Counter").stdout.splitlines()
    gone = "    drop_statement, line 7: self.count = 0 → pass: 'three counts', 'many counts'"
    assert gone in lines
    assert "    'three counts' kills 9, 0 of them alone" in lines


@pytest.mark.sandbox
def test_the_command_prints_spare_cases(run):
    """What could be taken out, and nothing would be missed."""
    lines = run("validate", "--cases", "Counter").stdout.splitlines()
    assert "    case 1 of 'three counts' does nothing that others don't" in lines
    assert "    case 0 of 'three counts' does nothing that others don't" not in lines


@pytest.mark.sandbox
def test_spare_cases_are_spare_together(hunts):
    """Without them every mutant still dies, every mistake is caught and told from the others."""
    hunt = hunts["double"]
    spare = set(spare_cases(hunt))
    kept = [
        (check, case)
        for check in hunt.key.checks
        for index, case in enumerate(check.cases)
        if (check.name, index) not in spare
    ]
    assert 0 < len(kept) < 8
    for kill in hunt.kills:
        assert kill.fate != "killed" or set(kill.cases) - spare
    # The array that stays as it was is told from the one that does not by one case alone.
    assert ("the input stays", 0) not in spare


@pytest.mark.sandbox
def test_without_spare_cases_every_mistake_earns_the_same(toy, hunts):
    """And no check is left without a case."""
    hunt = hunts["double"]
    spare = set(spare_cases(hunt))
    assert spare
    checks = tuple(
        replace(
            check,
            cases=tuple(
                case for index, case in enumerate(check.cases) if (check.name, index) not in spare
            ),
        )
        for check in hunt.key.checks
    )
    assert all(check.cases for check in checks)
    pruned = replace(hunt.key, checks=checks)
    solution = next(each for each in toy.solutions() if each.name == "double")
    for version in solution.mistakes.values():
        assert judge_here(pruned, version).score == judge_here(hunt.key, version).score


@pytest.mark.sandbox
def test_json_has_every_mutant(run):
    """Its fate, and the cases that kill it."""
    document = json.loads(run("validate", "--mutants", "--json", "double").stdout)
    mutants = document["exercises"][0]["mutants"]
    assert (mutants["killed"], mutants["equivalent"], mutants["survived"]) == (26, 2, 0)
    assert mutants["ratio"] == 1.0
    fates = {each["fate"] for each in mutants["each"]}
    assert fates == {"killed", "equivalent"}
    assert ["a few numbers", 0] in mutants["each"][0]["cases"]


@pytest.mark.sandbox
def test_without_the_library_the_command_says_so(run, toy_root):
    """And how to get it."""
    import subprocess
    import sys

    hide = (
        "import importlib.util as u; find = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'cosmic_ray' else find(name, *a)\n"
        "from autograder.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", hide, "validate", "--mutants"],
        cwd=toy_root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "numeric-autograder[validation]" in done.stderr


@pytest.mark.sandbox
def test_a_release_needs_a_proof(run, change, toy_root):
    """Of each exercise, as it is now; `--changed` proves what is missing and nothing else."""
    refused = run("build", "--release")
    assert refused.returncode == 1
    assert "double, Counter" in refused.stderr
    assert not (toy_root / "exercises").exists()
    assert len(run("validate", "--mutants").stdout.splitlines()) == 3
    assert run("build", "--release", "--examine").returncode == 0
    change("Counter/reference.py", "Counts by", "Counts on by")
    refused = run("build", "--release")
    assert (refused.returncode, "double" in refused.stderr) == (1, False)
    assert [line[:16] for line in run("validate", "--changed").stdout.splitlines()] == [
        "✔ basics/Counter", "1 exercise, 2 al"
    ]  # fmt: skip
    assert run("build", "--release", "--examine").returncode == 0


def test_a_proof_is_taken_back(toy_root):
    """What was proved once and fails now is not proved."""
    course = load_course(toy_root)
    double, counter = course.solutions()
    record(course, [double, counter], [])
    assert unproved(course) == []
    record(course, [], [counter])
    assert unproved(course) == [counter]


def test_a_proof_is_of_this_seed(toy_root):
    """Another hidden seed has other cases."""
    course = load_course(toy_root)
    record(course, course.solutions(), [])
    seed = toy_root / ".autograder" / "seed"
    seed.write_text("00" * 32, encoding="ascii")
    assert unproved(course) == list(course.solutions())


@pytest.mark.parametrize("text", ["", "[]", '{"format": 0}', '{"format": 1, "examinations": 3}'])
def test_damaged_proofs_prove_nothing(toy_root, text):
    """And are no error."""
    course = load_course(toy_root)
    record(course, course.solutions(), [])
    proofs_path(toy_root).write_text(text, encoding="utf-8")
    assert len(unproved(course)) == 2


@pytest.mark.sandbox
def test_a_hunt_yields_each_mutant_as_it_dies(yielded, hunts):
    """For a progress bar."""
    assert [type(each) for each in yielded].count(Kill) == 39
    assert list(hunts) == ["double", "Counter"]
    assert np.all([len(each.kills) for each in hunts.values()])
