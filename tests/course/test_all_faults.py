"""All that is wrong with a course is said at once: no fault hides another."""

from __future__ import annotations

from collections import Counter

import pytest

from autograder.course import CourseError, CourseErrors, load_course
from tests.cli.running import run

DOUBLE = "solutions/basics/double"
COUNTER = "solutions/basics/Counter"


@pytest.fixture
def change(toy_root):
    """A function that replaces a text in a file of the toy course."""

    def edit(file, old, new):
        path = toy_root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def faults(root):
    """Every fault of a course, as a file's name, a line and a sentence."""
    with pytest.raises(CourseError) as caught:
        load_course(root)
    return [(each.path.name, each.line, each.sentence) for each in caught.value.faults]


def test_the_faults_of_several_folders(toy_root, change):
    """Two exercises, the assignment, and a folder that nobody names."""
    change(f"{DOUBLE}/reference.py", "### END SOLUTION", "")
    change(f"{COUNTER}/driver.py", "step)", "step")
    change("course.toml", '["double"]', '["double", "treble"]')
    (toy_root / "solutions" / "basics" / "intro.ko.md").unlink()
    (toy_root / "solutions" / "stray").mkdir()
    found = faults(toy_root)
    assert [name for name, _, _ in found] == [
        "course.toml",
        "reference.py",
        "driver.py",
        "intro.ko.md",
        "course.toml",
    ]
    assert [line for _, line, _ in found] == [7, 6, 3, None, None]


def test_the_faults_of_one_exercise(toy_root, change):
    """Each of its files is looked at, whatever is wrong with the others."""
    change(f"{DOUBLE}/reference.py", "def double", "def triple")
    change(f"{DOUBLE}/alternatives.py", "def loops(x):", "def loops(x)")
    change(f"{DOUBLE}/grading.py", "import Case", "import Cases")
    change(f"{DOUBLE}/statement.en.md", "# ", "")
    change(f"{DOUBLE}/mistakes.py", "import mistake", "import mistakes")
    found = Counter(name for name, _, _ in faults(toy_root))
    assert found == dict.fromkeys(
        ["reference.py", "alternatives.py", "grading.py", "statement.en.md", "mistakes.py"], 1
    )


def test_the_faults_of_all_checks(toy_root, change):
    """And of the exercise itself, each with its line."""
    change(f"{DOUBLE}/grading.py", 'notes=["1"]', "notes=1")
    change(f"{DOUBLE}/grading.py", "points=3, public=True", "points=0, public='no', rtol=-1")
    change(f"{DOUBLE}/grading.py", 'ko="큰 수"', 'fr="grands"')
    change(f"{DOUBLE}/grading.py", '"the input stays"', '"large numbers"')
    assert faults(toy_root) == [
        ("grading.py", 5, "`notes` is a list of texts, not 1"),
        ("grading.py", 19, "'negative numbers' is worth no points"),
        ("grading.py", 19, "`public` is True or False, not 'no'"),
        ("grading.py", 19, "`rtol` is a finite number, zero or more, and not -1"),
        (
            "grading.py",
            25,
            "'large numbers': there is no option or language 'fr'; there are en, ko, points, public, "
            "driver, reports, rtol, atol, judge, partial, extra, steps, time, plot",
        ),
        (
            "grading.py",
            25,
            "'large numbers' has no text in 'en', 'ko': its name is the text in one of these, and "
            "the others are keywords",
        ),
        ("grading.py", 30, "a second check named 'large numbers'"),
        ("grading.py", 5, "the checks are worth 7 points, the exercise says 10"),
    ]


