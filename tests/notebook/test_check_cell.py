"""The check cell in a real kernel, as a student meets it: with the release and nothing else."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.classroom import (
    COUNTER,
    DOUBLE,
    SQUARE,
    Classroom,
    cell,
    code_cell,
    once,
    read_notebook,
    run_nbgrader,
    text,
)

pytestmark = pytest.mark.nbgrader

UNWRITTEN = "raise NotImplementedError()"


def run_all(notebook: dict[str, Any], folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Restart and run all, also past errors; the outputs by the cells' ids."""
    node = nbformat.from_dict(notebook)
    NotebookClient(
        node,
        kernel_name="python3",
        timeout=60,
        allow_errors=True,
        resources={"metadata": {"path": str(folder)}},
    ).execute()
    return {each.id: each.outputs for each in node.cells if each.cell_type == "code"}


def shared(factory: pytest.TempPathFactory, name: str, built: Path, make) -> dict[str, Any]:
    """The outputs of a notebook that runs once, beside a copy of what is released."""

    def run(folder: Path) -> None:
        shutil.copytree(built / "release" / "basics", folder)
        outputs = run_all(make(Classroom(built)), folder)
        (folder / "outputs.json").write_text(json.dumps(outputs), encoding="utf-8")

    folder = once(factory, name, run)
    return json.loads((folder / "outputs.json").read_text(encoding="utf-8"))


