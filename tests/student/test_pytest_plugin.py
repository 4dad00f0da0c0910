"""The public checks as tests of pytest, where an editor names the file of one."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.cli.conftest import RIGHT, _handed_out, desk, write  # noqa: F401 - fixtures

PYTEST = (
    *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
    *("-p", "autograder.student.pytest_plugin"),
)

AS_AN_EDITOR = '''
"""Collect tests, and then run some by their ids, with what VS Code's Python extension reads."""
import json, os, sys
import pytest

class Editor:
    def __init__(self):
        self.tests, self.types, self.outcomes = {}, {}, {}
    def pytest_collection_finish(self, session):
        for item in session.items:
            inside = item.nodeid.split("::")[1:]
            self.tests["::".join([str(item.path), *inside])] = {
                "name": item.name,
                "line": item.location[1] + 1,
                "in a file": isinstance(item.parent, pytest.File),
                "has parameters": hasattr(item, "callspec"),
            }
    def pytest_exception_interact(self, node, call, report):
        self.types[node.name] = call.excinfo.typename
    def pytest_runtest_logreport(self, report):
        if report.when == "call":
            name = report.nodeid.partition("::")[2]
            self.outcomes[name] = [report.outcome, report.longreprtext]

PLUGINS = ["-q", "-p", "no:cacheprovider", "-p", "autograder.student.pytest_plugin"]
rounds = []
found = Editor()
for words in (["--collect-only", "exercises"], None, sys.argv[1:]):
    seen = found if words and words[0] == "--collect-only" else Editor()
    asked = list(found.tests) if words is None else words
    pytest.main([*PLUGINS, f"--rootdir={os.getcwd()}", *asked], plugins=[seen])
    rounds.append([seen.tests, seen.types, seen.outcomes])
with open("seen.json", "w", encoding="utf-8") as file:
    json.dump(rounds, file)
'''
FEW = "몇 개의 수"


def run(folder, *command, **variables):
    """Run a program on the student's desk, without other plug-ins."""
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **variables},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.sandbox
@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def double(x):\n    return x +\n", "➜ Line 2"),
        pytest.param(
            *("while True:\n    pass\n", "It did not finish in time."), marks=pytest.mark.proof
        ),
    ],
    ids=["syntax", "loop"],
)
def test_a_broken_file_that_is_named_is_told_as_by_the_check(desk, write, source, said):  # noqa: F811
    """Pytest itself does not import it."""
    write("double", source)
    ran = run(desk, *PYTEST, "exercises/basics/double.py::a few numbers")
    assert ran.returncode == 1
    assert said in ran.stdout
    assert "1 failed" in ran.stdout
    assert "SyntaxError" not in ran.stdout


@pytest.mark.sandbox
def test_an_editor_finds_the_tests_it_was_shown(desk, write):  # noqa: F811
    """In Korean too: by the ids that it made, and by a name in another language."""
    write("double", RIGHT)
    english = "exercises/basics/double.py::a few numbers"
    ran = run(desk, sys.executable, "-c", AS_AN_EDITOR, english, AUTOGRADER_LANGUAGE="ko")
    (tests, _, none), (again, types, outcomes), (named, _, passed) = json.loads(
        (desk / "seen.json").read_text(encoding="utf-8")
    )
    assert none == {}, ran.stdout
    file = str(desk / "exercises" / "basics" / "double.py")
    (shown,) = [each for name, each in tests.items() if name == f"{file}::{FEW}"]
    assert shown == {"name": FEW, "line": 1, "in a file": True, "has parameters": False}
    assert again == tests
    assert list(named) == [f"{file}::{FEW}"]
    assert passed == {FEW: ["passed", ""]}
    (failed,) = [each for each in outcomes.values() if each[0] == "failed"]
    assert "아직 작성하지 않았습니다." in failed[1]
    assert set(types.values()) == {"AssertionError"}