def test_the_faults_of_all_mistakes(toy_root, change):
    """No hint, an empty one, one in another language, and too few of them."""
    change(f"{DOUBLE}/mistakes.py", '@mistake(ko="음수도', '_ = dict(ko="음수도')
    change(f"{DOUBLE}/mistakes.py", 'en="Whose array is changed?"', 'en=" ", fr="Qui?"')
    assert faults(toy_root) == [
        ("mistakes.py", 10, "'drops_the_sign' has no @mistake with its hints"),
        ("mistakes.py", 15, "the hint of 'changes_its_input' is empty in 'en'"),
        (
            "mistakes.py",
            15,
            "the hint of 'changes_its_input': there is no language 'fr'; there are en, ko",
        ),
    ]


def test_the_faults_of_all_marks(toy_root, change):
    """In one reference."""
    change(f"{DOUBLE}/reference.py", "    ### BEGIN SOLUTION", "    ### END SOLUTION")
    assert faults(toy_root) == [
        ("reference.py", 6, "### END SOLUTION without ### BEGIN SOLUTION"),
        ("reference.py", 9, "### END SOLUTION without ### BEGIN SOLUTION"),
        ("reference.py", None, "nothing to fill in: there is no ### BEGIN SOLUTION"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("languages =", "langages = 1\nlanguages =", 2),
        ("check_seconds = 1", "check_seconds = 'x'", 11),
        ('["double"]', '["double", "double"]', 7),
    ],
)
def test_a_fault_of_the_course_hides_nothing_of_its_exercises(toy_root, change, old, new, line):
    """What it says of them otherwise is known, and they are examined."""
    change("course.toml", old, new)
    change(f"{DOUBLE}/alternatives.py", "return x + x", "return x + x + 1")
    ran = run("build", "--examine", cwd=toy_root)
    first, *others = ran.err.splitlines()
    assert first.startswith(f"{toy_root}/course.toml:{line}: "), ran.err
    assert any("alternatives.py" in each and "fails" in each for each in others)
    assert not any("course.toml" in each for each in others)


def test_one_fault_is_itself_and_several_come_together(toy_root, change):
    """Whoever handles one error handles them all."""
    change(f"{DOUBLE}/statement.en.md", "# ", "")
    with pytest.raises(CourseError) as caught:
        load_course(toy_root)
    assert not isinstance(caught.value, CourseErrors)
    assert caught.value.faults == (caught.value,)
    change(f"{COUNTER}/statement.ko.md", "# ", "")
    with pytest.raises(CourseErrors) as caught:
        load_course(toy_root)
    assert str(caught.value).splitlines() == [str(each) for each in caught.value.faults]
    assert (caught.value.path, caught.value.line) == (toy_root / DOUBLE / "statement.en.md", 1)


@pytest.mark.parametrize("command", [("validate",), ("grade", ".")])
def test_a_command_says_each_on_a_line_and_their_number(toy_root, change, command):
    """With the exit code of a course that is broken."""
    change(f"{DOUBLE}/statement.en.md", "# ", "")
    change(f"{COUNTER}/statement.ko.md", "# ", "")
    ran = run(*command, cwd=toy_root)
    sentence = "a statement begins with a heading `# ...` and says something"
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        f"autograder: {toy_root / DOUBLE}/statement.en.md:1: {sentence}",
        f"autograder: {toy_root / COUNTER}/statement.ko.md:1: {sentence}",
        "autograder: 2 faults",
    ]


