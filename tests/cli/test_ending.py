"""How commands end that are told to."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import os, signal, sys
from pathlib import Path
from autograder.cli.ending import end_by_what_it_raises
from autograder.report.results_file import ResultsFile

def command():
    with ResultsFile(Path(sys.argv[1])):
        print(*os.listdir(Path(sys.argv[1]).parent), flush=True)
        os.kill(os.getpid(), signal.SIGTERM)
        signal.pause()

end_by_what_it_raises(command, lambda: "en")
"""
"""A command that is terminated while it writes results."""


@pytest.mark.sandbox
def test_a_command_that_is_terminated_leaves_no_half_written_file(tmp_path):
    """As one that somebody interrupts; the exit code is that of the signal."""
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "results.jsonl")]
    ran = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stdout.split()) == (143, ["results.jsonl.part"])
    assert list(tmp_path.iterdir()) == []
