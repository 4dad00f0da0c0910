"""The tests that nbgrader ships for what grades and what tells, run with our configuration."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

THEIRS = "nbgrader.tests.apps.test_nbgrader_autograde"
FEEDBACK = "nbgrader.tests.apps.test_nbgrader_generate_feedback"
PREPROCESSORS = "nbgrader.tests.preprocessors"
FOUND = importlib.util.find_spec("nbgrader") and importlib.util.find_spec(THEIRS)
if not FOUND:
    pytest.skip("nbgrader is not installed here with its tests", allow_module_level=True)

ROOT = Path(__file__).resolve().parents[2]

DIFFERENCES = {
    "test_side_effects": "Files that a student's code writes stay in the sandbox, and go with it.",
    "test_handle_failure": "A notebook whose cells nobody knows is graded, not refused.",
    "test_handle_failure_single_notebook": "The same.",
    "test_filter_notebook": "A folder of results without the notebook is unfinished, and done again.",
    "test_grade_empty_timestamp": "What is no time stamp is passed over, and the notebook is graded.",
    "test_no_execute": "Outputs that a student saved are not read, so none can stand for a grade.",
    "test_grade_overwrite_files": "A file beside a notebook is copied if it is the instructor's.",
    "test_grade_overwrite_files_subdirs": "The same.",
    "test_missing_source_kernelspec": "No kernel is started; which one a student names is no matter.",
}
"""The tests of `nbgrader autograde` that must not pass, and why."""

ONLY_THE_NOTEBOOK = "Nothing that lies beside a notebook goes where a web server shows it."
DIFFERENCES_OF_FEEDBACK = dict.fromkeys(
    ("test_force", "test_force_f", "test_filter_notebook"), ONLY_THE_NOTEBOOK
)
"""Those of `nbgrader generate_feedback`."""

COURSE = """\
title = { ko = "빈 과정", en = "Empty" }
languages = ["en", "ko"]

[limits]
cell_seconds = 20
"""


PAGE = ROOT / "docs" / "nbgrader.md"


@pytest.mark.proof
@pytest.mark.nbgrader
def test_nbgraders_own_tests(tmp_path):
    """Ordinary assert cells, hidden tests, autotests, time limits, files: all as they are there."""
    ran, failed = _run(tmp_path, THEIRS, "our_configuration")
    assert set(failed) == set(DIFFERENCES), failed
    assert len(ran) == _told()[0]


@pytest.mark.proof
@pytest.mark.nbgrader
def test_nbgraders_tests_of_feedback(tmp_path):
    """It is made where and when it was."""
    ran, failed = _run(tmp_path, FEEDBACK, "our_configuration")
    assert set(failed) == set(DIFFERENCES_OF_FEEDBACK), failed
    assert len(ran) == _told()[1]


@pytest.mark.proof
@pytest.mark.nbgrader
def test_nbgraders_tests_of_its_preprocessors(tmp_path):
    """What our configuration replaces is replaced for our configuration alone."""
    # They look for files of nbgrader's by paths that begin where it lies.
    home = Path(FOUND.origin).parents[3]
    ran, failed = _run(tmp_path, PREPROCESSORS, "configured", home=home)
    assert failed == {}
    assert len(ran) == _told()[2]


def test_each_difference_has_its_reason_in_the_documents():
    """By the name of the test."""
    page = PAGE.read_text(encoding="utf-8")
    for name in {*DIFFERENCES, *DIFFERENCES_OF_FEEDBACK}:
        assert f"`{name}`" in page


def _run(
    folder: Path,
    theirs: str,
    plugin: str,
    *,
    home: Path | None = None,
) -> tuple[list[str], dict[str, str]]:
    """Run their tests: which ran, and which failed for what reason."""
    course, outcome = folder / "course", folder / "outcome.xml"
    course.mkdir()
    (course / "course.toml").write_text(COURSE, encoding="utf-8")
    command = [
        *(sys.executable, "-m", "pytest", "--pyargs", theirs),
        *("-p", f"tests.nbgrader.{plugin}", "-p", "no:cacheprovider", "-c", os.devnull),
        *(f"--rootdir={folder}", f"--junitxml={outcome}", "-q"),
    ]
    environment = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    environment |= {"PYTHONPATH": str(ROOT), "AUTOGRADER_TEST_COURSE": str(course)}
    subprocess.run(command, cwd=home or folder, env=environment, check=False, capture_output=True)
    cases = list(ElementTree.parse(outcome).iter("testcase"))
    failed = {
        case.attrib["name"]: (case.findtext("failure") or case.findtext("error") or "")
        for case in cases
        if case.find("failure") is not None or case.find("error") is not None
    }
    return [case.attrib["name"].partition("[")[0] for case in cases], failed


def _told() -> list[int]:
    """How many tests there are of each, by the documents."""
    found = re.search(r"Of\s+its (\d+), (\d+) and (\d+) tests", PAGE.read_text(encoding="utf-8"))
    return [int(number) for number in found.groups()]
