"""What is read of a notebook's bytes, and what never is."""

from __future__ import annotations

import json
import time

import pytest

from autograder.collecting.files import UnreadableError
from autograder.collecting.notebook_file import MAX_CELLS, read_notebook


def written(*outputs, source="x = 1"):
    """A notebook of one cell with these outputs."""
    cell = {"cell_type": "code", "source": source, "metadata": {"a": 1}, "outputs": list(outputs)}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4}).encode()


def sources(data):
    """The texts of the cells."""
    return [cell["source"] for cell in read_notebook(data)["cells"]]


def test_outputs_cost_nothing():
    """Twelve megabytes of an animation, and the code beside them is read."""
    data = written({"data": {"text/html": "x" * (12 << 20)}})
    assert read_notebook(data)["cells"] == [
        {"cell_type": "code", "source": "x = 1", "metadata": {"a": 1}}
    ]


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), float("-inf"), "\ud83d", "\udc00 NaN \\", ["NaN", "-"]]
)
def test_what_python_writes_and_json_does_not_know(value):
    """NaN, infinities and halves of characters are no fault, wherever they stand."""
    text = 'NaN = -Infinity  # "\\ud800", 한글 and \U0001f600'
    assert sources(written({"data": value}, {"text": 'N"aN'}, value, source=text)) == [text]


def test_halves_of_characters_in_code():
    """They become the character that stands for what cannot be read."""
    assert sources(written(source="a\ud800b\U0001f600")) == ["a\ufffdb\U0001f600"]


def test_bytes_in_outputs_that_are_no_text():
    """They are as little a fault."""
    data = written({"text": "MARK"})
    assert sources(data.replace(b"MARK", b"\xff\xed\xa0\x80")) == ["x = 1"]


def test_an_older_notebook():
    """One of nbformat 3 has worksheets, its code is called input, and headings have a level."""
    code = {"cell_type": "code", "input": ["x = 1\n", "y"], "outputs": [], "language": "python"}
    heading = {"cell_type": "heading", "level": 2, "source": ["Title"]}
    document = {"worksheets": [{"cells": [heading]}, {"cells": [code]}], "nbformat": 3}
    assert read_notebook(json.dumps(document).encode())["cells"] == [
        {"cell_type": "markdown", "source": ["## ", "Title"]},
        {"cell_type": "code", "source": ["x = 1\n", "y"]},
    ]


HOSTILE = {
    "cells": b'{"cells":[' + b'{"cell_type":"a"},' * 500_000,
    "worksheets": b'{"worksheets":[' + b'{"cells":[]},' * 500_000,
    "NaN": b'{"cells":[' + b"NaN," * 1_000_000,
    "signs": b'{"cells":[NaN' + b"-" * 2_000_000,
    "quotes": b'{"cells":[NaN,"' + b'\\"' * 1_000_000,
    "texts": b'{"cells":[NaN,' + b'"",' * 1_000_000,
    "backslashes": b'{"cells":["\\ud800' + b"\\" * 2_000_000,
    "halves": b'{"cells":["' + b"\\ud800" * 500_000,
    "brackets": b'{"cells":[{"cell_type":"code","outputs":' + b"[" * 1_000_000,
    "digits": b'{"cells":[{"cell_type":"code","outputs":[NaN],"metadata":' + b"9" * 2_000_000,
    "escaped names": b'{"cells":[' + b'{"cell\\u005ftype":"a"},' * 500_000,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.no_cover  # it takes several times as long, and others cover the same lines
def test_a_hostile_notebook_costs_little(data):
    """It is refused in a time that grows with its size and no faster."""
    started = time.process_time()
    with pytest.raises(UnreadableError):
        read_notebook(data)
    assert time.process_time() - started < 5


def test_as_many_cells_as_may_be():
    """One more is too many; the next notebook is counted from zero."""
    cells = [{"cell_type": "markdown", "source": ""}] * MAX_CELLS
    for _ in range(2):
        assert len(read_notebook(json.dumps({"cells": cells}).encode())["cells"]) == MAX_CELLS
    with pytest.raises(UnreadableError, match="too_large"):
        read_notebook(json.dumps({"cells": [*cells, cells[0]]}).encode())
