"""An author's own comparison: what it is asked, what it may say, and what students read of it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from autograder.compare import Tolerance
from autograder.course import CourseError, load_course
from autograder.grading.judge import judge_here
from autograder.keys.costs import with_declared
from autograder.keys.making import make_key
from autograder.keys.own_judge import OwnJudge, OwnJudgeError
from autograder.keys.public_file import dump_key, load_key
from autograder.report.messages import check_message
from autograder.validation.in_process import examine_here
from tests.languages import write_course
from tests.toy_settings import SEED

SOURCE = """\
import numpy as np


def up_to_sign(output, expected, inputs):
    if np.allclose(output, expected) or np.allclose(output, -expected):
        return True
    return "too_long" if np.linalg.norm(output) > np.linalg.norm(expected) else False


def shares(output, expected, inputs):
    share = float(np.mean(np.isclose(output, expected)))
    return share if share != 0.5 else (share, "too_long")


def breaks(output, expected, inputs):
    return 1 / 0


def chats(output, expected, inputs):
    return "no such reason"
"""
EXPECTED = np.array([1.0, -2.0])
TRIPLE = "solutions/basics/triple"


def asked(output, name="up_to_sign", expected=EXPECTED):
    """What a judge says of an output."""
    return OwnJudge(name, SOURCE, ("too_long",)).difference(output, expected, {}, Tolerance())


def test_a_judge_decides_which_values_are_right():
    """True, False, or a reason of the exercise."""
    assert asked(EXPECTED) is None
    assert asked(-EXPECTED) is None
    assert asked(EXPECTED / 2).numbers == {"reason": ""}
    assert asked(9 * EXPECTED).numbers == {"reason": "too_long"}


@pytest.mark.parametrize(
    ("output", "kind"),
    [
        (None, "type"),
        ([1.0, -2.0], "type"),
        ([[1.0], [1.0, 2.0]], "type"),
        ("text", "type"),
        (np.ones(3), "shape"),
        (np.ones(2, dtype=np.float32), "dtype"),
        (np.array([1.0, np.nan]), "finite"),
        (np.array([1.0, np.inf]), "finite"),
        (np.array([True, False]), "dtype"),
    ],
)
def test_a_judge_is_asked_of_nothing_that_is_unlike_the_reference_answer(output, kind):
    """It needs no guard: type, shape, dtype, NaN and infinities are told before."""
    assert asked(output, "breaks").kind == kind


def test_the_structure_inside_lists_and_dicts_is_compared_too():
    """Lengths and keys; texts and numbers inside are the judge's."""
    expected = {"names": ["a", "b"], "value": 1.0}
    assert asked({"names": ["b"], "value": 1.0}, "breaks", expected).kind == "length"
    assert asked({"value": 1.0}, "breaks", expected).kind == "keys"
    with pytest.raises(OwnJudgeError, match="ZeroDivisionError"):
        asked({"names": ["x", "y"], "value": 7.0}, "breaks", expected)


def test_a_judge_that_does_not_judge_is_an_error_with_its_line():
    """It raises, it says something else, it is not there."""
    with pytest.raises(OwnJudgeError, match="judge 'breaks' raises ZeroDivisionError") as caught:
        asked(EXPECTED, "breaks")
    assert caught.value.line == 16
    with pytest.raises(
        OwnJudgeError, match="returns 'no such reason'; right are True, False, a share"
    ):
        asked(EXPECTED, "chats")
    with pytest.raises(OwnJudgeError, match="there is no judge named 'none'"):
        asked(EXPECTED, "none")


def test_a_judge_may_find_an_answer_right_in_part():
    """A share of the points, with a reason or without."""
    assert asked(EXPECTED, "shares") is None
    assert asked(EXPECTED + np.arange(2), "shares").numbers == {"reason": "too_long", "share": 0.5}
    assert asked(EXPECTED + 1, "shares").numbers == {"reason": ""}
    third = asked(np.array([1.0, 0.0, 0.0]), "shares", np.arange(1.0, 4.0))
    assert third.numbers == {"reason": "", "share": 1 / 3}


@pytest.fixture(scope="module")
def _judged(tmp_path_factory) -> Path:
    root = write_course(tmp_path_factory.mktemp("judged"), "en")
    folder = root / TRIPLE
    text = (folder / "grading.py").read_text()
    text = text.replace(
        'oracle="x + x + x"', 'oracle="x + x + x", reasons={"too_long": "Too long."}'
    )
    text = text.replace("points=5)", 'points=5, judge="up_to_sign")')
    (folder / "grading.py").write_text(
        text.replace("points=1, public", 'points=1, judge="up_to_sign", public')
    )
    (folder / "judge.py").write_text(SOURCE)
    return root


