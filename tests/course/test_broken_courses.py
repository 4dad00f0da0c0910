"""Whatever is wrong with a course is said with the file, and the line where there is one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from autograder.course import CourseError, find_course, load_course
from autograder.validation.in_process import examine_here
from tests.toy_settings import SEED

DOUBLE = "solutions/basics/double"
COUNTER = "solutions/basics/Counter"


def change(root: Path, file: str, old: str, new: str) -> None:
    """Replace the first occurrence of a text in a file of the course."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_toy_course_is_sound(toy):
    """All that the framework demands of a course holds for the one that tests use."""
    found = {s.name: examine_here(s, SEED).faults for s in toy.solutions()}
    assert found == {"double": [], "Counter": []}


def test_exercises_without_a_place_in_the_order_follow(toy):
    """A folder is found by being there."""
    assert [s.name for s in toy.solutions()] == ["double", "Counter"]


BROKEN = [
    # (file, old, new, the file that is named, the line or None, what is said of it)
    (f"{DOUBLE}/reference.py", "### BEGIN SOLUTION", "", "reference.py", 9, "without"),
    (f"{DOUBLE}/reference.py", "### END SOLUTION", "", "reference.py", 6, "without"),
    (f"{DOUBLE}/reference.py", "def double", "def triple", "reference.py", 4, "'double'"),
    (f"{DOUBLE}/reference.py", "(x)", "(x", "reference.py", 4, "not Python"),
    (f"{DOUBLE}/grading.py", "points=10", "points=11", "grading.py", 5, "worth 10 points"),
    (f"{DOUBLE}/grading.py", "points=3", "points=0", "grading.py", 19, "no points"),
    (f"{DOUBLE}/grading.py", 'ko="음수"', 'ko=""', "grading.py", 19, "empty text in 'ko'"),
    (f"{DOUBLE}/grading.py", '"large numbers"', '"a few numbers"', "grading.py", 25, "second"),
    (f"{DOUBLE}/grading.py", "exercise = ", "other = ", "grading.py", 8, "NameError"),
    *(
        (f"{DOUBLE}/grading.py", old, new, "grading.py", 5, said)
        for old, new, said in [
            ("points=10", 'points="10"', "points of the exercise are a whole number, not '10'"),
            ("points=10", "points=10.0", "points of the exercise are a whole number, not 10.0"),
            ('notes=["1"]', 'notes="1"', "`notes` is a list of texts, not '1'"),
            ('notes=["1"]', "notes=[1]", "`notes` is a list of texts, not [1]"),
            ('oracle="x + x"', "oracle=None", "`oracle` is a text, not None"),
        ]
    ),
    *(
        (f"{DOUBLE}/grading.py", old, new, "grading.py", line, said)
        for old, new, line, said in [
            ('"negative numbers"', "5", 19, "a check's name is a text, not 5"),
            ('ko="음수"', "ko=None", 19, "a check's name is a text, not None"),
            ("points=3", 'points="3"', 19, "points of 'negative numbers' are a whole number"),
            ("points=4", "points=4.5", 25, "points of 'large numbers' are a whole number, not 4.5"),
            ("points=3", "points=True", 19, "points of 'negative numbers' are a whole number"),
            ("points=3, public=True", "points=3, public='no'", 19, "`public` is True or False"),
            ("points=3, public=True", "points=3, extra=1", 19, "`extra` is True or False, not 1"),
            ('points=4, driver="twice"', "points=4, driver=len", 25, "`driver` is the name of a driver"),
            ("points=4", "points=4, rtol=-1", 25, "`rtol` is a finite number, zero or more, and not -1"),
            ("points=4", "points=4, atol=np.nan", 25, "`atol` is a finite number, zero or more"),
            ("points=4", 'points=4, rtol="1"', 25, "`rtol` is a finite number, zero or more"),
            ("points=4", "points=4, plot='curve'", 25, "`plot` is a Plot, not 'curve'"),
            ('Plot("curve"', 'Plot("pie"', 8, "a Plot is a 'path' or a 'curve', not 'pie'"),
            ('"en": "index"}', '"en": 5}', 8, "`x` of a Plot is a text, or a dict of texts by language"),
            ('{"ko": "값", "en": "value"}', '("값", "value")', 8, "`y` of a Plot is a text, or a dict"),
            ('"ko": "값", ', "", 8, "`y` of a Plot has texts in 'en', the course has 'en', 'ko'"),
            ('"value"})', '"value"}, bowl=1)', 8, "`bowl` of a Plot is two numbers, not 1"),
        ]
    ),
    *(
        (f"{DOUBLE}/grading.py", "\n\n@exercise.check(\n", f"\nexercise.edit({new})\n\n@exercise.check(\n",
         "grading.py", 7, said)
        for new, said in [
            ('operator="flip_sign", of="x", ko="가"', "the edit 'flip_sign' of 'x' has no hint in 'en'"),
            ('operator="flip_sign", ko="가", en="a", en2="b"', "has no hint in 'ko2'"),
            ('operator="flip_sign", ko="가", en=" "', "has no text in 'en'"),
            ('operator="flip_sign", ko="가", en="a", es="a"', "no option or language 'es'"),
            ('operator="flip_sign", silent=True, en="a"', "is silent and has a text"),
            ('operator=5, silent=True', "`operator` and `of` of an edit are texts, not 5"),
        ]
    ),
    (f"{DOUBLE}/mistakes.py", 'en="Whose array is changed?"', 'en=" "', "mistakes.py", 15, "'en'"),
    (f"{DOUBLE}/mistakes.py", '@mistake(ko="음수도', '_ = dict(ko="음수도', "mistakes.py", 10,
     "no @mistake"),
    (f"{DOUBLE}/statement.ko.md", "# ", "", "statement.ko.md", 1, "heading"),
    (f"{COUNTER}/driver.py", "step)", "step", "driver.py", 3, "not Python"),
    (f"{COUNTER}/driver.py", "def counts", "import nothing_at_all\n\n\ndef counts", "driver.py", 1,
     "No module named 'nothing_at_all'"),
    ("course.toml", 'order = ["double"]', 'order = ["treble"]', "course.toml", 7, "'treble'"),
    ("course.toml", 'name = "basics"', 'name = "advanced"', "course.toml", 5, "'advanced'"),
    ("course.toml", "[limits]", "[limits", "course.toml", 9, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "named", "line", "said"), BROKEN, ids=[f"{b[0]}:{b[2]}" for b in BROKEN]
)
def test_what_is_broken_is_named(toy_root, file, old, new, named, line, said):
    """A broken exercise or course is named with file and line."""
    change(toy_root, file, old, new)
    with pytest.raises(CourseError) as caught:
        load_course(toy_root)
    assert caught.value.path.name == named
    assert said in str(caught.value)
    if line is not None:
        assert caught.value.line == line