def errors(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The errors among outputs."""
    return [output for output in outputs if output["output_type"] == "error"]


def report(outputs: list[dict[str, Any]]) -> dict[str, str]:
    """The report of a check: what it shows first, by kind."""
    assert outputs[0]["output_type"] == "display_data"
    return {kind: text(value) for kind, value in outputs[0]["data"].items()}


@pytest.fixture(scope="module")
def unanswered(built_course, tmp_path_factory):
    """The release as it is handed out."""
    return shared(tmp_path_factory, "kernel-release", built_course, lambda room: room.released)


@pytest.fixture(scope="module")
def solved(built_course, tmp_path_factory):
    """The source notebook, with the solutions in it; where its code runs is asked at the end."""

    def make(room):
        notebook = read_notebook(room.root / "source" / "basics" / "basics.ipynb")
        notebook["cells"].append(code_cell("import sys\nsys.executable", "where"))
        loaded = "sorted(name for name in sys.modules if name.startswith(('course_', 'nbgrader')))"
        notebook["cells"].append(code_cell(loaded, "loaded"))
        return notebook

    return shared(tmp_path_factory, "kernel-source", built_course, make)


SCENES = {
    "squares": f'{SQUARE}\ncheck("double", "en")',
    "squares-ko": 'check("double", "ko")',
    "factor": 'def double(x):\n    return 3 * x\ncheck("double", "en")',
    "raises": 'def double(x):\n    y = 1\n    return y / 0\ncheck("double", "en")',
    "raises-elsewhere": 'check("double", "en")',
    "prints": 'def double(x):\n    print("<b>look</b>")\n    return x\ncheck("double", "en")',
    "signature": 'def double():\n    return 1\ncheck("double", "en")',
    "no-data": 'def double(x):\n    return object()\ncheck("double", "en")',
    "no-function": 'double = 5\ncheck("double", "en")',
    "missing": 'del double\ncheck("double", "en")',
    "misspelt": f'{DOUBLE.replace("double", "duoble")}\ncheck("double", "en")',
    "not-imported": 'def double(x):\n    return math.fsum(x)\ncheck("double", "en")',
    "stub-again": f'def double(x):\n    {UNWRITTEN}\ncheck("double", "en")',
    "wrong-class": COUNTER.replace("+= self.step", "+= 1") + '\ncheck("Counter", "en")',
    "right-again": f'{DOUBLE}\ncheck("double", "en")',
    "right-in-own-cell": (
        "get_ipython().parent_header['metadata']['cellId'] = 'mine'\n"
        f'{DOUBLE}\ncheck("double", "en")'
    ),
    "right-ko": 'check("double", "ko")',
    "unknown": 'check("triple", "en")',
    "no-language": 'check("double", "fr")',
    "default": 'check("double")',
    "by-the-first-cell": f'{DOUBLE}\nlanguage = "ko"\ncheck("double")\nlanguage = "python"',
    "as-a-function": 'def later():\n    check("double", "en")\nlater()',
    "elsewhere": f'{DOUBLE}\n%cd ..\ncheck("double", "en")\n%cd -',
    "summary": "from autograder.notebook import summary\nsummary('en')",
    "load": "language = 'en'\n%load_ext autograder",
    "magic-wrong": f"%%check double\nimport math\n{SQUARE}",
    "magic-raises": "%%check double\n1 / 0",
    "magic-unnamed": "%%check",
    "magic-right": f"%%check double en\n{DOUBLE}",
    "magic-of-a-line": "%check double ko",
    "name-itself": 'check(double, "en")',
    "no-language-of-magic": "language = 'fr'\n%check double",
    "summary-forgot": "del Counter\nsummary('ko')",
    "damaged": (
        "from pathlib import Path\n"
        "path = Path('public/double.json')\n"
        "path.write_text(path.read_text('utf-8').replace('\"points\": 1', '\"points\": 0'), 'utf-8')\n"
        'check("double", "en")'
    ),
    "no-folder": 'import shutil\nshutil.rmtree("public")\ncheck("double", "en")',
    "no-folder-ko": 'check("double", "ko")',
    "no-folder-by-the-first-cell": 'language = "ko"\ncheck("double")',
}


@pytest.fixture(scope="module")
def scenes(built_course, tmp_path_factory):
    """One thing after the other, in one kernel."""

    def make(room):
        notebook = room.released
        setup = cell(notebook, "setup")
        notebook["cells"] = [setup, *(code_cell(code, name) for name, code in SCENES.items())]
        return notebook

    return shared(tmp_path_factory, "kernel-scenes", built_course, make)


def test_a_check_after_cd(scenes):
    """The notebook is where it was, and so are its checks."""
    assert errors(scenes["elsewhere"]) == []
    assert any("4/4" in json.dumps(output) for output in scenes["elsewhere"])


def test_the_release_fails_in_the_check_cells_alone(unanswered):
    """Run all: nothing is written yet, each check says so, and nothing else is wrong."""
    assert {name for name, outputs in unanswered.items() if errors(outputs)} == {
        "double",
        "Counter",
    }
    for name in ("double", "Counter"):
        (error,) = errors(unanswered[name])
        assert error["ename"] == "CheckFailed"
        shown = report(unanswered[name])
        assert set(shown) == {"text/html", "text/plain"}
        assert "Not written yet." in shown["text/plain"]
        assert "Not written yet." in shown["text/html"]


def test_a_failed_check_is_readable(unanswered):
    """Which checks failed and what to do, without a word about the framework."""
    (error,) = errors(unanswered["double"])
    assert error["traceback"] == [
        "double: a few numbers, negative numbers",
        "Fix it, run the code cell above, and then this cell again.",
    ]


def test_the_solved_notebook_passes(solved):
    """Every cell of it; the report says that there are hidden checks too."""
    assert [name for name, outputs in solved.items() if errors(outputs)] == []
    assert (
        "this exercise is worth 10, the rest is in hidden checks"
        in report(solved["double"])["text/html"]
    )
    assert "4/4 points" in report(solved["double"])["text/plain"]


def test_a_drawing_is_shown(solved):
    """A check with a plot shows a picture."""
    assert [set(each["data"]) & {"image/png"} for each in solved["double"][1:]] == [{"image/png"}]


def test_it_ran_in_this_environment(solved):
    """The kernel's interpreter is that of the tests."""
    assert text(solved["where"][0]["data"]["text/plain"]) == repr(sys.executable)


def test_nothing_of_the_instructors_is_loaded(solved):
    """No reference, and no nbgrader."""
    assert text(solved["loaded"][0]["data"]["text/plain"]) == "[]"


@pytest.mark.parametrize(
    ("scene", "sentence"),
    [
        ("squares", "Is it squared, or doubled?"),
        ("squares-ko", "제곱이 아니라 두 배입니다."),
        ("factor", "Every wrong value is 1.5 times the expected one."),
        ("raises", "Line 3 raised ZeroDivisionError: division by zero"),
        ("raises-elsewhere", "Line 3 raised ZeroDivisionError: division by zero"),
        ("signature", "lacks `x`: take the parameters that the task names."),
        ("no-data", "It returned something that is not data"),
        ("no-function", "is bound to a value (`int`)"),
        ("missing", "Run the code cell above first."),
        ("misspelt", "You have `duoble`; `double` is asked for: give it that name."),
        ("not-imported", "add `import math` at the top of this cell."),
        ("stub-again", "Not written yet."),
        ("stub-again", "If you have written it, run the code cell above first."),
        ("wrong-class", "What is added each time?"),
    ],
)
def test_what_is_wrong_is_said(scenes, scene, sentence):
    """The mistake by its hint, an error by its line, whatever it is by a sentence."""
    outputs = scenes[scene]
    for shown in report(outputs).values():
        assert sentence in shown
    assert [error["ename"] for error in errors(outputs)] == ["CheckFailed"]
    assert "autograder/" not in json.dumps(outputs)


def test_what_a_call_printed_is_shown_as_text(scenes):
    """In the report, and not as markup."""
    assert "&lt;b&gt;look&lt;/b&gt;" in report(scenes["prints"])["text/html"]


@pytest.mark.parametrize("scene", ["right-again", "right-ko", "default"])
def test_a_right_answer_passes(scenes, scene):
    """In either language; nothing is shown that nbgrader would take for a score."""
    assert errors(scenes[scene]) == []
    assert {each["output_type"] for each in scenes[scene]} == {"display_data"}


def test_the_language(scenes):
    """The one that is asked for, in all that is shown; the course's first where none is."""
    assert "몇 개의 수" in report(scenes["right-ko"])["text/plain"]
    assert "a few numbers" in report(scenes["right-again"])["text/plain"]
    assert "a few numbers" in report(scenes["default"])["text/plain"]
    assert "몇 개의 수" in report(scenes["by-the-first-cell"])["text/plain"]
    (error,) = errors(scenes["squares-ko"])
    assert error["traceback"][0] == "double: 몇 개의 수, 음수"


def test_an_answer_in_the_cell_of_its_check(scenes):
    """It is right, and the report says where it belongs; not so where it stands elsewhere."""
    sentence = "In a check cell that was handed out it is not graded"
    assert sentence in report(scenes["right-again"])["text/plain"].replace("\n ", "")
    for scene in ("default", "right-in-own-cell"):
        assert sentence not in report(scenes[scene])["text/plain"].replace("\n ", "")


def last_line(outputs: list[dict[str, Any]]) -> str:
    """The whole of an error that is one sentence."""
    (error,) = errors(outputs)
    (line,) = error["traceback"]
    return line


def test_an_unknown_exercise(scenes):
    """One sentence, with the names that there are."""
    assert last_line(scenes["unknown"]) == (
        "public/triple.json: there is no exercise 'triple'; there are Counter, double"
    )


NO_CHECKS = "공개 검사가 없습니다. 노트북 옆에 public 폴더나 public.zip 파일을 두세요."


@pytest.mark.parametrize(
    ("scene", "sentence"),
    [
        (
            "no-folder",
            "there are no public checks; put the folder public or the file public.zip beside the "
            "notebook",
        ),
        ("no-folder-ko", NO_CHECKS),
        ("no-folder-by-the-first-cell", NO_CHECKS),
    ],
)
def test_the_public_checks_are_missing(scenes, scene, sentence):
    """One sentence, which names the file, in the language of the notebook."""
    assert last_line(scenes[scene]) == f"public/double.json: {sentence}"


def test_public_checks_that_are_damaged(scenes):
    """One sentence, with the file and the field."""
    assert last_line(scenes["damaged"]) == (
        "public/double.json: this is not a file of public checks: "
        "in `checks[0].points`, expected a whole number >= 1"
    )


@pytest.mark.parametrize("scene", ["no-language", "no-language-of-magic"])
def test_an_unknown_language(scenes, scene):
    """It says which there are."""
    assert last_line(scenes[scene]) == "there is no language 'fr'; there are en, ko"


def test_a_cell_with_the_magic_is_run_and_checked(scenes):
    """Its definitions are the notebook's; what is wrong is said as by the check cell."""
    assert "Is it squared, or doubled?" in report(scenes["magic-wrong"])["text/html"]
    assert [each["ename"] for each in errors(scenes["magic-wrong"])] == ["CheckFailed"]
    for name in ("magic-right", "magic-of-a-line", "name-itself"):
        assert errors(scenes[name]) == []
        assert "4/4" in report(scenes[name])["text/plain"]
    assert "몇 개의 수" in report(scenes["magic-of-a-line"])["text/plain"]
    for name in ("magic-wrong", "magic-right"):
        assert "In a check cell" not in report(scenes[name])["text/plain"]


def test_what_a_cell_with_the_magic_raises(scenes):
    """Its own error at its own line, and no report; without a name, one sentence."""
    (error,) = errors(scenes["magic-raises"])
    assert error["ename"] == "ZeroDivisionError"
    shown = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error["traceback"]))
    assert "----> 2 1 / 0" in " ".join(shown.split())
    assert [each["output_type"] for each in scenes["magic-raises"]] == ["error"]
    unnamed = last_line(scenes["magic-unnamed"])
    assert unnamed == "say which exercise, as in %%check NAME; there are double, Counter"


