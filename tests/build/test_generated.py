"""What is built from a course: the same every time, complete, and without a word too many."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import numpy as np
import pytest

from autograder.build import release
from autograder.build.generated import GENERATED, build, generated_files, out_of_date
from autograder.build.plain_statement import plain_statement
from autograder.course import Course, CourseError, load_course
from autograder.course.stub import solution_lines
from autograder.keys.key import Key
from autograder.keys.making import make_key
from autograder.keys.public_file import dump_key, load_key
from tests.classroom import cell, read_notebook
from tests.secrecy import leaks, secret_lines
from tests.toy_settings import SEED

SOURCE = Path("source", "basics", "basics.ipynb")
RELEASE = Path("release", "basics", "basics.ipynb")
PUBLIC = Path("exercises", "basics", "public", "double.json")


@pytest.fixture
def course(built_course: Path) -> Course:
    """The built course, loaded."""
    return load_course(built_course)


@pytest.fixture
def changeable(classroom) -> Course:
    """A built course of one's own."""
    return load_course(classroom.root)


def contents(root: Path) -> dict[str, bytes]:
    """The bytes of everything that is generated."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for folder in GENERATED
        for path in (root / folder).rglob("*")
        if path.is_file()
    }


def as_elsewhere(path: Path, factor: float = 1 + 4e-16) -> str:
    """Have a public key say what a build of the same sources on another processor would say."""
    text = path.read_text(encoding="utf-8")
    key = load_key(text)
    key.checks[1].cases[0].inputs["x"] *= factor
    made = dump_key(key, json.loads(text)["sources"])
    assert made != text
    path.write_text(made, encoding="utf-8")
    return made


def edit(path: Path) -> None:
    """Change one letter of a file by hand."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Is it", "Was it", 1), encoding="utf-8")


def test_what_is_built(built_course):
    """A stub and its public checks for each exercise, a source notebook, a release."""
    public = [f"public/{name}.json" for name in ("Counter", "assignment-outline", "double")]
    shared = ["basics.ipynb", *public]
    exercises = ["Counter.py", "double.py", *public]
    assert sorted(contents(built_course)) == [
        *(f"exercises/basics/{name}" for name in exercises),
        *(f"release/basics/{name}" for name in shared),
        *(f"source/basics/{name}" for name in shared),
    ]


@pytest.mark.nbgrader
def test_two_builds_are_the_same(course, built_course, tmp_path):
    """Byte for byte, wherever they are made."""
    build(course, tmp_path / "again")
    assert contents(built_course) == contents(tmp_path / "again")


@pytest.mark.nbgrader
def test_out_of_date(changeable):
    """Finds what is changed, missing or too much, and writes nothing."""
    root = changeable.root
    stub = root / "exercises" / "basics" / "double.py"
    stub.write_text(stub.read_text() + "# changed\n")
    edit(root / PUBLIC)
    (root / RELEASE).unlink()
    (root / "release" / "basics" / "former.txt").write_text("old")
    (root / "source" / "basics" / "notes.txt").write_text("mine")
    before = contents(root)
    assert out_of_date(changeable) == [
        "exercises/basics/double.py",
        str(PUBLIC),
        str(RELEASE),
        "release/basics/former.txt",
        "source/basics/notes.txt",
    ]
    assert contents(root) == before


@pytest.mark.nbgrader
def test_building_removes_what_is_stale(changeable, built_course):
    """After a build an assignment's folders hold what was built; other folders are left alone."""
    root = changeable.root
    own = root / "source" / "own" / "own.ipynb"
    own.parent.mkdir()
    own.write_text("an instructor's own")
    (root / "source" / "basics" / "old").mkdir()
    (root / "release" / "basics" / "old.txt").write_text("old")
    steps = []
    build(changeable, root, steps.append)
    assert own.read_text() == "an instructor's own"
    own.unlink()
    assert contents(root) == contents(built_course)
    assert not (root / "source" / "basics" / "old").exists()
    assert steps == ["exercises, source", "release/basics"]


