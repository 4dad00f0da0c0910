"""In nbgrader's exchange everybody may write: whose a folder is says its owner."""

from __future__ import annotations

import os
import pwd

import pytest

from autograder.collecting.asked import asked_of
from autograder.course import load_course
from autograder.errors import PathError
from autograder.platforms import owners
from autograder.platforms.collecting import Wishes, collect
from tests.platforms.packed import ANSWER, OTHER
from tests.toy_settings import TOY

OTHER_USER = pwd.getpwnam("nobody")
WHEN = "basics+2026-11-30 09:00:00 UTC"


@pytest.fixture
def inbound(tmp_path):
    """An exchange with the folders of two students."""
    for student, text in (("kim", ANSWER), ("lee", OTHER)):
        folder = tmp_path / "inbound" / f"{student}+{WHEN}"
        folder.mkdir(parents=True)
        (folder / "basics.ipynb").write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path / "inbound"


@pytest.fixture
def collected(inbound, tmp_path):
    """A function that collects the exchange."""
    return lambda: collect(
        [inbound], tmp_path / "submitted", asked_of(load_course(TOY)), None, Wishes()
    )


def give_away(folder, monkeypatch):
    """Have a folder belong to somebody else; who is not root takes its own account for another."""
    monkeypatch.setattr(owners, "_ours", lambda: {0})
    if os.geteuid() == 0:
        os.chown(folder, OTHER_USER.pw_uid, -1)
        return OTHER_USER.pw_name
    return pwd.getpwuid(os.geteuid()).pw_name


def test_what_was_copied_here_is_believed(collected):
    """Nobody knows any more whose it was."""
    assert set(collected().placed["basics"]) == {"kim", "lee"}


def test_a_folder_of_another_account_is_listed(inbound, collected, monkeypatch):
    """It is nobody's hand-in."""
    name = give_away(inbound / f"kim+{WHEN}", monkeypatch)
    if os.geteuid():
        with pytest.raises(PathError):
            collected()  # both belong to this account
        return
    came = collected()
    assert set(came.placed["basics"]) == {"lee"}
    (left,) = came.not_placed
    assert (left.reason, left.detail) == ("other_owner", name)


def test_a_folder_of_the_students_own_account_is_theirs(inbound, collected, monkeypatch):
    """As the exchange makes it."""
    name = give_away(inbound / f"kim+{WHEN}", monkeypatch)
    (inbound / f"kim+{WHEN}").rename(inbound / f"{name}+{WHEN}")
    assert name in collected().placed["basics"]


@pytest.mark.parametrize("name", [f"kim+{WHEN}\x01", f"kim+{WHEN}\\basics.ipynb"])
def test_a_name_that_is_not_shown_as_it_is_says_nothing(inbound, collected, name):
    """What was made fit to be shown is not what the system knows."""
    if "\\" in name:
        (inbound / name).write_text("{}", encoding="utf-8")
    else:
        (inbound / f"kim+{WHEN}").rename(inbound / name)
    came = collected()
    assert set(came.placed["basics"]) == ({"kim", "lee"} if "\\" in name else {"lee"})
    assert len(came.not_placed) == 1
