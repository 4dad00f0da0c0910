"""Tables of pandas and sparse matrices of SciPy come back as data, and are compared as what they are."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from autograder.compare import compare
from autograder.grading.judge import judge
from autograder.report.card import card_html
from autograder.report.messages import describe_difference
from autograder.report.terminal import exercise_plain
from autograder.sandbox.call import Call
from autograder.sandbox.guest.library_values import as_data
from autograder.sandbox.in_process import call_here
from tests.grading.versions import key_case, key_check, make, outcomes

FRAME = pd.DataFrame({"name": ["a", None, "c"], "x": [1.5, np.nan, 3.0], "n": [1, 2, 3]})
MATRIX = sparse.csr_array(np.array([[0.0, 2.0, 0.0], [1.0, 0.0, -3.0]]))


def returned(value):
    """What comes through the door where a function returns this."""
    return call_here(lambda: value, Call("f", {}))


def said(output, expected):
    """What a student reads, or None where nothing is wrong."""
    outputs = (returned(output).output, returned(expected).output)
    difference = compare(*outputs)
    return None if difference is None else describe_difference(difference, "en")


def test_a_table_is_its_columns():
    """Numbers as arrays, texts as lists; an index that only counts is none."""
    output = returned(FRAME).output
    assert output["index"] is None
    assert output["table"]["name"] == ["a", None, "c"]
    np.testing.assert_array_equal(output["table"]["x"], [1.5, np.nan, 3.0])
    assert output["table"]["n"].dtype == np.int64
    indexed = returned(FRAME.set_index("name")).output
    assert (list(indexed["table"]), indexed["index"]) == (["x", "n"], ["a", None, "c"])
    column = returned((FRAME["n"], {"inside": [FRAME["n"]]})).output
    assert column[0]["column"].tolist() == column[1]["inside"][0]["column"].tolist() == [1, 2, 3]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda frame: frame[["n", "x", "name"]], None),
        (lambda frame: frame.reset_index(drop=True), None),
        (lambda frame: frame.assign(n=[1, 5, 3]), "['table']['n']: wrong value: 1 of 3 entries"),
        (lambda frame: frame.assign(name=["a", None, "C"]), "['table']['name'][2]: got 'C', expe"),
        (lambda frame: frame.drop(columns="x"), "['table']: keys ['n', 'name'] came back, ex"),
        (lambda frame: frame.set_index("n", drop=False), "['index']: "),
        (lambda frame: frame.to_dict("list"), "keys ['n', 'name', 'x']"),
        (lambda frame: frame["n"], "keys ['column', 'index']"),
    ],
)
def test_a_table_is_compared_column_by_column(change, message):
    """The order of columns is free; the place of what is wrong is told."""
    text = said(change(FRAME), FRAME)
    assert (text is None) if message is None else message.split("keys")[0] in text


@pytest.mark.parametrize(
    ("frame", "why"),
    [
        (pd.DataFrame([[1, 2]], columns=["a", "a"]), "two columns of one name"),
        (pd.DataFrame({"t": pd.to_datetime(["2026-01-01"])}), "a column of datetime64"),
        (pd.DataFrame({1: [2]}), "a key of type int"),
        (pd.DataFrame({"o": [object()]}), "builtins.object"),
        (FRAME.set_index(["name", "n"]), "an index of several levels"),
        (type("Own", (pd.DataFrame,), {})({"a": [1]}), "Own"),
    ],
)
def test_what_is_no_data_is_refused_with_a_reason(frame, why):
    """As any other value is."""
    problem = returned(frame).problem
    assert problem.kind == "refused"
    assert why in problem.message


@pytest.mark.parametrize("form", ["csr", "csc", "coo", "lil", "dok", "bsr", "dia"])
def test_a_sparse_matrix_is_its_entries_in_any_format(form):
    """Also where a zero is stored, or an entry in two parts."""
    assert said(MATRIX.asformat(form), MATRIX) is None
    parts = ([1.0, 1.0, 1.0, -3.0, 0.0], ([0, 0, 1, 1, 1], [1, 1, 0, 2, 1]))
    assert said(sparse.coo_matrix(parts, shape=(2, 3)), MATRIX) is None


def test_what_is_wrong_with_a_sparse_matrix_is_told_by_row_and_column():
    """An entry of another value, one that is missing, another shape, another type."""
    assert said(MATRIX * 2, MATRIX) == (
        "wrong value: all 3 entries differ; the worst at (1, 2) is -6 (expected -3, off by 3, "
        "relatively 1)."
    )
    missing = sparse.csr_array(np.array([[0.0, 2.0, 0.0], [1.0, 0.0, 0.0]]))
    assert "1 of 3 entries differ; the worst at (1, 2) is 0 (expected -3" in said(missing, MATRIX)
    assert "1 of 3 entries differ; the worst at (1, 2) is -3 (expected 0" in said(MATRIX, missing)
    assert "got (3, 2), expected (2, 3)" in said(MATRIX.T, MATRIX)
    assert "float32" in said(MATRIX.astype(np.float32), MATRIX)
    assert said(MATRIX.toarray(), MATRIX) == (
        "wrong kind: got array of float64, shape (2, 3), expected sparse matrix."
    )
    assert "sparse matrix" in said(MATRIX, MATRIX.toarray())
    assert said(sparse.csr_array((2, 3)), sparse.csr_array((2, 3))) is None


GOOD = {
    "sparse": [2, 3],
    "rows": np.array([0, 1]),
    "columns": np.array([1, 2]),
    "values": np.ones(2),
}


@pytest.mark.parametrize(
    "part",
    [
        {"rows": np.array([0, 9])},
        {"columns": np.array([-1, 2])},
        {"rows": np.array([1, 0])},
        {"rows": np.array([0])},
        {"rows": np.array([[0, 1]])},
        {"rows": np.array([0.0, 1.0])},
        {"rows": [0, 1]},
        {"values": "xy"},
        {"values": np.ones((2, 1))},
        {"sparse": [2]},
        {"sparse": [2, 2**40]},
        {"sparse": [2.0, 3.0]},
        {"sparse": "23"},
    ],
    ids=str,
)
def test_a_dict_that_only_looks_like_a_sparse_matrix_is_none(part):
    """A submission may say anything."""
    assert compare(GOOD, GOOD) is None
    assert compare(GOOD | part, GOOD).kind == "type"


def test_a_set_is_compared_by_its_members():
    """In any order; what is too many and what is missing is told, also inside."""
    assert said({"c", "a", "b"}, frozenset({"a", "b", "c"})) is None
    assert said([{1, 2, 5}], [{5, 3, 2}]) == (
        "[0]: other members of a set: too many [1], missing [3]."
    )
    assert said({True}, {1}) == "other members of a set: too many [True], missing [1]."
    assert said(["a"], {"a"}) == "wrong kind: got list, expected set."
    assert said({"a"}, ["a"]) == "wrong kind: got set, expected list."
    assert said(set(), set()) is None
    problem = returned({0.5}).problem
    assert (problem.kind, problem.message) == ("refused", "a set with a member of type float")
    assert compare({"set": [[1]]}, {"set": ["a"]}).kind == "type"


def test_what_has_no_end_stays_for_the_door_to_refuse():
    """A list that is in itself, and one that would be too much."""
    endless: list = []
    endless.append(endless)
    assert returned(endless).problem.type in ("depth", "count")
    many: list = [1.0]
    for _ in range(14):
        many = [many] * 9
    assert returned(many).problem.type == "count"
    assert as_data(5.0) == 5.0


def test_a_wrong_sparse_matrix_can_be_reported():
    """On a terminal and on a page: it is no array of which rows could be shown side by side."""
    expected = returned(MATRIX).output
    key = make(key_check("c", key_case(expected, inputs={"n": 3})))
    result = judge(key, outcomes(key, lambda *_: returned(MATRIX * 2).output))
    for language in ("en", "ko"):
        assert "(1, 2)" in exercise_plain(result, language)
        assert "(1, 2)" in card_html(result, language)
