"""A course has the languages that it names, and needs nothing of any other."""

from __future__ import annotations

import pytest

from autograder.course import CourseError, load_course
from autograder.texts import Text
from autograder.validation.in_process import examine_here
from tests.languages import write_course
from tests.toy_settings import SEED

TRIPLE = "solutions/basics/triple"
SOME = [("en",), ("es",), ("ko",), ("ko", "en"), ("es", "pt_BR"), ("fr", "en", "ko")]


@pytest.mark.parametrize("languages", SOME, ids="-".join)
def test_a_course_in_any_languages_is_sound(tmp_path, languages):
    """All of its texts are there, in its order; its grading is right."""
    course = load_course(write_course(tmp_path, *languages))
    (solution,) = course.solutions()
    (assignment,) = course.assignments
    for text in (solution.title, assignment.intro, solution.hints["squares"]):
        assert text.languages == languages
    first, second = solution.exercise.checks
    assert first.label == Text(**{each: f"one {each}" for each in languages})
    assert second.label == Text(**{each: f"two {each}" for each in languages})
    assert first.name == f"one {languages[-1]}"
    assert first.plot.x == Text(**{each: f"x {each}" for each in languages})
    assert first.plot.y == Text("y")
    assert examine_here(solution, SEED).faults == []


def change(root, file, old, new):
    """Replace every occurrence of a text in a file of the course."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def the_fault(root):
    """The one thing that is wrong with a course: file, line and sentence."""
    with pytest.raises(CourseError) as caught:
        load_course(root)
    (fault,) = caught.value.faults
    return fault.path.name, fault.line, fault.sentence


WRONG = {
    "a check in a language too many": (
        ("en",),
        ("grading.py", '"one en"', '"one en", ko="하나"'),
        (6, "'one en': there is no option or language 'ko'; there are en, "),
    ),
    "a check in a language too few": (
        ("fr", "en", "ko"),
        ("grading.py", ', fr="one fr"', ""),
        (
            6,
            "'one ko' has no text in 'fr', 'ko': its name is the text in one of these, and the "
            "others are keywords",
        ),
    ),
    "an option of a check that is mistyped": (
        ("ko", "en"),
        ("grading.py", "points=1, public=True", "points=1, public=True, rtoll=1"),
        (6, "'one en': there is no option or language 'rtoll'; did you mean 'rtol'?"),
    ),
    "a hint in a language too many": (
        ("es",),
        ("mistakes.py", 'es="doubles es?"', 'es="doubles es?", en="Twice?"'),
        (10, "the hint of 'doubles': there is no language 'en'; did you mean 'es'?"),
    ),
    "a hint in a language too few": (
        ("ko", "en"),
        ("mistakes.py", ', en="doubles en?"', ""),
        (10, "'doubles' has no hint in 'en'"),
    ),
    "a hint that is no text": (
        ("en",),
        ("mistakes.py", 'en="doubles en?"', "en=2"),
        (10, "the hint of 'doubles' is a text, not 2"),
    ),
    "an axis in a language too few": (
        ("ko", "en"),
        ("grading.py", ', "en": "x en"', ""),
        (6, "`x` of a Plot has texts in 'ko', the course has 'ko', 'en'"),
    ),
}


@pytest.mark.parametrize(("languages", "edit", "said"), WRONG.values(), ids=WRONG)
def test_a_language_too_many_or_too_few_is_named(tmp_path, languages, edit, said):
    """With its file and line."""
    root = write_course(tmp_path, *languages)
    file, old, new = edit
    change(root, f"{TRIPLE}/{file}", old, new)
    name, line, sentence = the_fault(root)
    assert (name, line) == (file, said[0])
    assert sentence.startswith(said[1])


@pytest.mark.parametrize("name", ["triple/statement", "intro", "takeaway"])
def test_a_missing_text_is_named(tmp_path, name):
    """The one in the language that the course names, and no other."""
    root = write_course(tmp_path, "es", "en")
    (root / "solutions" / "basics" / f"{name}.es.md").unlink()
    file, line, sentence = the_fault(root)
    assert (file, line) == (f"{name.rpartition('/')[2]}.es.md", None)
    assert sentence == "this file is missing"


def test_a_check_may_have_a_keyword_for_every_language(tmp_path):
    """Then its name identifies it alone."""
    root = write_course(tmp_path, "en")
    change(root, f"{TRIPLE}/grading.py", '"one en"', '"first", en="one, in English"')
    (solution,) = load_course(root).solutions()
    assert solution.exercise.checks[0].name == "first"
    assert solution.exercise.checks[0].label == Text(en="one, in English")


def test_an_adopted_mistake_has_hints_in_the_languages_of_the_course(tmp_path):
    """Another one is named with its line; a missing one is asked for."""
    root = write_course(tmp_path, "es")
    path = root / TRIPLE / "adopted" / "adds_one.toml"
    path.parent.mkdir()
    source = "source = 'def triple(x): return 3 * x + 1'\n"
    path.write_text(f'es = "¿Uno más?"\n{source}', encoding="utf-8")
    (solution,) = load_course(root).solutions()
    assert solution.adopted["adds_one"].hint == Text(es="¿Uno más?")
    for text, line, said in [
        (f"{source}", None, "say in 'es' what this mistake is, in one sentence"),
        (f'es = "¿Uno?"\nko = "하나?"\n{source}', 2, "there is no key or language 'ko'"),
        ('es = "¿Uno?"\n', None, "it has no `source`"),
    ]:
        path.write_text(text, encoding="utf-8")
        (fault,) = load_course(root).unfinished()
        assert (fault.path, fault.line) == (path, line)
        assert said in fault.sentence
