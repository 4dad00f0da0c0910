"""What a report says where several things are wrong at once, or something that nothing explains."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html import unescape
from itertools import takewhile
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from autograder.diagnosis.diagnosis import FACETS, Diagnosis
from autograder.diagnosis.slip import Slip
from autograder.report.diagnosis_words import diagnosis_hint, diagnosis_more, diagnosis_title
from autograder.report.facet_texts import FACET_HINTS, FACET_TITLES, MORE_OF_FACETS
from autograder.report.html import exercise_html
from autograder.report.result_records import exercise_record
from autograder.report.terminal import exercise_plain, print_exercise
from autograder.sandbox.outcome import Outcome, Problem
from autograder.texts import Text
from tests.report.results import LANGUAGES, broken, check, exercise, finding, wrong

HANGUL = re.compile("[가-힣]")
CORRECTION = Diagnosis(
    "values",
    "mistake",
    "no_bias_correction",
    hint=Text(
        ko="t가 1일 때 m은 기울기와 얼마나 다른가요?",
        en="At t = 1, how far is m from the gradient?",
    ),
    hint2=Text(ko="m을 나누는 수를 t = 1에서 구해 보세요.", en="At t = 1, what is m divided by?"),
)
INPUTS = Diagnosis("inputs", "relation", "changes_inputs")
FLOAT64 = Diagnosis("dtype", "relation", "double_precision")
A_LIST = Diagnosis("type", "relation", "list_for_array")
ROUNDED = Diagnosis("values", "relation", "rounded")
X = np.array([1.0, 2.0])


def hidden(name="large numbers", ko="큰 수", value=3.0):
    """A hidden check that failed."""
    return check(finding(Outcome(value), 2.0, total=4, x=X), public=False, name=name, ko=ko)


SITUATIONS = {
    "a mistake, changed inputs and rounding": exercise(
        check(name="inputs stay", ko="입력"),
        wrong(4.0, 2.0),
        hidden(),
        diagnoses=(CORRECTION, INPUTS, ROUNDED),
    ),
    "a breakdown and a dtype": exercise(
        broken(Problem("raised", "ValueError", "truth value", 0, 3)),
        hidden(),
        diagnoses=(
            Diagnosis("breakdown", "error", "arrays", of="ValueError"),
            FLOAT64,
        ),
    ),
    "a part of what is wrong": exercise(
        check(finding(Outcome(X), 2 * X, x=X), name="small", ko="작은 수"),
        hidden(),
        hidden("zeros", "영"),
        diagnoses=(
            Diagnosis(
                "values",
                "mistake",
                "halves",
                hint=Text(ko="왜 반인가요?", en="Why half?"),
                checks=("small", "zeros"),
                partial=True,
            ),
        ),
        signature="0123456789",
    ),
    "right values of another type": exercise(
        wrong([1.0, 2.0], X), hidden(), diagnoses=(A_LIST, INPUTS)
    ),
    "what nothing explains": exercise(
        check(name="one number", ko="숫자 하나"),
        check(
            finding(Outcome(np.array([2.0, 4.0, 5.0, 7.0])), np.array([2.0, 4.0, 6.0, 8.0]), x=X),
            name="several",
            ko="여러 수",
        ),
        hidden(),
        signature="0123456789",
    ),
}


KEPT = (Path(__file__).parent / "diagnoses.txt").read_text(encoding="utf-8")


def above_the_checks(result, language, width=80):
    """What explains the answers, line by line; the checks stand below an empty line."""
    lines = [line.rstrip() for line in exercise_plain(result, language, width=width).splitlines()]
    first = next(i for i, line in enumerate(lines) if "➜" in line)
    return list(takewhile(bool, lines[first:]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SITUATIONS)
def test_what_is_said_is_kept(name, language):
    """Word by word, at 80 columns, as the text beside this file has it."""
    _, _, rest = KEPT.partition(f"## {name} ({language})\n\n")
    kept = rest.partition("\n\n## ")[0].rstrip("\n").split("\n")
    assert above_the_checks(SITUATIONS[name], language) == kept


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SITUATIONS)
def test_a_page_says_the_same(name, language):
    """Every sentence of the terminal, and where to look behind a fold."""
    result = SITUATIONS[name]
    words = re.sub("<[^>]*>", " ", exercise_html(result, language))
    page = "".join(unescape(words).split())
    for line in above_the_checks(result, language, width=1000):
        said = re.sub(r"^- | \([a-z_]+\)$", "", line.strip())
        assert "".join(said.split()) in page, said
    for diagnosis in result.diagnoses:
        assert "".join(diagnosis_more(diagnosis, language).split()) in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("facet", FACETS)
def test_every_facet_can_be_said(facet, language):
    """As a question, with where to look, and as a title; with all that is known, or nothing."""
    for name in FACETS[facet]:
        kind = "error" if facet == "breakdown" else "relation"
        of = {"error": "KeyError", "relation": "2/3" if name == "one_of_several" else None}[kind]
        for each in (Diagnosis(facet, kind, name, of=of), Diagnosis(facet, kind, name)):
            hint, more = diagnosis_hint(each, language), diagnosis_more(each, language)
            assert hint != more
            for said in (hint, more):
                assert bool(HANGUL.search(said)) == (language == "ko"), said
                assert "{" not in said + diagnosis_title(each)
    first = Diagnosis(facet, "error", FACETS[facet][0], of="KeyError")
    assert ("KeyError" in diagnosis_hint(first, "en")) == (facet == "breakdown")


def test_facets_have_words_and_no_others():
    """Those of the diagnosis: none is forgotten, and none is left that nobody is told."""
    names = {name for several in FACETS.values() for name in several}
    assert FACET_TITLES.keys() == names
    for words in (*FACET_HINTS.values(), *MORE_OF_FACETS.values()):
        assert words.keys() == names


def test_at_most_three_are_shown():
    """The table of results has all of them."""
    result = exercise(wrong(4.0, 2.0), diagnoses=(CORRECTION, INPUTS, ROUNDED, FLOAT64))
    told = "\n".join(above_the_checks(result, "en"))
    assert "rounded" in told
    assert "float64" not in told
    assert [each.name for each in exercise_record(result, "en").diagnoses] == [
        "no_bias_correction",
        "changes_inputs",
        "rounded",
        "double_precision",
    ]


def test_the_first_is_told_as_it_was_told_alone():
    """The old field of a record has its kind, its name and its hint."""
    record = exercise_record(SITUATIONS["a mistake, changed inputs and rounding"], "ko")
    first = record.diagnoses[0]
    assert (first.facet, first.hint2) == ("values", "m을 나누는 수를 t = 1에서 구해 보세요.")
    old = record.diagnosis
    assert (old.kind, old.name, old.hint) == (first.kind, first.name, first.hint)


def test_checks_of_a_record_have_the_names_of_its_checks():
    """In the language of the report."""
    record = exercise_record(SITUATIONS["a part of what is wrong"], "ko")
    assert record.diagnoses[0].checks == ["작은 수", "영"]
    assert {*record.diagnoses[0].checks} < {each.name for each in record.checks}


def test_several_things_come_together_only_where_a_value_is_explained():
    """Two facets alone are two facets."""
    for others, said in (((INPUTS, A_LIST), False), ((CORRECTION, INPUTS), True)):
        told = "\n".join(above_the_checks(exercise(wrong(4.0, 2.0), diagnoses=others), "en"))
        assert ("Several things" in told) == said
    alone = above_the_checks(exercise(wrong(4.0, 2.0), diagnosis=CORRECTION), "en")
    assert len(alone) == 2


def test_more_is_told_to_whoever_asks():
    """Below the hint, on a terminal."""
    result = SITUATIONS["a mistake, changed inputs and rounding"]
    console = Console(width=200, record=True, file=io.StringIO())
    print_exercise(console, result, "en", more=True)
    told = console.export_text()
    assert "At t = 1, what is m divided by?" in told
    assert "`w -= ...`" in told
    assert "`w -= ...`" not in exercise_plain(result, "en")


def driven(problem, *, public=True, name="a check"):
    """A check whose driver broke down with these inputs."""
    found = finding(Outcome(problem=problem), secret=1234.0)
    return check(replace(found, driver="drv_steps"), public=public, status="error", name=name)


RAISED = Problem("raised", "ValueError", "why", 0, 7)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_breakdown_is_told_with_the_students_own_line_and_call(language):
    """Of a public check, which everybody can call."""
    diagnosis = Diagnosis("breakdown", "error", "arrays", of="ValueError")
    result = exercise(broken(RAISED), diagnosis=diagnosis)
    hint = exercise_record(result, language).diagnoses[0].hint
    assert hint.endswith("double(x=1)")
    assert "7" in hint


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("checks", "line"),
    [
        ((broken(RAISED, public=False),), False),
        ((driven(RAISED),), True),
        ((driven(RAISED, public=False),), False),
        ((broken(Problem("raised", "KeyError", "why", 0, 7)),), False),
    ],
    ids=["hidden", "by a driver", "hidden, by a driver", "another error"],
)
def test_a_breakdown_tells_no_hidden_call_and_no_driver(checks, line, language):
    """Nor a line that only a hidden check reached."""
    diagnosis = Diagnosis("breakdown", "error", "some", of="ValueError")
    hint = diagnosis_hint(diagnosis, language, exercise(*checks))
    assert not any(word in hint for word in ("double(", "drv_steps", "secret", "1234", "x="))
    assert ("7" in hint) == line


def test_a_partial_explanation_counts_public_checks_alone_where_it_names_no_other():
    """So that a count says nothing of hidden checks that were left out of it."""
    seen = Diagnosis("values", "relation", "negated", checks=("one",), partial=True)
    checks = (wrong(1.0, 2.0), wrong(1.0, 2.0), hidden(), hidden())
    checks = (replace(checks[0], name="one"), *checks[1:])
    (line, *_) = above_the_checks(exercise(*checks, diagnosis=seen), "en")
    assert (
        line == "  ➜ In 1 of 2 failed public checks (a check) it looks like this mistake: negated"
    )


@pytest.mark.parametrize(
    ("diagnosis", "lead"),
    [
        (replace(ROUNDED, partial=True), "A part of what is wrong looks like this mistake"),
        (replace(ROUNDED, partial=True, checks=("a check",)), "A part of what is wrong"),
        (replace(ROUNDED, partial=True, of="2/3"), "In value 2 of the 3 that come back it looks"),
    ],
)
def test_a_part_is_told_as_a_part(diagnosis, lead):
    """Also where it cannot be counted, or is one of the returned values."""
    (line, *_) = above_the_checks(exercise(wrong(1.0, 2.0), diagnosis=diagnosis), "en")
    assert line.startswith(f"  ➜ {lead}")


def test_which_part_it_explains_is_no_part_of_its_name():
    """A factor of the second of three values is not two thirds."""
    factor = Diagnosis("values", "relation", "factor", of="2/3", value=4.0, partial=True)
    told = above_the_checks(exercise(wrong(1.0, 2.0), diagnosis=factor), "en", width=200)
    assert "factor 4" in told[0]
    assert "is 4 times" in told[1]


def test_an_argument_may_be_called_as_a_facet_is():
    """It is told as an argument."""
    for name in ("text", "numbers"):
        hint = diagnosis_hint(Diagnosis("values", "argument", name), "en")
        assert hint.split()[0] != FACET_HINTS["en"][name].split()[0]


def test_a_slip_stands_above_and_the_others_below():
    """It is not told twice."""
    slip = Slip("self_missing", "double", {"function": "double"})
    contract = Diagnosis("contract", "slip", "self_missing", slip=slip)
    told = above_the_checks(exercise(wrong(4.0, 2.0), diagnoses=(contract, INPUTS)), "en")
    assert sum("`self`" in line for line in told) == 1
    assert told[-2].startswith("  ➜ It looks like this mistake: changes its inputs")


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_only_hidden_checks_fail_it_says_so(language):
    """Nothing is shown of them, and what is right is named."""
    result = exercise(check(name="one", ko="하나"), hidden(), signature="0123456789")
    told = "\n".join(above_the_checks(result, language, width=200))
    assert {"ko": "하나", "en": "one"}[language] in told
    assert {"ko": "공개 검사는 모두", "en": "All public checks are right"}[language] in told
    assert "3" not in told


def test_a_parameter_of_a_mistake_is_told():
    """With the name that the course gives it."""
    found = replace(CORRECTION, of="eps", value=1e-7)
    assert diagnosis_title(found) == "no bias correction (eps = 1e-07)"
    told = above_the_checks(exercise(wrong(4.0, 2.0), diagnosis=found), "ko")
    assert told[-1].endswith("(no_bias_correction, eps=1e-07)")


def test_a_call_that_fails_is_told_once():
    """In the hint only where the first check that is told in full failed by something else."""
    breakdown = Diagnosis("breakdown", "error", "arrays", of="ValueError")
    raises = broken(Problem("raised", "ValueError", "truth value", 0, 3))
    alone = exercise_plain(exercise(raises, diagnoses=(breakdown,)), "en")
    assert (alone.count("double("), alone.count("ine 3")) == (1, 1)
    later = exercise_html(exercise(wrong(4.0, 2.0), raises, diagnoses=(breakdown,)), "en")
    assert "The call that fails: double(x=1)" in later


def test_the_first_difference_is_told_where_the_check_below_tells_another():
    """A single value stands there already; of several numbers the worst one does."""
    single = exercise_plain(exercise(wrong("a", "b"), signature="x"), "en")
    assert (single.count("got 'a', expected 'b'"), single.count("first difference")) == (1, 0)
    several = exercise_plain(exercise(wrong(X, 3 * X), signature="x"), "en")
    assert "The first difference is in 'a check': 1 at 0 in the place of 3" in several
