"""A graded notebook is written as nbformat writes it."""

from __future__ import annotations

import json

import nbformat
import pytest
from nbformat import from_dict
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from autograder.nbgrader.notebook_text import notebook_text


def notebook_with(output):
    """A notebook with several lines, an output, and nothing where nothing is."""
    cells = [
        new_markdown_cell("가나다\n두 번째 줄\u2028\n", id="a"),
        new_code_cell("x = 1\nx / 3", id="b", outputs=[output], execution_count=1),
        new_code_cell("", id="c"),
    ]
    return new_notebook(cells=cells, metadata={"signature": "transient"})


@pytest.mark.parametrize(
    "output",
    [
        new_output("stream", text='one\ntwo\n\x1b[1m\t"\\/\x7f'),
        new_output("execute_result", {"text/plain": "a\nb", "image/png": "aGVq\naGVq"}),
        new_output("display_data", {"application/json": {"points": [3.0, 0, 1e-7, None, True]}}),
    ],
)
def test_the_text_is_the_same(output):
    """The order of keys, the lines and the indents too; of numbers their values."""
    theirs = nbformat.writes(notebook_with(output))
    ours = notebook_text(from_dict(notebook_with(output)))
    assert json.loads(ours) == json.loads(theirs)
    assert ours.replace("1e-7", "1e-07") == theirs


def test_text_that_no_file_can_hold_is_refused():
    """As it is where it would be written."""
    with pytest.raises(UnicodeEncodeError):
        notebook_text(new_notebook(cells=[new_markdown_cell("\ud800")]))
