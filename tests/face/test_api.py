"""What `import autograder` offers."""

from __future__ import annotations

import dataclasses
import inspect
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import fields as msgspec_fields

import autograder

PACKAGE = Path(autograder.__file__).parent

FUNCTIONS = {
    "load_course": "(root: 'str | os.PathLike[str]') -> 'Course'",
    "check": (
        "(exercise: 'str | os.PathLike[str]', *, "
        "folder: 'str | os.PathLike[str] | None' = None) -> 'ExerciseResult'"
    ),
    "grade": (
        "(course: 'Course', path: 'str | os.PathLike[str]', *, assignment: 'str | None' = None, "
        "student: 'str | None' = None, layers: 'Layers' = 'full') -> 'SubmissionResult'"
    ),
    "grade_folder": (
        "(course: 'Course', folder: 'str | os.PathLike[str]', *, "
        "assignment: 'str | None' = None, students: 'Collection[str] | None' = None, "
        "exercise: 'str | None' = None, layers: 'Layers' = 'full', "
        "workers: 'int | None' = None, "
        "keep: \"Literal['no', 'yes', 'again', 'as graded']\" = 'no', "
        "scheduler: 'str | None' = None, attempts: 'AttemptRule | None' = None, "
        "counted: 'Mapping[tuple[str, str], str]' = mappingproxy({})) -> 'GradedFolder'"
    ),
    "mistake": "(**given: 'str | Sequence[bool | float | str | None]') -> 'Callable[[_Wrong], _Wrong]'",
    "Case": "(**inputs: 'Any') -> 'None'",
    "Exercise": (
        "(points: 'int', notes: 'Sequence[str]' = (), oracle: 'str' = '', "
        "domain: 'Mapping[str, Any]' = <factory>, untouched: 'Mapping[str, str]' = <factory>, "
        "reasons: 'Mapping[str, Any]' = <factory>, forbid: 'Sequence[str]' = (), "
        "require: 'Sequence[str]' = (), rounding: 'Sequence[str]' = ()) -> None"
    ),
    "Exercise.check": (
        "(self, name: 'str', *, points: 'int', public: 'bool' = False, "
        "driver: 'str' = 'call', reports: 'Reports | None' = None, "
        "rtol: 'float | None' = None, atol: 'float | None' = None, judge: 'str | None' = None, partial: 'bool' = False, extra: 'bool' = False, "
        "steps: 'float | None' = None, time: 'float | None' = None, plot: 'Plot | None' = None, **translations: 'str') -> 'Callable[[Cases], Cases]'"
    ),
    "Plot": (
        "(kind: 'PlotKind', x: 'str | Mapping[str, str] | Text', "
        "y: 'str | Mapping[str, str] | Text', "
        "bowl: 'tuple[float, float] | None' = None) -> 'None'"
    ),
    "read_results": "(path: 'str | os.PathLike[str]') -> 'Iterator[SubmissionRecord]'",
    "RosterError": "(sentence: 'str', path: 'Path', line: 'int | None' = None) -> 'None'",
    "ResultsFileError": "(path: 'Path', reason: 'str', line: 'int | None' = None) -> 'None'",
    "CourseError": "(sentence: 'str', path: 'Path', line: 'int | None' = None) -> 'None'",
    "PathError": "(sentence: 'str', path: 'Path', kind: 'str' = '', **words: 'str') -> 'None'",
    "SandboxUnavailableError": "(sentence: 'str', missing: 'Sequence[str]' = ()) -> 'None'",
    "UnknownNameError": "(what: 'str', name: 'str', known: 'Iterable[str]') -> 'None'",
}
FIELDS = {
    "Course": "root settings assignments",
    "Submission": "student assignment pieces unreadable beside details source note in_check_cells",
    "SubmissionResult": "student assignment seconds exercises source note whole",
    "Note": "kind taken expected others",
    "Leftovers": "unplaced ignored handed_in",
    "Unplaced": "path reason",
    "ExerciseResult": "exercise title status diagnoses checks drawings signature notes",
    "CheckResult": "name label public status points max_points finding extra seconds",
    "Diagnosis": "facet kind name of value hint hint2 slip checks partial",
    "SubmissionRecord": "format student assignment score max_score seconds exercises source note "
    "needs_person",
    "ExerciseRecord": "exercise score max_score status diagnosis checks notes diagnoses signature",
    "CheckRecord": "name visibility status points max_points message extra seconds",
    "DiagnosisRecord": "facet kind name of value hint hint2 checks",
    "FirstDiagnosisRecord": "kind name hint",
}
OTHERS = ["AutograderError", "GradedFolder"]


