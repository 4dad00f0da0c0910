"""A course with secrets in it, a class, and whoever looks at what an attack left behind."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from autograder.collecting.asked import Asked
from autograder.collecting.submission import Submission
from autograder.collecting.submissions import find_submissions
from autograder.grading import run as running
from autograder.grading.results import SubmissionResult
from autograder.grading.run import SubmissionRun, grade_submission
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.nbgrader.cell_outputs import piece_outputs, report_outputs
from autograder.report.html import exercise_html
from autograder.report.result_records import document, submission_record
from autograder.report.terminal import exercise_plain
from autograder.sandbox.confined import Sandbox
from tests.attacks import files
from tests.attacks.table import Attack
from tests.timeless import without_times
from tests.toy_settings import TOY

__all__ = ["ASSIGNMENTS", "HONEST", "LIMITS", "Graded", "World", "hidden_numbers", "shown"]

ASSIGNMENTS = {"basics": ["double", "Counter"]}
HONEST = ("a-honest", "z-honest")
MARK, KEY = "left-by-attack", 0x5EC12E7

LIMITS = Limits(
    cell_seconds=1.0,
    check_seconds=0.5,
    grace_seconds=0.1,
    cells_seconds=5,
    checks_seconds=5,
    cpu_seconds=5,
    memory_mb=256,
    output_kb=16,
    scratch_mb=4,
    scratch_files=16,
    threads=16,
)

SLACK = 10.0
"""Seconds that a submission may take beyond its limits: forks, and a machine that is busy."""


@dataclass
class World:
    """Where everything lies that an attack may look for, and what it may reach."""

    root: Path
    canaries: dict[str, str] = field(default_factory=dict)
    hits: list[str] = field(default_factory=list)

    @property
    def course(self) -> Path:
        """The course's root."""
        return self.root / "course"

    @property
    def home(self) -> Path:
        """The teacher's home directory."""
        return self.root / "teacher"

    def lay_out(self) -> None:
        """Write the course, with its secrets, for everybody to read: only the sandbox hides it."""
        self.root.chmod(0o755)
        shutil.copytree(TOY, self.course)
        self.canaries = {
            name: f"CANARY-{secrets.token_hex(8)}" for name in ("course", "home", "environment")
        }
        (self.course / "secret.txt").write_text(self.canaries["course"])
        (self.course / "gradebook.json").write_text("{}")
        self.home.mkdir()
        (self.home / ".secret").write_text(self.canaries["home"])

    @contextmanager
    def inhabited(self) -> Iterator[None]:
        """With servers that listen, a program of the teacher's, and a password in the environment."""
        self._secret = os.open(self.course / "secret.txt", os.O_RDONLY)
        os.set_inheritable(self._secret, True)
        servers = self._listen()
        self.bystander = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"])
        environment = {"AUTOGRADER_PASSWORD": self.canaries["environment"], "HOME": str(self.home)}
        try:
            with mock.patch.dict(os.environ, environment):
                yield
        finally:
            self.bystander.kill()
            self.bystander.wait()
            os.close(self._secret)
            for server in servers:
                with suppress(OSError):
                    server.shutdown(socket.SHUT_RDWR)
                server.close()

    def _listen(self) -> list[socket.socket]:
        tcp = socket.create_server(("127.0.0.1", 0))
        self.port = tcp.getsockname()[1]
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        udp.bind(("127.0.0.1", self.port))
        named, nameless = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
        named.bind(str(self.course / "socket"))
        (self.course / "socket").chmod(0o777)
        nameless.bind(f"\0bystander-{self.port}")
        for each in (named, nameless):
            each.listen()
        for server in (tcp, named, nameless):
            threading.Thread(target=self._accept, args=(server,), daemon=True).start()
        threading.Thread(target=self._echo, args=(udp,), daemon=True).start()
        return [tcp, udp, named, nameless]

    def _accept(self, server: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _ = server.accept()
                self.hits.append("stream")
                connection.close()

    def _echo(self, server: socket.socket) -> None:
        with suppress(OSError):
            while True:
                data, sender = server.recvfrom(1000)
                if not data:
                    return
                self.hits.append("datagram")
                server.sendto(data, sender)

    def source(self, attack: Attack) -> str:
        """The text of an attack that knows where everything lies."""
        text = attack.source.replace("/course", str(self.course))
        text = text.replace("/home/teacher", str(self.home)).replace("47001", str(self.port))
        return text.replace("47002", str(self.bystander.pid))

    def hand_in(self, attack: Attack, submitted: Path, *, as_notebook: bool) -> None:
        """A class of three: an attack between two honest students."""
        submitted.mkdir()
        for student in HONEST:
            files.hand_in(submitted, student, files.RIGHT)
        if attack.path is None:
            files.ATTACKS[attack.name](submitted, self.course)
        elif as_notebook or attack.needs_notebook:
            made = files.notebook(self.source(attack))
            del made["cells"][1]
            files.hand_in_notebook(submitted, made)
        else:
            files.hand_in(submitted, double=self.source(attack))

    def left_behind(self) -> list[str]:
        """What there is now that should not be."""
        found = [f"a connection: {hit}" for hit in self.hits]
        self.hits.clear()
        if self.bystander.poll() is not None:
            found.append("the bystander is over")
        for folder in ("/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", "/run", "/"):
            with suppress(OSError):
                found += [f"{folder}/{name}" for name in os.listdir(folder) if MARK in name]
        for path in self.root.rglob(f"*{MARK}*"):
            found.append(str(path))
        for name in ("shm", "sem", "msg"):
            with suppress(OSError):
                table = Path(f"/proc/sysvipc/{name}").read_text().splitlines()[1:]
                found += [name for line in table if int(line.split()[0]) == KEY]
        if MARK in Path("/proc/net/unix").read_text():
            found.append("an abstract socket")
        if (self.course / "gradebook.json").read_text() != "{}":
            found.append("the gradebook was written")
        return found


@dataclass
class Graded:
    """What became of a class."""

    results: dict[str, SubmissionResult]
    runs: dict[str, SubmissionRun]
    seconds: dict[str, float]


def grade_class(
    sandbox: Sandbox, keys: Sequence[Key], submitted: Path, expect: int | None = None
) -> Graded:
    """Grade a folder as it is always graded, one after the other."""
    graded = Graded({}, {}, {})
    for submission in find_submissions(submitted, Asked(ASSIGNMENTS)):
        runs: list[SubmissionRun] = []

        def remember(
            *arguments: Any, _runs: list[SubmissionRun] = runs, **named: Any
        ) -> SubmissionRun:
            _runs.append(_genuine(*arguments, **named))
            return _runs[-1]

        begun = time.monotonic()
        with mock.patch.object(running, "run_submission", remember):
            result = grade_submission(sandbox, submission, keys)
        name = _free(submission, graded)
        graded.seconds[name] = time.monotonic() - begun
        graded.results[name] = result
        graded.runs[name] = runs[0] if runs else SubmissionRun()
    return graded


_genuine = running.run_submission


def _free(submission: Submission, graded: Graded) -> str:
    name = submission.student
    return name if name not in graded.results else f"{name} (again)"


# What is shown, and what must not be in it.

_OURS = set("div p strong code table tr th td br em pre details summary ul li".split())
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]"
)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in _OURS or not {name for name, _ in attributes} <= {"lang", "scope", "style"}:
            self.odd.append(f"<{tag} {attributes}>")


