"""Who takes part, and who handed in nothing."""

from __future__ import annotations

import sqlite3

import pytest

from autograder.collecting.roster import RosterError, find_roster, read_roster

COLUMNS = (
    "the columns are id, name, first_name, last_name, mail, email, lms_user_id, section, language, "
    "extension, exempt"
)


@pytest.fixture
def roster(tmp_path):
    """A function that reads a roster of this text."""

    def read(text: str | bytes):
        path = tmp_path / "students.csv"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read_roster(path)

    return read


def test_everybody_but_the_exempt_has_to_hand_in(roster):
    """Columns may come in any order, and most may be left out."""
    found = roster('\ufeffName,ID,exempt\n"Kim, C.",kim,\nLee,lee,yes\n\nPark,park,no\n')
    assert found.absent({"park"}) == ["kim"]
    assert found.students["kim"].name == "Kim, C."


def test_a_roster_may_have_the_columns_of_nbgraders_import(roster):
    """One file is read by both."""
    found = roster("id,first_name,last_name,email,lms_user_id\nkim,Chul Su,Kim,k@x.kr,77\n")
    kim = found.students["kim"]
    assert (kim.name, kim.mail, kim.lms_user_id) == ("Chul Su Kim", "k@x.kr", "77")


def test_ids_are_compared_as_folders_are(roster):
    """In NFC."""
    assert roster("id\n\u1100\u1161\n").absent({"\uac00"}) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ": it is empty"),
        (b"\xff", ": it is no UTF-8 text"),
        ("name\nkim\n", f":1: there is no column 'id'; {COLUMNS}"),
        ("id,grade\nkim,1\n", f":1: 'grade' is no column; {COLUMNS}"),
        ("id,id\nkim,1\n", ":1: a column stands there twice"),
        ("id,name\nkim,Kim\nlee,Lee,Lee\n", ":3: this line has more fields than there are columns"),
        ("id,name\nkim,Kim\n,Lee\n", ":3: this line has no id"),
        ("id\nkim\n\nkim\n", ":4: 'kim' stands there twice"),
        ("id,lms_user_id\nkim,7\nlee,\npark,7\n", ":4: lms_user_id '7' is that of two students"),
        ("id,email\nkim,K@x.kr\nlee,k@x.kr\n", ":3: mail 'k@x.kr' is that of two students"),
        ("id,exempt\nkim,perhaps\n", ":2: 'exempt' is yes or no, and not 'perhaps'"),
    ],
)  # fmt: skip
def test_a_roster_that_is_none(roster, tmp_path, text, said):
    """One sentence, with the line."""
    with pytest.raises(RosterError) as caught:
        roster(text)
    assert str(caught.value) == f"{tmp_path / 'students.csv'}{said}"


def test_a_roster_that_is_not_there(tmp_path):
    """A course need not have one; one that is asked for has to be there."""
    assert find_roster(tmp_path) is None
    with pytest.raises(RosterError, match="there is no such file"):
        read_roster(tmp_path / "students.csv")


def test_the_gradebooks_students_are_a_roster(tmp_path):
    """Where the course has no other."""
    with sqlite3.connect(tmp_path / "gradebook.db") as gradebook:
        gradebook.execute("CREATE TABLE student (id, first_name, last_name, email, lms_user_id)")
        gradebook.execute("INSERT INTO student VALUES ('kim', NULL, 'Kim', NULL, '7')")
    gradebook.close()
    found = find_roster(tmp_path)
    assert found is not None
    assert found.absent(set()) == ["kim"]
    assert found.students["kim"].name == "Kim"
    (tmp_path / "students.csv").write_text("id\nlee\n")
    assert list(find_roster(tmp_path).students) == ["lee"]


def test_a_gradebook_without_students_is_no_roster(tmp_path):
    """As a release makes it: nobody would be on it."""
    with sqlite3.connect(tmp_path / "gradebook.db") as gradebook:
        gradebook.execute("CREATE TABLE student (id, first_name, last_name, email, lms_user_id)")
    gradebook.close()
    assert find_roster(tmp_path) is None


def test_a_gradebook_that_is_none(tmp_path):
    """One sentence."""
    (tmp_path / "gradebook.db").write_text("no database, but long enough to be taken for one")
    with pytest.raises(RosterError, match="its students cannot be read: file is not a database"):
        find_roster(tmp_path)