def test_the_last_cell_says_where_all_exercises_stand(scenes):
    """Points and their sum, what was not run, and what to do next; nothing is checked twice."""
    (output,) = scenes["summary"]
    shown = {kind: text(value) for kind, value in output["data"].items()}
    for each in shown.values():
        assert "1 of 2 exercises pass their public checks" in each
        assert "Next: fix Counter, then run its code cell and its check again." in each
    assert "<td" in shown["text/html"]
    (output,) = scenes["summary-forgot"]
    korean = text(output["data"]["text/plain"])
    assert "실행 전" in korean
    assert "다음 할 일: Counter 문제의 코드 셀과 검사 셀을 실행하세요." in korean


@pytest.mark.proof
def test_validate(classroom, tmp_path):
    """A student's `nbgrader validate`, without our configuration, agrees with the checks."""
    folder = Path(shutil.copytree(classroom.root / "release" / "basics", tmp_path / "mine"))
    for name, notebook in {
        "none.ipynb": classroom.released,
        "right.ipynb": classroom.answered(),
    }.items():
        (folder / name).write_text(json.dumps(notebook), encoding="utf-8")
    ran = run_nbgrader(folder, "validate", "none.ipynb", "right.ipynb")
    assert "VALIDATION FAILED ON 2 CELL(S)" in ran.output
    assert "double: a few numbers, negative numbers" in ran.output
    assert "Success! Your notebook passes all the tests." in ran.output
    assert "Traceback" not in ran.output