def shown(result: SubmissionResult, run: SubmissionRun, language: str = "en") -> dict[str, Any]:
    """Everything that a person may be shown of a submission."""
    line = without_times(document(submission_record(result, language)))
    exercises = result.exercises
    sources = {each.piece.number: each.piece.source for each in run.pieces}
    return {
        "document": line,
        "html": [exercise_html(each, language) for each in exercises],
        "plain": [exercise_plain(each, language) for each in exercises],
        "cells": [piece_outputs(each, sources, language, 256) for each in run.pieces],
        "grades": [report_outputs(each, language)[:1] for each in exercises],
    }


def active(page: dict[str, Any]) -> list[str]:
    """What in it a browser or a terminal would obey, and what is too large."""
    tags = _Tags()
    for text in page["html"]:
        tags.feed(text)
    odd = tags.odd
    words = [page["document"]["student"]] + [
        check["message"] for each in page["document"]["exercises"] for check in each["checks"]
    ]
    odd += [repr(text) for text in page["plain"] + words if _UNSEEN.search(text)]
    kinds = {kind for cell in page["cells"] for output in cell for kind in output.get("data", ())}
    odd += kinds - {"text/plain", "image/png"}
    sizes = {part: len(repr(page[part])) for part in ("document", "html", "plain")}
    odd += [f"{part}: {size} characters" for part, size in sizes.items() if size > 100_000]
    return odd


def hidden_numbers(keys: Sequence[Key]) -> np.ndarray:
    """Every number of a hidden case or a probe call but zero: what is asked, and expected."""
    asked = [check for key in keys for check in (*key.checks, *key.probes)]
    checks = [check for check in asked if not check.public]
    cases = [case for check in checks for case in check.cases]
    arrays = [case.inputs["x"] for case in cases if "x" in case.inputs]
    flat = np.concatenate([array.ravel() for array in arrays])
    flat = flat[flat != 0]
    return np.concatenate([flat, 2 * flat])


_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")


def leaked(page: dict[str, Any], world: World, hidden: np.ndarray) -> list[str]:
    """The secrets that are in it."""
    text = repr(page)
    found = [name for name, value in world.canaries.items() if value in text]
    numbers = np.array([float(each) for each in _NUMBER.findall(text)[:100_000]] + [0.0])
    numbers = numbers[np.isfinite(numbers)]
    near = np.abs(numbers[:, None] / hidden[None, :] - 1) < 2e-6
    return found + [str(number) for number in numbers[near.any(axis=1)]]