@pytest.mark.nbgrader
def test_public_checks_of_the_same_sources_are_left(changeable):
    """Exponentials differ between processors in their last bits: such a file is as good.

    Unless a build is to make it anew all the same.
    """
    path = changeable.root / PUBLIC
    fresh = path.read_text(encoding="utf-8")
    other = as_elsewhere(path)
    assert out_of_date(changeable) == []
    build(changeable, changeable.root)
    assert path.read_text(encoding="utf-8") == other
    assert out_of_date(changeable, force=True) == [str(PUBLIC)]
    build(changeable, changeable.root, force=True)
    assert path.read_text(encoding="utf-8") == fresh


def test_public_checks_of_other_sources_are_out_of_date(changeable, monkeypatch):
    """A changed exercise makes its own file stale, and no other."""
    monkeypatch.setattr(release, "make_release", lambda *args, **named: None)
    path = changeable.root / "solutions" / "basics" / "double" / "mistakes.py"
    path.write_text(path.read_text(encoding="utf-8") + "\n# more\n", encoding="utf-8")
    assert out_of_date(load_course(changeable.root)) == [
        str(PUBLIC),
        "source/basics/public/double.json",
    ]


def test_public_checks_that_no_student_could_read_are_not_written(changeable, tmp_path):
    """The author is told, with the file."""
    path = changeable.root / "solutions" / "basics" / "double" / "grading.py"
    text = path.read_text(encoding="utf-8").replace("a few numbers", "n" * 2000)
    path.write_text(text, encoding="utf-8")
    said = r"grading\.py: the public checks cannot be handed out: in `checks\[0\]\.name"
    with pytest.raises(CourseError, match=said):
        build(load_course(changeable.root), tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["double", "Counter"])
def test_a_stub(course, built_course, name):
    """Both statements, how to check it, the stub; not a line of the solution."""
    solution = next(each for each in course.solutions() if each.name == name)
    text = (built_course / "exercises" / "basics" / f"{name}.py").read_text(encoding="utf-8")
    for part in (
        *(plain_statement(text) for _, text in solution.statement.items()),
        solution.stub,
        f"autograder check {name}",
    ):
        assert part.strip() in text
    assert [line for line in solution_lines(solution.source) if line in text] == []
    compile(text, name, "exec")


def test_the_source_notebook(built_course):
    """Valid, and its cells in the order of the lesson."""
    notebook = nbformat.read(built_course / SOURCE, as_version=4)
    nbformat.validate(notebook)
    assert [each.id for each in notebook.cells] == [
        *("lesson", "setup"),
        *("double-statement", "double-answer", "double"),
        *("Counter-statement", "Counter-answer", "Counter"),
        *("take-away", "summary"),
    ]


def test_the_order_of_exercises_is_the_courses(changeable):
    """As `course.toml` has it."""
    toml = changeable.root / "course.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(text.replace('["double"]', '["Counter", "double"]'), encoding="utf-8")
    files = dict(generated_files(load_course(changeable.root)))
    names = [each["id"] for each in json.loads(files[SOURCE])["cells"]]
    assert names.index("Counter") < names.index("double")


def test_the_lesson_has_both_languages(course, built_course):
    """The first of the course, the other behind a fold, in the lesson and in each statement."""
    notebook = read_notebook(built_course / SOURCE)
    assert cell(notebook, "lesson")["source"].startswith("# 1. Basics (기초)\n")
    for solution in course.solutions():
        source = cell(notebook, f"{solution.name}-statement")["source"]
        english, fold, korean = source.partition("<summary>한국어</summary>")
        assert f"## {solution.title.of('ko')}\n" in korean
        assert fold
        assert f"## {solution.title.of('en')}\n" in english