def test_build_says_what_is_wrong_with_files_and_with_grading_at_once(toy_root, change):
    """A text, a name, a misspelt file, and an exercise that is graded wrongly, each with the limit."""
    change(f"{COUNTER}/statement.ko.md", "# ", "")
    change(f"{DOUBLE}/mistakes.py", "return x * x", "return x + x")
    change(f"{DOUBLE}/grading.py", "points=3, public=True", "points=6, public=True")
    change(f"{DOUBLE}/grading.py", "points=10", "points=13")
    change(f"{DOUBLE}/grading.py", 'points=4, driver="twice"', 'points=4, driver="thrice"')
    (toy_root / "solutions" / "basics" / "lu decomposition").mkdir()
    (toy_root / DOUBLE / "mistakes.py").rename(toy_root / DOUBLE / "mistake.py")
    ran = run("build", "--examine", cwd=toy_root)
    assert (ran.code, ran.out) == (2, "")
    *faults, last = [
        line.removeprefix(f"{toy_root}/solutions/basics/") for line in ran.err.splitlines()
    ]
    assert faults == [
        "lu decomposition: 'lu decomposition' is no name: letters, digits and underscores, a letter "
        "first, as in 'lu_decomposition'; rename this folder",
        "double/mistake.py: nothing reads this file; is it 'mistakes.py'?",
        "Counter/statement.ko.md:1: a statement begins with a heading `# ...` and says something",
        "double/grading.py:25: there is no driver 'thrice'; did you mean 'twice'?",
    ]
    assert last == "autograder: 4 faults; nothing was written"
    change(f"{DOUBLE}/grading.py", '"thrice"', '"twice"')
    (toy_root / DOUBLE / "mistake.py").rename(toy_root / DOUBLE / "mistakes.py")
    ran = run("build", "--examine", cwd=toy_root)
    for said in (
        "statement.ko.md:1: a statement begins",
        "grading.py:5: hidden checks carry 6 of 13 points; at least half, 7, since",
        "mistake 'squares' gets full marks: no check catches it; add a case that it gets wrong",
    ):
        assert said in ran.err


def test_what_is_wrong_with_course_toml_hides_nothing_else(toy_root, change):
    """Where it says the languages, all exercises are looked at; texts with a slip in their names."""
    change("course.toml", "name = ", "nmae = ")
    change(f"{DOUBLE}/grading.py", "points=10", "points=13")
    basics = toy_root / "solutions" / "basics"
    (toy_root / DOUBLE / "statement.en.md").rename(toy_root / DOUBLE / "statment.en.md")
    (basics / "intro.en.md").rename(basics / "intros.en.md")
    told = [name for name, _, _ in faults(toy_root)]
    assert told.count("course.toml") >= 2
    assert {"grading.py", "statement.en.md", "statment.en.md"} <= set(told)
    change("course.toml", "nmae = ", "name = ")
    said = {name: sentence for name, _, sentence in faults(toy_root)}
    assert said["intros.en.md"] == "nothing reads this file; is it 'intro.en.md'?"
    assert said["statment.en.md"] == "nothing reads this file; is it 'statement.en.md'?"


def break_thirteen_times(root, change):
    """Faults of every kind, each in a file or an exercise of its own where there is one."""
    change(f"{DOUBLE}/statement.en.md", "# ", "")
    change(f"{DOUBLE}/grading.py", 'notes=["1"]', "notes=1")
    change(f"{DOUBLE}/grading.py", "points=3, public=True", "points=0, public=True")
    change(f"{DOUBLE}/mistakes.py", 'en="Whose array is changed?"', 'en=" "')
    change(f"{DOUBLE}/alternatives.py", "def loops(x):", "def loops(x)")
    change(f"{COUNTER}/driver.py", "step)", "step")
    change(f"{COUNTER}/statement.ko.md", "# ", "")
    basics = root / "solutions" / "basics"
    (basics / "intro.ko.md").unlink()
    (basics / "lu decomposition").mkdir()
    (root / COUNTER / "mistakes.py").rename(root / COUNTER / "mistake.py")
    (root / DOUBLE / "reference.py").write_text("import nothing_of_this_name\n### BEGIN SOLUTION\n")


