"""Feedback in a real browser: it asks nobody for anything, and nothing runs."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.nbgrader.feedback_page import PageFacts, feedback_page
from tests.classroom import Classroom, code_cell, drop_plots
from tests.nbgrader.browser import listening, need_browser, open_pages
from tests.nbgrader.page_vectors import aimed_at
from tests.nbgrader.pages import careless_html
from tests.nbgrader.test_feedback_page import everywhere

pytestmark = pytest.mark.browser

TOKEN = "a-token-of-the-test"


@pytest.fixture
def browser(request) -> str:
    """The program."""
    return need_browser(request.config)


@pytest.fixture
def listener():
    """Whoever must not be asked."""
    with listening() as made:
        yield made


def test_a_page_asks_for_nothing(browser, listener, tmp_path):
    """All vectors, in all places of a notebook, in the file that nbgrader writes."""
    vectors = aimed_at(listener.address).values()
    cells = [cell for text in vectors for cell in everywhere(text)]
    pages = []
    for number in range(0, len(cells), 490):
        text = feedback_page({"cells": cells[number : number + 490]}, PageFacts("t"), "en", {})
        pages.append(tmp_path / f"page-{number}.html")
        pages[-1].write_text(text, encoding="utf-8")
    for document in open_pages(browser, listener, *(each.as_uri() for each in pages)):
        assert "<title>t</title>" in document
    assert listener.asked == []


@pytest.mark.proof
def test_a_careless_page_asks_for_a_lot(browser, listener, tmp_path):
    """The vectors are some: in another page scripts run, and the listener hears of it."""
    ran, asking = set(), set()
    for name, source in aimed_at(listener.address).items():
        listener.asked.clear()
        page = tmp_path / "page.html"
        html = f"<!DOCTYPE html><html><head><title>t</title></head><body>{careless_html(source)}"
        page.write_text(html, encoding="utf-8")
        (document,) = open_pages(browser, listener, page.as_uri())
        if "<title>ran</title>" in document:
            ran.add(name)
        if listener.asked:
            asking.add(name)
    assert len(ran) >= 12, ran
    assert len(asking) >= 35, asking


@pytest.fixture
def graded(classroom: Classroom, listener) -> Classroom:
    """A class with one who tries everything, in the notebook and beside it."""
    drop_plots(classroom)
    notebook = classroom.answered()
    for number, text in enumerate(aimed_at(listener.address).values()):
        for kind in ("markdown", "raw"):
            cell = {"cell_type": kind, "id": f"{kind}-{number}", "metadata": {}, "source": text}
            notebook["cells"].append(cell)
        notebook["cells"].append(code_cell(f"print({text!r})", f"print-{number}"))
    path = classroom.hand_in("attacker", notebook)
    evil = f"<script>new Image().src='http:{listener.address}/evil'</script>"
    (path.parent / "evil.html").write_text(evil, encoding="utf-8")
    (path.parent / "basics.html").mkdir()
    (path.parent / "public").mkdir()
    (path.parent / "public" / "evil.html").write_text(evil, encoding="utf-8")
    for command in ("autograde", "generate_feedback"):
        ran = classroom.nbgrader(command, "basics")
        assert "There was an error processing" not in ran.output, ran.output[-3000:]
    return classroom


@pytest.fixture
def server(graded: Classroom, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Jupyter with the formgrader, in the course's folder; its address and its log."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = tmp_path / "jupyter.log"
    extensions = {"nbgrader.server_extensions.formgrader": True}
    home = {name: str(tmp_path / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")}
    with log.open("w") as output:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "jupyter_server", "--allow-root", "--no-browser"),
                *(f"--ServerApp.port={port}", f"--IdentityProvider.token={TOKEN}"),
                *(f"--ServerApp.root_dir={graded.root}", "--ServerApp.log_level=DEBUG"),
                f"--ServerApp.jpserver_extensions={extensions}",
            ],
            cwd=graded.root,
            env={**os.environ, **home},
            stdout=output,
            stderr=output,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, log)
        yield address, log
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(address: str, log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            _get(f"{address}/api/status")
        except OSError:
            time.sleep(0.3)
        else:
            return
    pytest.fail(log.read_text()[-3000:])


def _get(address: str) -> tuple[str, str]:
    """What the server answers, logged in: the policy, and the text."""
    request = urllib.request.Request(address, headers={"Authorization": f"token {TOKEN}"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.headers["Content-Security-Policy"] or "", answer.read().decode()


@pytest.mark.nbgrader
@pytest.mark.proof
def test_a_teacher_who_is_logged_in_is_asked_nothing(browser, listener, graded, server):
    """From the formgrader's page and from the feedback that Jupyter serves, as its own origin."""
    address, log = server
    submissions = json.loads(_get(f"{address}/formgrader/api/submitted_notebooks/basics/basics")[1])
    (submission,) = (each["id"] for each in submissions if each["student"] == "attacker")
    place = f"{address}/formgrader/submissions/{submission}"
    policy, text = _get(f"{place}/")
    assert "img-src 'self' data:" in policy
    assert "<math" in text
    before = len(_asked(log))
    feedback = f"{address}/files/feedback/attacker/basics/basics.html"
    pages = (f"{feedback}?token={TOKEN}", f"{place}/")
    for document in open_pages(browser, listener, *pages):
        assert "<title>basics</title>" in document
    assert listener.asked == []
    asked = _asked(log)[before:]
    # The formgrader's own page has scripts and styles of nbgrader's, and an icon of Jupyter's.
    own = re.compile(
        r"/files/feedback/attacker/basics/basics\.html|/favicon\.ico"
        rf"|/formgrader/(static/|api/(grades|comments)\?|submissions/{submission}/$)"
    )
    assert [each for each in asked if not own.match(each)] == []
    assert any(each.startswith("/formgrader/api/grades") for each in asked)
    for name in ("evil.html", "public/evil.html", "basics.html"):
        _is_not_there(f"{place}/{name}")
    _is_not_there(f"{place}/..%2f..%2f..%2fsubmitted%2fattacker%2fbasics%2fevil.html")
    policy, _ = _get(f"{place}/public/double.json")
    assert policy.startswith("sandbox")


def _asked(log: Path) -> list[str]:
    """The paths that the server was asked for."""
    return re.findall(r"(?:GET|POST|HEAD|PUT) (/\S*) \(", log.read_text())


def _is_not_there(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as raised:
        _get(address)
    assert raised.value.code == 404