@pytest.mark.parametrize(("name", "points"), [("double", 10), ("Counter", 6)])
def test_a_check_cell(built_course, name, points):
    """It holds the public check and nothing else, locked, for all points of the exercise."""
    found = cell(read_notebook(built_course / SOURCE), name)
    assert found["source"] == f'check("{name}", language)'
    assert found["outputs"] == []
    assert found["metadata"] == {
        "nbgrader": {
            "grade": True,
            "grade_id": name,
            "locked": True,
            "points": points,
            "schema_version": 3,
            "solution": False,
            "task": False,
        },
        "tags": ["raises-exception"],
    }


def test_the_release(course, built_course):
    """Valid, with the stub in the answer cell and everything else as in the source."""
    notebook = nbformat.read(built_course / RELEASE, as_version=4)
    nbformat.validate(notebook)
    released, source = (read_notebook(built_course / path) for path in (RELEASE, SOURCE))
    answers = {f"{solution.name}-answer": solution for solution in course.solutions()}
    for before, after in zip(source["cells"], released["cells"], strict=True):
        solution = answers.get(before["id"])
        assert after["source"] == (solution.stub.strip() if solution else before["source"])
        assert not after.get("outputs")


def test_the_setup_cell_says_the_courses_language(built_course):
    """And a student may change it there."""
    assert 'language = "en"' in cell(read_notebook(built_course / RELEASE), "setup")["source"]


def numbers(key: Key) -> set[str]:
    """Every number of a key's inputs and expected values that nobody would hit upon."""
    found: set[str] = set()

    def collect(value) -> None:
        if isinstance(value, np.ndarray):
            found.update(repr(entry) for entry in value.ravel().tolist())
        elif isinstance(value, dict):
            for each in value.values():
                collect(each)
        elif isinstance(value, list | tuple):
            for each in value:
                collect(each)
        else:
            found.add(repr(value))

    for check in key.checks:
        for case in check.cases:
            collect([case.inputs, case.expected])
    return {number for number in found if len(number) >= 10}


@pytest.mark.parametrize("folder", ["exercises", "release"])
def test_nothing_that_students_get_gives_a_secret_away(course, built_course, folder):
    """No line of a solution, a mistake, an alternative or a hidden check; not the seed."""
    secrets = secret_lines(course)
    assert "marker_of_the_hidden_solution = 2" in secrets
    assert "return np.array([2 * each for each in x.ravel()]).reshape(x.shape)" in secrets
    assert "return abs(x) * 2" in secrets
    assert "yield Case(x=rng.uniform(1e6, 2e6, size=5))" in secrets
    assert leaks(built_course / folder, secrets | {SEED.hex(), "BEGIN SOLUTION"}) == []


@pytest.mark.parametrize("folder", ["exercises", "release"])
def test_no_number_of_a_hidden_case_is_given_away(course, built_course, folder):
    """Public keys hold public checks, with numbers of their own."""
    for solution in course.solutions():
        public, whole = make_key(solution, None), make_key(solution, SEED)
        secrets = numbers(whole) - numbers(public)
        names = {check.name for check in whole.checks} - {check.name for check in public.checks}
        assert leaks(built_course / folder, secrets | names) == []
    assert len(numbers(make_key(next(course.solutions()), SEED))) > 10


@pytest.mark.parametrize("name", ["double", "Counter"])
def test_the_public_checks_are_what_they_were_made_from(course, built_course, name):
    """A student's file is read as the key of the public checks."""
    solution = next(each for each in course.solutions() if each.name == name)
    path = built_course / "release" / "basics" / "public" / f"{name}.json"
    read, made = load_key(path.read_text(encoding="utf-8")), make_key(solution, None)
    assert [check.name for check in read.checks] == [check.name for check in made.checks]
    assert numbers(read) == numbers(made)


def test_looking_for_secrets_finds_them(course, built_course):
    """In the source notebook, which is not given to students."""
    found = leaks(built_course / "source", secret_lines(course))
    assert "basics/basics.ipynb: marker_of_the_hidden_solution = 2" in found