@pytest.fixture
def judged(_judged, tmp_path):
    """A course whose exercise may be answered up to the sign."""
    return shutil.copytree(_judged, tmp_path / "course")


def test_an_exercise_with_a_judge_is_examined_and_graded_by_it(judged):
    """Another sign is right, a mistake is named, and a reason is told of a hidden check too."""
    (solution,) = load_course(judged).solutions()
    assert examine_here(solution, SEED).faults == []
    key = make_key(solution, SEED)
    assert judge_here(key, lambda x: -3 * x).score == 6
    doubled = judge_here(key, lambda x: 2 * x)
    assert (doubled.score, doubled.diagnosis.name) == (0, "doubles")
    too_long = judge_here(key, lambda x: 5 * x)
    assert [check_message(each, "triple", "en") for each in too_long.checks][1] == (
        "A hidden check expected another answer. Too long."
    )
    assert too_long.diagnosis is None


def test_a_share_of_a_judge_is_a_share_of_the_points(judged):
    """In every check; the message says that it is only a part, of a hidden one no more."""
    path = judged / TRIPLE / "grading.py"
    path.write_text(path.read_text().replace('"up_to_sign"', '"shares"'))
    (solution,) = load_course(judged).solutions()
    key = make_key(solution, SEED)
    result = judge_here(key, lambda x: np.where(x == x.max(), 3 * x, 0.0) if x.ndim else 0.0 * x)
    assert [check.status for check in result.checks] == ["failed", "partial"]
    assert 0 < result.score < key.points
    assert check_message(result.checks[1], "triple", "en").startswith(
        "A hidden check is right in part."
    )


def test_partial_credit_with_one_case_is_a_fault(judged):
    """There is nothing that could be right in part, unless a judge finds it."""
    path = judged / TRIPLE / "grading.py"
    text = path.read_text().replace("points=5, judge", "points=5, partial=True, judge")
    path.write_text(text)
    assert not [each for each in examined(judged).faults if "partial credit" in each]
    path.write_text(text.replace('partial=True, judge="up_to_sign"', "partial=True"))
    (fault,) = [each for each in examined(judged).faults if "partial credit" in each]
    assert "grading.py:11: 'two" in fault


def test_students_get_the_judge_with_the_public_checks(judged):
    """The file says the same, and its own check judges alike."""
    (solution,) = load_course(judged).solutions()
    key = make_key(solution, None)
    read = load_key(dump_key(key, "0" * 64))
    assert (read.checks[0].judge, read.reasons) == (key.checks[0].judge, key.reasons)
    assert judge_here(read, lambda x: -3 * x).score == 1
    file = json.loads(dump_key(replace(key, reasons={}), "0" * 64))
    file["checks"][0]["judge"] = "unknown"
    with pytest.raises(
        ValueError, match=r"in `checks\[0\].judge`, there is no judge named 'unknown'"
    ):
        load_key(json.dumps(file))


