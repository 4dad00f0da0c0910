"""The formgrader serves what was graded, and none of what was handed in."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_notebook
from nbgrader.server_extensions.formgrader import handlers
from tornado.web import HTTPError

from autograder.nbgrader.formgrader import guard_formgrader, template_folders


@pytest.fixture
def path_of(tmp_path):
    """The file that an address of the formgrader leads to."""
    guard_formgrader()
    student = SimpleNamespace(id="kim")
    assignment = SimpleNamespace(name="basics")
    submission = SimpleNamespace(student=student, assignment=SimpleNamespace(assignment=assignment))
    about = SimpleNamespace(
        root=str(tmp_path),
        autograded_directory="autograded",
        format_path=lambda step, student, name: str(tmp_path / step / student / name),
    )
    handler = object.__new__(handlers.SubmissionFilesHandler)
    handler.application = SimpleNamespace(
        settings={
            "nbgrader_formgrader": SimpleNamespace(coursedir=about),
            "nbgrader_gradebook": SimpleNamespace(
                find_submission_notebook_by_id=lambda name: submission
            ),
        }
    )
    return handler.parse_url_path


def test_a_file_of_the_instructor(path_of, tmp_path):
    """It lies beside the graded notebook."""
    assert path_of("12ab/public/a.json") == f"{tmp_path}/autograded/kim/basics/public/a.json"


@pytest.mark.parametrize(
    "path",
    [
        "../../../submitted/kim/basics/evil.html",
        "../../../.autograder/seed",
        "../../../autograded-not/x",
        "/etc/passwd",
    ],
)
def test_no_file_outside_of_what_was_graded(path_of, path):
    """Browsers send such a path where its slashes are escaped."""
    with pytest.raises(HTTPError):
        path_of(f"12ab/{path}")


def test_the_policies_say_so():
    """In headers, which a page cannot change."""
    guard_formgrader()
    assert "img-src 'self' data:" in handlers.SubmissionHandler.content_security_policy
    assert handlers.SubmissionFilesHandler.content_security_policy.startswith("sandbox;")


def test_the_page_of_a_submission_asks_no_server_and_its_script_can_start():
    """Nbgrader's script waits for MathJax; without it no key did anything."""
    exporter = HTMLExporter(template_name="formgrade", extra_template_basedirs=template_folders())
    page, _ = exporter.from_notebook_node(new_notebook(), {"base_url": "", "index": 0, "total": 1})
    assert "https://" not in page
    script = Path(handlers.static_path, "js", "formgrade.js").read_text(encoding="utf-8")
    called = set(re.findall(r"MathJax\.(Hub[\w.]*)\(", script))
    assert called == {"Hub.Startup.signal.Interest"}
    assert "Hub: { Startup: { signal: { Interest: function" in page
