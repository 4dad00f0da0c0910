"""Where an exercise is checked is found whatever people and programs do to its check cell."""

from __future__ import annotations

import time

import pytest

from autograder.collecting.pieces import Piece, asked_after, check_places
from autograder.collecting.submission import Submission


def code(source="", name=None, cell_id=None):
    """A code cell."""
    metadata = {} if name is None else {"nbgrader": {"grade_id": name}}
    cell = {"cell_type": "code", "source": source, "metadata": metadata}
    return cell if cell_id is None else {**cell, "id": cell_id}


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ([code(), code(name="double")], 1),
        ([code(name="double"), code(), code(name="double")], 2),
        ([code(name="double"), code(cell_id="double")], 1),
        ([code(cell_id="double"), code()], 0),
        ([code('check("double", language)')], 0),
        ([code(name="double"), code("x = 1\ncheck('double');  # again\n")], 1),
        ([code(name="double"), code(["check('double')\n", "check('Counter')"])], 1),
        ([code(name="double"), code('print(check("double"))')], 0),
        ([code(name="double"), code('# check("double")')], 0),
        ([code(name="double"), code('check("double", language)', name="Counter")], 0),
        ([code(name="double"), {"cell_type": "markdown", "source": 'check("double")'}], 0),
        ([{"cell_type": "markdown", "source": "", "metadata": code(name="double")["metadata"]}], 0),
        ([code(), code(cell_id=["double"])], None),
        ([code(cell_id={"double": 1})], None),
    ],
)
def test_the_last_copy_counts(cells, place):
    """By nbgrader's name, the id, or the text."""
    assert check_places(cells, ["double", "Counter"]).get("double") == place


def test_a_hostile_text_takes_no_time():
    """The look at it is linear."""
    started = time.monotonic()
    for text in (
        'check("double"' * 50_000,
        'check("double")' + " ;" * 400_000 + "x",
        " " * 900_000,
    ):
        check_places([code(text)], ["double"])
    assert time.monotonic() - started < 2


def test_it_is_asked_after_the_piece_above():
    """A check above everything is after nothing; two may come after one piece."""
    pieces = asked_after([Piece(2, "a"), Piece(5, "b")], {"x": 4, "y": 5, "z": 9, "w": 1})
    assert [piece.asked for piece in pieces] == [("x",), ("y", "z")]


def test_a_cell_that_is_not_run_keeps_its_place():
    """The course's own drawing is left out; a check that was moved below it is asked there."""
    pieces = (Piece(0, "a"), Piece(1, "draw()", asked=("x",)), Piece(2, "draw() "), Piece(3, "b"))
    left = Submission("s", "basics", pieces, {}).without("draw()").pieces
    assert left == (Piece(0, "a"), Piece(1, "", asked=("x",)), Piece(3, "b"))