def examined(root):
    """Load and examine the one exercise of a course."""
    (solution,) = load_course(root).solutions()
    return examine_here(solution, SEED)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("grading.py", '"up_to_sign", public', '"upto", public', "grading.py:6: there is no judge named 'upto'"),
        ("grading.py", "judge=\"up_to_sign\")", "judge=5)", "`judge` is the name of a function in judge.py, not 5"),
        ("grading.py", '"Too long."', '{"fr": "x"}', "the reason 'too_long' has texts in 'fr', the course has"),
        ("judge.py", "return True", "return 1 / 0", "judge.py:6: judge 'up_to_sign' raises ZeroDivision"),
        ("grading.py", "points=5,", "points=5, partial=1,", "`partial` is True or False, not 1"),
        ("grading.py", "points=1,", "points=1, partial=True,", "has partial credit and one point, of"),
        ("judge.py", "inputs):", "inputs)", "judge.py:4: not Python"),
        ("grading.py", "reasons=", 'forbid="numpy.sort", reasons=', "`forbid` is a list of names, not 'numpy"),
        ("grading.py", "reasons=", 'require=["sort"], reasons=', "'sort' is no name; write 'loops', 'recursion'"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_judge_or_a_rule_is_said_to_its_author(judged, file, old, new, said):
    """With file and line."""
    path = judged / TRIPLE / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    with pytest.raises(CourseError) as caught:
        examined(judged)
    assert said in str(caught.value)


def test_a_forbidden_function_costs_the_whole_exercise(judged):
    """Every check says which it is, the hidden ones without a line."""
    path = judged / TRIPLE / "grading.py"
    path.write_text(path.read_text().replace("reasons=", 'forbid=["numpy.negative"], reasons='))
    (solution,) = load_course(judged).solutions()
    key = make_key(solution, SEED)
    result = judge_here(key, lambda x: np.negative(-3 * x))
    assert (result.score, result.status) == (0, "failed")
    assert {check.finding.problem.type for check in result.checks} == {"numpy.negative"}
    public, hidden = (check_message(each, "triple", "en") for each in result.checks)
    assert public.startswith("This is to be solved without numpy.negative")
    assert hidden == "The code uses what may not be used, or does not use what has to be."
    assert load_key(dump_key(make_key(solution, None), "0" * 64)).forbid == ("numpy.negative",)


def test_a_judge_of_a_report_is_asked_of_whole_reports_only(judged):
    """Not of a result that was taken out of one, to see what two answers have in common."""
    folder = judged / TRIPLE
    text = (folder / "grading.py").read_text()
    hidden = 'points=5, judge="up_to_sign"'
    reported = text.replace(hidden, 'points=5, driver="inputs_after", judge="and_stays"')
    (folder / "grading.py").write_text(reported)
    with (folder / "judge.py").open("a") as file:
        file.write(
            "\n\ndef and_stays(output, expected, inputs):\n"
            "    after = output['inputs after the call']\n"
            "    same = np.array_equal(after['x'], inputs['x'])\n"
            "    return same and up_to_sign(output['result'], expected['result'], inputs)\n"
        )
    (solution,) = load_course(judged).solutions()
    key = make_key(solution, SEED)
    assert judge_here(key, lambda x: -3 * x).score == 6
    assert judge_here(key, lambda x: 2 * x).diagnosis.name == "doubles"
    assert judge_here(key, lambda x: 2 * x + 0.5).score == 0

    def changes(x):
        x *= -3
        return x

    found = judge_here(key, changes)
    assert [check.status for check in found.checks] == ["passed", "failed"]


def test_a_mistake_of_rounding_is_named_whatever_its_last_digits(tmp_path):
    """Its numbers are others on another machine; it is right and wrong in the same cases."""
    root = write_course(tmp_path, "en")
    folder = root / TRIPLE
    grading = folder / "grading.py"
    text = grading.read_text().replace(
        'oracle="x + x + x"', 'oracle="x + x + x", rounding=["noisy"]'
    )
    grading.write_text(
        text + "\n\n@exercise.check('large', points=6)\ndef large(rng):\n"
        "    yield Case(x=1e9 * rng.normal(size=9))\n"
    )
    grading.write_text(grading.read_text().replace("points=6, notes", "points=12, notes"))
    mistakes = folder / "mistakes.py"
    mistakes.write_text(
        mistakes.read_text() + '\n\n@mistake(en="How many digits are left?")\ndef noisy(x):\n'
        "    large = abs(x) > 1e3\n    return 3 * x + large * 1e-5 * x * (x % 1)\n"
    )
    (solution,) = load_course(root).solutions()
    key = with_declared(make_key(solution, SEED), solution)
    read = load_key(dump_key(with_declared(make_key(solution, None), solution), "0" * 64))
    assert read.rounding == key.rounding == ("noisy",)

    def other_digits(x):
        return 3 * x + (abs(x) > 1e3) * 3e-5 * x * (x % 0.7)

    assert judge_here(key, other_digits).diagnosis.name == "noisy"
    assert judge_here(key, lambda x: 2 * x).diagnosis.name == "doubles"
    assert judge_here(key, lambda x: x**3 + 1 if x.size == 4 else 3 * x).diagnosis is None
    # In the same cases, by what is no rounding error.
    assert judge_here(key, lambda x: 3 * x + (abs(x) > 1e3) * x * (x % 0.7)).diagnosis is None
    assert judge_here(key, lambda x: x.tolist() if x.size == 9 else 3 * x).diagnosis.name != "noisy"
    grading.write_text(grading.read_text().replace('["noisy"]', '["noise"]'))
    with pytest.raises(CourseError, match="`rounding`: there is no mistake 'noise'; did you mean"):
        load_course(root)
