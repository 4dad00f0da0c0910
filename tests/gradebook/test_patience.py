"""What is wrong with a gradebook is told of the gradebook, and what is wrong with an entry of it."""

from __future__ import annotations

import sqlite3

import pytest
from nbgrader.api import InvalidEntry
from sqlalchemy.exc import OperationalError

from autograder.gradebook.patience import GradebookError, Patience

pytestmark = pytest.mark.nbgrader


def test_no_room_for_one_submission_is_none_for_the_others():
    """Nbgrader says that the entry is refused; grading a class does not go on for nothing."""

    def write() -> None:
        full = sqlite3.OperationalError("database or disk is full")
        try:
            raise OperationalError("INSERT", {}, full)
        except OperationalError as error:
            raise InvalidEntry(str(error))  # noqa: B904 - as nbgrader does

    with pytest.raises(GradebookError, match="cannot be written: database or disk is full"):
        Patience("sqlite:///gradebook.db").until_done(write)


def test_an_entry_that_is_refused_is_that_of_one_submission():
    """The others are graded."""

    def write() -> None:
        raise InvalidEntry("a name that cannot be")

    with pytest.raises(InvalidEntry, match="a name that cannot be"):
        Patience("sqlite:///gradebook.db").until_done(write)
