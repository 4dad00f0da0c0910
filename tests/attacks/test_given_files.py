"""Files of an assignment, which all submissions read: nobody changes them, or leaves a note by them."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.sandbox.confined import Sandbox
from autograder.sandbox.scratch import Scratch
from tests.attacks.world import LIMITS
from tests.sandbox.conftest import needs

pytestmark = pytest.mark.sandbox

TRIES = """
import contextlib, ctypes, os
real = os.path.realpath("data.csv")
folder = os.path.dirname(real)
tries = {
    "write": lambda: open("data.csv", "w"),
    "append": lambda: open(real, "a"),
    "cut": lambda: os.truncate("data.csv", 0),
    "mode": lambda: os.chmod(real, 0o777),
    "times": lambda: os.utime(real, (1, 1)),
    "remove": lambda: os.remove(real),
    "rename": lambda: os.rename(real, folder + "/other.csv"),
    "link": lambda: os.link(real, "twin.csv"),
    "beside": lambda: open(folder + "/note.txt", "w"),
    "folder": lambda: os.mkdir(folder + "/note"),
    "attribute": lambda: os.setxattr(real, "user.note", b"1"),
    "lock": lambda: __import__("fcntl").flock(open(real), 2),
    "other link": lambda: os.symlink("/etc", "etc"),
}
for name, work in tries.items():
    with contextlib.suppress(OSError, AttributeError):
        work()
        print(name)
os.remove("data.csv")
open("data.csv", "w").write("another")
"""
LOOK = """
import os
real = os.path.realpath("data.csv")
about = os.stat(real)
print(open("data.csv").read(), sorted(os.listdir(os.path.dirname(real))), os.listdir("."))
print(oct(about.st_mode), about.st_size, about.st_mtime_ns, about.st_nlink, about.st_atime_ns)
"""
SECRETS = """
import os
for path in ("gradebook.db", "source/ps1/ps1.ipynb", "source/ps2/other.csv"):
    try:
        open(os.path.join(COURSE, path)).read()
    except OSError:
        continue
    print(path)
"""


@pytest.fixture(scope="module", params=["full", "inner"])
def printed(request: pytest.FixtureRequest):
    """What a submission prints, in a fork of a sandbox with a given file."""
    needs(request.param)
    folder = Scratch()
    course = Path(folder.path)
    course.chmod(0o755)
    for path in ("gradebook.db", "source/ps1/ps1.ipynb", "source/ps2/other.csv", "given/data.csv"):
        (course / path).parent.mkdir(parents=True, exist_ok=True)
        (course / path).write_text(f"in {path}", encoding="utf-8")
    sandbox = Sandbox(LIMITS, layers=request.param, notebooks=False, given=str(course / "given"))

    def run(source: str) -> str:
        with sandbox.session() as session:
            source = source.replace("COURSE", repr(folder.path))
            reply = session.run_file("answer", source, 0, 20)
        assert reply.error is None
        return reply.stdout

    yield run
    sandbox.close()
    folder.close()


def test_no_submission_changes_a_given_file(printed):
    """It may take its own link away; whoever comes later finds everything as it was."""
    before = printed(LOOK)
    assert before.startswith("in given/data.csv ['data.csv'] ['data.csv']")
    assert printed(TRIES) == ""
    assert printed(LOOK) == before


def test_nothing_hidden_is_beside_a_given_file(printed):
    """Its course stays out of reach."""
    assert printed(SECRETS) == ""