def test_these_are_the_public_names():
    """No more and no fewer; each can be had, and is listed."""
    names = sorted({name.partition(".")[0] for name in FUNCTIONS} | FIELDS.keys() | {*OTHERS})
    assert sorted(autograder.__all__) == names
    assert dir(autograder) == sorted([*names, "__version__"])
    assert all(getattr(autograder, name).__name__ == name for name in names)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_signature_stays_as_it_is(name):
    """Whoever calls it relies on it."""
    value = autograder
    for part in name.split("."):
        value = getattr(value, part)
    assert str(inspect.signature(value)) == FUNCTIONS[name]


@pytest.mark.parametrize("name", FIELDS)
def test_a_result_keeps_its_fields(name):
    """Whoever reads it relies on them."""
    kind = getattr(autograder, name)
    fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else msgspec_fields(kind)
    assert " ".join(field.name for field in fields) == FIELDS[name]


@pytest.mark.parametrize("name", autograder.__all__)
def test_every_name_is_documented(name):
    """In its docstring, with an example where it is called, and in docs/api.md."""
    value = getattr(autograder, name)
    doc = inspect.getdoc(value)
    assert doc
    called = inspect.isfunction(value) or name in ("Case", "Exercise", "Plot")
    assert (">>> " in doc) == called
    page = (PACKAGE.parent / "docs" / "api.md").read_text(encoding="utf-8")
    assert f"`{name}`" in page or f"{name}`" in page or f"`{name}" in page


def test_every_error_is_below_the_base_class():
    """One `except` suffices."""
    errors = [each for each in autograder.__all__ if each.endswith("Error")]
    assert len(errors) == 7
    assert all(issubclass(getattr(autograder, e), autograder.AutograderError) for e in errors)


def test_no_name_is_that_of_a_room():
    """Importing the room would put a module in its place."""
    rooms = {path.name.removesuffix(".py") for path in PACKAGE.iterdir()}
    assert not rooms & set(autograder.__all__)


def test_what_is_not_there_is_said_as_python_says_it():
    """`hasattr`, and star imports, rely on it."""
    with pytest.raises(AttributeError, match="module 'autograder' has no attribute 'grade_all'"):
        _ = autograder.grade_all
    namespace: dict[str, object] = {}
    exec("from autograder import *", namespace)
    assert set(autograder.__all__) <= namespace.keys()


LOADED = """
import sys
import autograder
{use}
print(*sorted(name for name in sys.modules if name.partition(".")[0] in {names}))
"""


def loaded(use: str, *names: str) -> list[str]:
    """The modules below these that Python has loaded after some use of the package."""
    program = LOADED.format(use=use, names=names)
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.sandbox
def test_importing_the_package_loads_nothing_else_of_it():
    """The process that runs a submission imports it too, and has four files of the project."""
    use = "autograder.__version__, dir(autograder)"
    assert loaded(use, "autograder", "numpy", "msgspec") == ["autograder"]


@pytest.mark.sandbox
def test_an_error_is_had_without_numpy():
    """What is used is loaded, and no more."""
    found = loaded("autograder.AutograderError", "autograder", "numpy")
    assert found == ["autograder", "autograder.errors", "autograder.unknown_names"]


def test_type_checkers_find_the_types():
    """PEP 561: the marker lies in the package."""
    assert (PACKAGE / "py.typed").read_bytes() == b""
