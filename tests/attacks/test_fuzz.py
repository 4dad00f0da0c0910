"""The targets of `fuzz`, on what Hypothesis thinks of; and what was found by it."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.grading.judge import judge_without_outcomes
from autograder.report.result_records import exercise_record
from autograder.sandbox.codec import DoorError, encode
from autograder.sandbox.outcome import Problem
from tests.attacks import fuzz
from tests.compare.strategies import plain

texts = st.text(st.characters(exclude_categories=()), max_size=30)
documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)
fields = st.sampled_from(
    ["cell_type", "source", "metadata", "outputs", "id", "attachments", "nbgrader", "data", "name"]
)
cells = st.dictionaries(
    fields, documents | st.sampled_from(["code", "markdown", "raw", "stream", ["a\n", "b"]])
)
notebooks = st.fixed_dictionaries(
    {"cells": st.lists(cells | documents, max_size=5)},
    optional={"metadata": documents, "nbformat": documents},
)
outputs = st.fixed_dictionaries(
    {"output_type": st.sampled_from(["stream", "error", "display_data", "execute_result"])},
    optional=dict.fromkeys(("name", "text", "data", "ename", "evalue", "traceback"), documents),
)


@given(st.binary(max_size=300))
def test_any_bytes(data):
    """For each target."""
    for target in fuzz.TARGETS.values():
        target(data)


@given(notebooks)
def test_any_notebook(notebook):
    """Cells may be anything that JSON knows, and more."""
    fuzz.reader(json.dumps(notebook).encode("utf-8", "surrogatepass"))


@given(st.lists(outputs, max_size=4))
def test_any_outputs(made):
    """What a student saved as outputs of a cell."""
    cell = {"cell_type": "code", "source": "1", "metadata": {}, "outputs": made}
    fuzz.reader(json.dumps({"cells": [cell]}).encode())


@given(plain)
@pytest.mark.no_cover  # the same
def test_any_answer(got):
    """It is judged and reported."""
    fuzz.judged(got)


@given(
    hnp.arrays(
        hnp.floating_dtypes(endianness="<", sizes=(16, 32, 64))
        | hnp.integer_dtypes(endianness="<")
        | hnp.complex_number_dtypes(endianness="<", sizes=(64, 128))
        | hnp.boolean_dtypes(),
        hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
    )
)
@pytest.mark.no_cover  # it takes several times as long, and others cover the same lines
def test_any_array(got):
    """Of any dtype, with all that is odd in it."""
    fuzz.judged(got)
    fuzz.judged([got, (got, got)])
    fuzz.judged({"a": got})


EXTREMES = [
    np.array([-(2**63)] * 3),
    np.array([2**64 - 1] * 3, dtype=np.uint64),
    np.array([np.finfo(float).max] * 3),
    np.array([5e-324] * 3),
    np.array([np.nan, np.inf, -np.inf]),
    np.zeros((0, 3)),
    np.zeros((1,) * 16),
    np.zeros(1 << 20),
    [[1, 2], [3]],
    [np.zeros(2), np.zeros((2, 2))],
    [None, "x", {"a": ()}],
    {"": {"\0": "\u202e"}},
    "x" * 1_000_000,
    list(range(50_000)),
    {str(n): n for n in range(50_000)},
    -(2**63),
    complex("nan"),
    float("inf"),
]


@pytest.mark.parametrize("got", EXTREMES, ids=range(len(EXTREMES)))
@pytest.mark.no_cover  # the same
def test_extreme_answers(got):
    """Large, small, ragged, empty."""
    fuzz.judged(got)


@given(
    st.sampled_from(["missing", "signature", "raised", "refused", "timeout", "ended", "scratch"]),
    texts,
    texts,
    st.none() | st.integers(-(2**63), 2**63 - 1),
)
def test_any_problem_of_a_hidden_check(kind, type_, message, line):
    """What was forged about it is not told: the sentence is one of few, whatever was said."""
    key = fuzz._key(np.arange(3.0))
    result = judge_without_outcomes(key, Problem(kind, type_, message, 0, line))
    told = exercise_record(result, "en").checks[1].message
    plain_told = exercise_record(judge_without_outcomes(key, Problem(kind)), "en")
    known = result.checks[1].finding.problem.common_type
    fixed = {plain_told.checks[1].message, "A hidden check raised an error."}
    reasons = told if kind == "missing" else ""
    if known is None and type_ != "NotImplementedError" and not reasons:
        assert told in fixed or message not in told or not message.strip()
    assert len(told) < 200


@pytest.mark.parametrize(
    "cells",
    [
        b'[{"cell_type": "markdown"}]',
        b'[{"cell_type": 5}]',
        b'[{"cell_type": "code", "source": ""}, {"cell_type": "raw", "source": {}}]',
        b'[{"cell_type": "code", "source": "", "execution_count": -8}]',
    ],
)
def test_odd_cells(cells):
    """No source at all where nothing is run, a count below zero: it is read all the same."""
    fuzz.reader(b'{"cells": ' + cells + b"}")


def test_what_cannot_cross_is_refused_in_one_way():
    """Of all that may be made to look like an answer."""
    for value in (object(), np.zeros(3, dtype="O"), {1: 2}, {"a": {1}}, 2**70, "\ud800"):
        with pytest.raises(DoorError):
            encode(value)
