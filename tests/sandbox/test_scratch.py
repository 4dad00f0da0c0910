"""Scratch directories: of whom lives they stay, of whom was killed they go."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from autograder.sandbox import scratch
from autograder.sandbox.scratch import Scratch

OWNER = """
import sys, tempfile
from autograder.sandbox.scratch import Scratch
tempfile.tempdir = sys.argv[1]
print(Scratch().path, flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """A folder for temporary files that no other run uses."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def grader(temporary):
    """Another run, with its directory."""
    process = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(temporary)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield process, Path(process.stdout.readline().rstrip("\n"))
        process.kill()


@pytest.mark.sandbox
def test_what_a_killed_run_left_goes(grader):
    """With the next run, whatever lies in it."""
    process, left = grader
    (left / "fork").mkdir()
    (left / "fork" / "data").write_text("x", encoding="utf-8")
    process.kill()
    process.wait()
    ours = Scratch()
    assert not left.exists()
    assert Path(ours.path).is_dir()
    ours.close()
    assert not Path(ours.path).exists()


@pytest.mark.sandbox
def test_what_a_run_uses_stays(grader, temporary):
    """However many others begin and end meanwhile; also one's own."""
    _, used = grader
    ours = Scratch()
    for _ in range(3):
        Scratch().close()
    assert used.is_dir()
    assert sorted(temporary.iterdir()) == sorted([used, Path(ours.path)])
    ours.close()


def test_what_is_not_ours_stays(temporary, monkeypatch):
    """Another name, a file, a link, another user's."""
    (temporary / "autograder-other").mkdir()
    (temporary / "autograder-run-file").write_text("", encoding="utf-8")
    (temporary / "elsewhere").mkdir()
    (temporary / "autograder-run-link").symlink_to(temporary / "elsewhere")
    before = sorted(temporary.iterdir())
    Scratch().close()
    assert sorted(temporary.iterdir()) == before
    (temporary / "autograder-run-theirs").mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    Scratch().close()
    assert (temporary / "autograder-run-theirs").is_dir()


def test_a_directory_that_was_taken_before_it_was_locked(temporary, monkeypatch):
    """Another run removed it: another one is made."""
    made = []
    real = tempfile.mkdtemp

    def taken_once(**options):
        made.append(real(**options))
        if len(made) == 1:
            os.rmdir(made[0])
        return made[-1]

    monkeypatch.setattr(scratch.tempfile, "mkdtemp", taken_once)
    ours = Scratch()
    assert ours.path == made[1]
    ours.close()


def test_nothing_of_a_submission_holds_the_lock():
    """Programs that are started do not have it: it ends with the run."""
    ours = Scratch()
    assert not os.get_inheritable(ours._descriptor)
    ours.close()