def test_a_file_that_is_saved_twice_within_a_second_is_read_again(toy_root, monkeypatch):
    """Python keeps bytecode by the size of a file and the whole second of its time."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = toy_root / DOUBLE / "grading.py"
    os.utime(path, (1e9, 1e9))
    next(load_course(toy_root).solutions())
    change(toy_root, f"{DOUBLE}/grading.py", "notes=", "nodes=")
    os.utime(path, (1e9, 1e9))
    with pytest.raises(CourseError, match="nodes"):
        load_course(toy_root)


@pytest.mark.parametrize("file", ["reference.py", "grading.py", "mistakes.py", "alternatives.py"])
def test_a_file_that_ends_the_program_is_named(toy_root, file):
    """It does not end the command that loads it, as if all were well."""
    path = toy_root / DOUBLE / file
    path.write_text(f"import sys\n\nsys.exit()\n{path.read_text('utf-8')}", encoding="utf-8")
    with pytest.raises(CourseError, match=rf"{file}:3: SystemExit$"):
        load_course(toy_root)


def test_cases_that_end_the_program_are_named(toy_root):
    """Nor do they end the command that asks for them."""
    change(
        toy_root, f"{DOUBLE}/grading.py", "    yield Case", "    raise SystemExit\n    yield Case"
    )
    with pytest.raises(CourseError, match=r"grading.py:8: the cases of 'a few numbers' raise"):
        examine_here(next(load_course(toy_root).solutions()), SEED)


@pytest.mark.parametrize(
    "file",
    [
        "reference.py",
        "grading.py",
        "statement.ko.md",
        "statement.en.md",
    ],
)
def test_a_missing_file_is_named(toy_root, file):
    """No reference, a missing translation: the file is named."""
    (toy_root / DOUBLE / file).unlink()
    with pytest.raises(CourseError, match=rf"{file}: this file is missing"):
        load_course(toy_root)


def test_a_figure_that_is_not_python_is_named(toy_root):
    """A student would be the first to see it."""
    figure = toy_root / "solutions" / "basics" / "figure.py"
    figure.write_text("\nfrom double import double\n\nreturn double(1)\n", encoding="utf-8")
    with pytest.raises(CourseError, match=r"figure\.py:4: not Python: 'return' outside function"):
        load_course(toy_root)
    figure.write_text("\nprint(1)\n", encoding="utf-8")
    assert load_course(toy_root).assignments[0].figure == "print(1)\n"


def test_a_folder_without_an_assignment_is_named(toy_root):
    """A folder under solutions/ that course.toml does not know is not passed over."""
    (toy_root / "solutions" / "stray" / "thing").mkdir(parents=True)
    with pytest.raises(CourseError, match="'stray'"):
        load_course(toy_root)


def test_a_course_without_its_settings(tmp_path):
    """Where there is no course.toml there is no course, and that is said."""
    with pytest.raises(CourseError, match=r"course\.toml"):
        load_course(tmp_path)
    with pytest.raises(CourseError, match=r"no course here"):
        find_course(Path("/nowhere/at/all"))


EXAMINED = [
    (
        "reference.py",
        "    ### BEGIN SOLUTION",
        "    return np.asarray(x) * 2\n    ### BEGIN SOLUTION",
        "the stub already passes",
    ),
    (
        "alternatives.py",
        "return x + x",
        "return x + x + 1",
        "alternative 'adds' fails 'a few numbers': wrong value: all 3 entries differ;",
    ),
    (
        "reference.py",
        "return np.asarray(x) * marker_of_the_hidden_solution",
        "x *= marker_of_the_hidden_solution\n    return x",
        "reference.py:4: the reference changes its input 'x'",
    ),
    (
        "alternatives.py",
        "return x + x",
        "raise SystemExit",
        "alternative 'adds' fails 'a few numbers': It raised SystemExit",
    ),
    ("mistakes.py", "return x * x", "return x + x", "mistake 'squares' gets full marks"),
    ("mistakes.py", "return abs(x) * 2", "return x * x", "is named 'squares'"),
    (
        "mistakes.py",
        "return abs(x) * 2",
        "return ab(x) * 2",
        "mistakes.py:10: mistake 'drops_the_sign' raises NameError on every case: name 'ab'",
    ),
    (
        "mistakes.py",
        "def squares(x)",
        "def squares(y, x=2)",
        "mistakes.py:5: mistake 'squares' raises TypeError on every case: ",
    ),
    (
        "grading.py",
        "-rng.uniform(3, 4",
        "-np.random.uniform(3, 4",
        "grading.py:19: the cases of check 'negative numbers' differ from run to run; draw them "
        "from rng",
    ),
    *(
        (
            "grading.py",
            "\n\n@exercise.check(\n",
            f"\nexercise.edit(operator={operator!r}, of={of!r}, silent=True)\n\n@exercise.check(\n",
            f"grading.py:7: there is no {said}",
        )
        for operator, of, said in [
            ("flip_sigh", "x", "edit 'flip_sigh'; did you mean 'flip_sign'?"),
            ("flip_sign", "y", "edit 'flip_sign' of 'y'; there are "),
        ]
    ),
    (
        "grading.py",
        "points=1,\n    public",
        "points=1,\n    driver='nobody',\n    public",
        "nobody",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), EXAMINED)
def test_grading_that_is_not_right_is_named(toy_root, file, old, new, said):
    """A stub that passes, an alternative that fails, a mistake that is not told apart."""
    change(toy_root, f"{DOUBLE}/{file}", old, new)
    solution = next(load_course(toy_root).solutions())
    try:
        faults = examine_here(solution, SEED).faults
    except CourseError as error:
        faults = [str(error)]
    assert any(said in problem and f"{file}:" in problem for problem in faults), faults
