"""What is said of edits, unused arguments, rounding and factors."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from autograder.edits.making import OPERATOR_NAMES
from autograder.report.edit_texts import DEEPER, EDITS
from autograder.report.edit_words import explanation_hint
from autograder.report.language import Language
from autograder.report.particles import with_particles
from tests.report.results import LANGUAGES

KINDS = ["argument", "rounding", "factor"]
ABOUT = ["eps", "beta1", "m_hat", "sqrt", "loop", "axis", "len", "2", None]


def gaps(text: str) -> set[str]:
    """The gaps of a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_a_question_and_a_deeper_hint(language):
    """In every language of the framework: the first asks, the second says."""
    for name in [*OPERATOR_NAMES, *KINDS, *(f"{kind}_value" for kind in KINDS)]:
        first, deeper = EDITS[language][name], EDITS[language][f"{name}{DEEPER}"]
        assert first.endswith("?")
        assert first != deeper
        assert gaps(first) | gaps(deeper) <= {"of", "other", "value"}


def test_no_language_says_more_than_the_other():
    """Both have the same names, and nothing is left of operators that are gone."""
    assert EDITS["ko"].keys() == EDITS["en"].keys()
    names = {name.removesuffix(DEEPER) for name in EDITS["en"] if not name.startswith("of_")}
    others = {
        *KINDS,
        *(f"{kind}_value" for kind in KINDS),
        "change_number_itself",
        "used_otherwise",
    }
    assert names == {*OPERATOR_NAMES, *others}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hint_names_a_line_or_shows_code(language):
    """Beside the name that it is about, and words in brackets, a hint is plain text."""
    for operator in OPERATOR_NAMES:
        for of in ABOUT:
            for depth in (1, 2):
                hint = explanation_hint("edit", operator, of, None, language, depth)
                plain = re.sub(r"`\w+`|\((axis|shape|keepdims|ddof)\)", "", hint)
                assert not re.search(r"[`=*/\[\]{}()<>+@]|\bline\b|번째 줄", plain), hint


def test_of_an_exchanged_function_both_are_told():
    """The one that is called, and the one that belongs there."""
    said = explanation_hint("edit", "replace_function", "sum_for_mean", None, "en", 2)
    assert said == "It looks as if `sum` were called where `mean` belongs."


def test_a_name_is_shown_as_code_and_a_loop_as_a_word():
    """A number too is no name."""
    said = [explanation_hint("edit", "drop_term", of, None, "en") for of in ("eps", "len", "2")]
    assert said == [
        "Is the term with `eps` there everywhere it belongs?",
        "Is the term with the number of entries there everywhere it belongs?",
        "Is the term with the number 2 there everywhere it belongs?",
    ]


def test_another_number_is_told_of_the_right_one_or_of_what_stands_beside_it():
    """The number itself is about itself."""
    said = [explanation_hint("edit", "change_number", of, None, "en") for of in ("2", "beta1")]
    assert said == [
        "Is there another number where the number 2 belongs?",
        "Is the number next to `beta1` the right one?",
    ]


def test_a_number_is_told_where_it_is_given():
    """The constant in the place of an argument; the digits; the factor."""
    deeper = [
        explanation_hint("argument", "beta2", None, 0.9, "en", 2),
        explanation_hint("argument", "beta2", None, None, "en", 2),
        explanation_hint("rounding", "rounding", None, 4, "ko", 1),
        explanation_hint("rounding", "rounding", None, None, "en", 1),
        explanation_hint("factor", "factor", None, 0.5, "en", 2),
    ]
    assert deeper == [
        "It looks as if 0.9 stood where `beta2` belongs.",
        "It looks as if a constant stood where `beta2` belongs.",
        "4자리로 반올림한 값입니다. 반올림은 계산하기 전과 후 가운데 언제 해야 하나요?",
        "The result is rounded: when is rounding right, before or after the computation?",
        "All numbers are 0.5 times the right ones.",
    ]


def test_a_course_may_say_it_in_a_language_of_its_own():
    """What it does not say is in English."""
    spanish = Language("es", {"edits": {"drop_term": "¿Está {of} donde debe?"}})
    assert explanation_hint("edit", "drop_term", "eps", None, spanish) == "¿Está `eps` donde debe?"
    assert explanation_hint("edit", "flip_sign", "eps", None, spanish).startswith("Which sign")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("`beta`은(는)", "`beta`는"),
        ("`lr`을(를)", "`lr`을"),
        ("`lr`(으)로", "`lr`로"),
        ("`m`이(가)", "`m`이"),
        ("`m_hat`이(가)", "`m_hat`이"),
        ("`warmup`(으)로", "`warmup`으로"),
        ("`sqrt`와(과)", "`sqrt`와"),
        ("`mean`와(과)", "`mean`과"),
        ("`epoch`은(는)", "`epoch`는"),
        ("`schedule`을(를)", "`schedule`을"),
        ("`eps`을(를)", "`eps`를"),
        ("`beta2`이(가)", "`beta2`가"),
        ("`beta1`이(가)", "`beta1`이"),
        ("숫자 3은(는)", "숫자 3은"),
        ("0.9이(가)", "0.9가"),
        ("개수을(를) 쓰고, 반복문을(를)", "개수를 쓰고, 반복문을"),
        ("축(axis)은(는)", "축(axis)은"),
        ("값이 같은 것", "값이 같은 것"),
    ],
)
def test_particles_fit_the_word_before_them(text, said):
    """As it is read aloud in Korean."""
    assert with_particles(text) == said
