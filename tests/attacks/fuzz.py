"""Fuzzing by coverage, where atheris is installed: the decoder, the reader and the comparison.

    python -m tests.attacks.fuzz decoder 60

runs one target for so many seconds and says how often. A finding ends it with a traceback, and
becomes a test in `test_fuzz.py`, which runs the same targets on what Hypothesis thinks of.
"""

from __future__ import annotations

import json
import sys
import tempfile
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from autograder.collecting.files import UnreadableError
from autograder.collecting.notebook_file import read_notebook
from autograder.collecting.pieces import notebook_pieces
from autograder.compare import compare
from autograder.diagnosis.relations import explain
from autograder.grading.judge import judge
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.nbgrader.clean_notebook import clean_notebook
from autograder.report.html import exercise_html
from autograder.report.result_records import exercise_record
from autograder.report.terminal import exercise_plain
from autograder.sandbox.codec import DoorError, Value, decode, encode
from autograder.sandbox.outcome import Outcome
from autograder.texts import Text
from tests.diagnosis.answers_of import answers_of

__all__ = ["TARGETS", "comparison", "decoder", "judged", "notebook", "reader"]

EXPECTED: tuple[Value, ...] = (
    np.arange(3.0),
    np.zeros((2, 2), dtype=np.int64),
    (1.0, np.ones(2)),
    {"a": [1, 2.5, True], "b": None},
    "text",
    1 + 2j,
)
"""What is compared with."""

NOTEBOOK: dict[str, Value] = {
    "nbformat": 4,
    "nbformat_minor": 5,
    "metadata": {"kernelspec": {"name": "python3", "language": "python"}},
    "cells": [
        {
            "cell_type": "code",
            "id": "a",
            "source": ["x = 1\n", "x"],
            "execution_count": 1,
            "metadata": {"nbgrader": {"grade_id": "a", "points": 1, "grade": True}},
            "outputs": [
                {"output_type": "stream", "name": "stdout", "text": ["1\n"]},
                {"output_type": "execute_result", "data": {"text/plain": "1"}},
                {"output_type": "display_data", "data": {"image/png": "iVBORw0KGgo="}},
                {"output_type": "error", "ename": "E", "evalue": "", "traceback": [""]},
            ],
        },
        {"cell_type": "markdown", "source": "text", "attachments": {"a.png": {"image/png": "aa"}}},
    ],
}
"""What notebooks are made from."""


def decoder(data: bytes) -> None:
    """Whatever the bytes are: a value of the grammar, which crosses again as itself, or refused."""
    try:
        value = decode(data)
    except DoorError:
        return
    again = encode(value)
    assert encode(decode(again)) == again


def reader(data: bytes) -> None:
    """Whatever the file is: cells, or a reason; and then a notebook that is valid."""
    try:
        notebook_pieces(read_notebook(data)["cells"])
    except UnreadableError:
        return
    clean_notebook(data)


def notebook(data: bytes) -> None:
    """Whatever its cells are made of: a text file that JSON can read, of any shape."""
    try:
        value = decode(data)
    except DoorError:
        return
    reader(json.dumps(value, default=repr).encode("utf-8"))


def comparison(data: bytes) -> None:
    """Whatever a submission answers: a difference or none, a relation or none, and a report."""
    try:
        got = decode(data)
    except DoorError:
        return
    judged(got)


def judged(got: Value) -> None:
    """Compare, explain, judge and report one answer."""
    for expected in EXPECTED:
        plain = decode(encode(expected))
        compare(got, plain)
        explain(answers_of([(got, plain)] * 2))
        key = _key(plain)
        result = judge(key, {"shown": [Outcome(got)] * 2, "not shown": [Outcome(got)]})
        for language in ("ko", "en"):
            assert len(exercise_html(result, language)) < 100_000
            assert len(exercise_plain(result, language)) < 100_000
            record = exercise_record(result, language)
            assert record.checks[1].message in _HIDDEN


_HIDDEN = (
    "",
    "A hidden check expected another answer.",
    "비공개 검사에서 기대한 값과 다른 값이 나왔습니다.",
)


def _key(expected: Value) -> Key:

    case = KeyCase({"x": 1.0}, expected, {})
    checks = (
        _key_check("shown", "공개", True, case, case),
        _key_check("not shown", "비공개", False, case),
    )
    return Key("double", "basics", Text(ko="제목", en="Title"), None, {}, checks, {})


def _key_check(name: str, korean: str, public: bool, *cases: KeyCase) -> KeyCheck:
    from autograder.compare import Tolerance

    label = Text(ko=korean, en=name)
    return KeyCheck(name, label, 1, public, "call", "result", True, Tolerance(), None, cases)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "decoder": decoder,
    "reader": reader,
    "notebook": notebook,
    "comparison": comparison,
}


def _seeds(name: str) -> list[bytes]:
    if name == "reader":
        return [json.dumps(NOTEBOOK).encode()]
    if name == "notebook":
        return [encode(NOTEBOOK)]
    return [encode(value) for value in EXPECTED]


def main() -> None:
    """Fuzz one target."""
    import atheris  # type: ignore[import-not-found]

    name, seconds = sys.argv[1], sys.argv[2]
    for module in _MODULES:
        for each in _functions(sys.modules[f"autograder.{module}"]):
            atheris.instrument_func(each)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(_seeds(name)):
            Path(corpus, str(number)).write_bytes(seed)
        settings = [f"-max_total_time={seconds}", "-max_len=1024", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *settings, corpus], TARGETS[name])
        atheris.Fuzz()


_MODULES = (
    "sandbox.codec", "collecting.submissions", "collecting.notebook_file", "compare.comparison",
    "diagnosis.relations", "diagnosis.diagnose", "diagnosis.answer_signature", "report.messages",
)  # fmt: skip
"""Whose branches guide it."""


def _functions(holder: Any) -> Iterator[Any]:
    for each in vars(holder).values():
        if isinstance(each, types.FunctionType):
            yield each
        elif isinstance(each, type) and each.__module__ == getattr(holder, "__name__", ""):
            yield from _functions(each)


if __name__ == "__main__":
    main()
