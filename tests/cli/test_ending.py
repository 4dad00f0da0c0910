"""How commands end that are told to."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys

import pytest

from autograder.cli.ending import end_by_what_it_raises

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


def test_a_full_disk_is_one_sentence_whatever_was_written(capsys, monkeypatch):
    """Any other error without a file's name is one of the program."""
    monkeypatch.setattr(signal, "signal", lambda *_: None)

    def fails(number: int):
        def command() -> int:
            raise OSError(number, os.strerror(number))

        return command

    with pytest.raises(SystemExit) as ended:
        end_by_what_it_raises(fails(errno.ENOSPC), lambda: "en")
    assert ended.value.code == 2
    assert capsys.readouterr().err == "autograder: No space left on device\n"
    with pytest.raises(OSError, match="Bad file descriptor"):
        end_by_what_it_raises(fails(errno.EBADF), lambda: "en")
