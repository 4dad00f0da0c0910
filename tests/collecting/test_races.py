"""What changes while it is read: nobody else's folder, no link and no secret is ever read."""

from __future__ import annotations

import os
import shutil

import pytest

from autograder.collecting.asked import Asked
from autograder.collecting.leftovers import Leftovers
from autograder.collecting.submissions import find_submissions

SECRET = "def double(x): return 'the secret'"
OWN = "def double(x):\n    return x + x\n"


def _to_link(path, secret):
    path.unlink()
    path.symlink_to(secret / "double.py")


def _to_folder(path, secret):
    path.unlink()
    path.mkdir()


def _to_pipe(path, secret):
    path.unlink()
    os.mkfifo(path)


def _folder_to_link(path, secret):
    shutil.rmtree(path.parent)
    path.parent.symlink_to(secret, target_is_directory=True)


def _student_to_link(path, secret):
    shutil.rmtree(path.parents[1])
    path.parents[1].symlink_to(secret.parent, target_is_directory=True)


CHANGES = {
    "removed": lambda path, secret: path.unlink(),
    "emptied": lambda path, secret: path.write_text(""),
    "grown": lambda path, secret: os.truncate(path, 11 << 20),
    "a link to a secret": _to_link,
    "a folder": _to_folder,
    "a pipe that nobody writes to": _to_pipe,
    "forbidden": lambda path, secret: path.chmod(0),
    "its folder removed": lambda path, secret: shutil.rmtree(path.parent),
    "its folder a link": _folder_to_link,
    "the student's folder a link": _student_to_link,
}


def read_while(change, moment, root, monkeypatch):
    """Read a class whose one file becomes something else at some opening or listing.

    Returns:
        Whether it did, and the submissions.
    """
    submitted, secret = root / "submitted", root / "elsewhere" / "basics"
    for folder, source in ((secret, SECRET), (submitted / "kim" / "basics", OWN)):
        folder.mkdir(parents=True)
        (folder / "double.py").write_text(source)
    (submitted / "lee" / "basics").mkdir(parents=True)
    (submitted / "lee" / "basics" / "double.py").write_text(OWN)
    path = submitted / "kim" / "basics" / "double.py"
    steps = 0

    def before(real):
        def hooked(*arguments, **named):
            nonlocal steps
            steps += 1
            if steps == moment:
                change(path, secret)
            return real(*arguments, **named)

        return hooked

    with monkeypatch.context() as patch:
        for name in ("open", "scandir", "stat", "fstat", "dup"):
            patch.setattr(os, name, before(getattr(os, name)))
        asked = Asked({"basics": ("double",)})
        found = list(find_submissions(submitted, asked, leftovers=Leftovers()))
    return steps >= moment, found


@pytest.mark.parametrize("name", CHANGES)
def test_a_file_that_changes_while_it_is_read(name, tmp_path, monkeypatch):
    """At every moment of the reading: it is read as it was, or there is a reason, and lee is read."""
    for moment in range(1, 500):
        root = tmp_path / str(moment)
        happened, found = read_while(CHANGES[name], moment, root, monkeypatch)
        for submission in found:
            sources = [piece.source for piece in submission.pieces]
            assert SECRET not in sources
            assert sources == [OWN] or submission.unreadable
        assert any(each.student == "lee" and each.pieces for each in found)
        shutil.rmtree(root)
        if not happened:
            return
    pytest.fail("reading never ends")