OTHERS = {
    "lu decomposition": None,
    "reference.py": 2,
    "mistakes.py": 15,
    "grading.py": 5,
    "alternatives.py": 8,
    "statement.en.md": 1,
    "driver.py": 3,
    "statement.ko.md": 1,
    "mistake.py": None,
    "intro.ko.md": None,
}
"""Those faults: the file of each and its line; `grading.py` has another one."""


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("languages = ", "langages = ", 2, "there is no key 'langages'; did you mean 'languages'?"),
        (
            "languages = ",
            "languages = 3 # ",
            2,
            '`languages` is a list of languages, as in ["ko", ',
        ),
        ('"ko"]', '"korean"]', 2, "a language is two or three small letters, not 'korean'"),
        ("languages = [", "languages = [[", 4, "not TOML"),
        ("[[assignment]]", "[[assignment]", 4, "not TOML"),
        ('name = "basics"', 'name = "ba sics"', 5, "'ba sics' is no name: letters, digits and"),
        ('name = "basics"', 'nmae = "basics"', 5, "there is no key 'nmae'; did you mean 'name'?"),
        ('name = "basics"', "name = 3", 5, "`assignment.name`: expected a text, got a whole numb"),
        ('name = "basics"', 'name = "basis"', 5, "assignment 'basis' has no folder"),
    ],
)
def test_no_fault_of_course_toml_hides_the_thirteen_others(
    toy_root, change, old, new, line, sentence
):
    """What it says of languages and assignments is taken from the files and folders then."""
    break_thirteen_times(toy_root, change)
    text = (toy_root / "course.toml").read_text(encoding="utf-8")
    assert old in text
    change("course.toml", old, new)
    found = faults(toy_root)
    assert any(
        (name, at) == ("course.toml", line) and sentence in said for name, at, said in found
    ), found
    told = [(name, at) for name, at, _ in found]
    assert OTHERS.items() <= set(told), found
    assert told.count(("grading.py", 19)) == 1
    assert not [said for name, _, said in found if "there is no language" in said]


def test_a_folder_that_is_not_named_is_told_beside_a_name_that_is_none(toy_root, change):
    """Where more folders are left than names were lost; the exercises of all are examined."""
    change("course.toml", 'name = "basics"', 'name = "ba sics"')
    told = [said for _, _, said in faults(toy_root)]
    assert len(told) == 1
    assert "'ba sics' is no name" in told[0]
    stray = toy_root / "solutions" / "stray" / "half"
    stray.mkdir(parents=True)
    (stray / "reference.py").write_text("def half(x)\n")
    found = faults(toy_root)
    assert ("reference.py", None) in [(name, line) for name, line, _ in found]
    assert sum("no [[assignment]] is named" in said for _, _, said in found) == 2


def test_a_course_that_says_nothing_is_looked_at_all_the_same(toy_root):
    """It is not TOML; neither languages nor assignments are known but by files and folders."""
    (toy_root / "course.toml").write_bytes(b"\xff")
    (name, line, said), *others = faults(toy_root)
    assert (name, line, others) == ("course.toml", None, [])
    assert said.startswith("cannot be read")
    (toy_root / "course.toml").unlink()
    with pytest.raises(CourseError, match="this file is missing"):
        load_course(toy_root)


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ('notes=["1"], oracel="x"', "no argument of `Exercise` 'oracel'; did you mean 'oracle'?"),
        (
            'notes=["1"], forbid=["numpy.polyfitt"]',
            "`forbid`: there is no function of `numpy` called 'polyfitt'; did you mean 'polyfit'?",
        ),
    ],
)
def test_a_mistyped_name_in_an_exercise_is_named(toy_root, change, new, said):
    """An argument, or a function that may not be used, with what is meant."""
    change(f"{DOUBLE}/grading.py", 'notes=["1"]', new)
    ((file, _, sentence),) = faults(toy_root)
    assert file == "grading.py"
    assert said in sentence


def test_what_may_not_be_used_may_be_a_module_or_not_loaded(toy_root, change):
    """What is not there is known only of modules that are."""
    names = '["numpy.linalg.lstsq", "numpy.distutils_of_old.x", "numpy.testing", "scipy.linalg.qr"]'
    change(f"{DOUBLE}/grading.py", 'notes=["1"]', f'notes=["1"], forbid={names}')
    assert load_course(toy_root)
