"""What judging an answer costs, in operations and not in seconds.

    python -m tests.grading.cost

prints, for each family of answers and each size, the calls of functions (of Python and of C) and the
memory at its peak: of an honest wrong answer, and of the others as multiples of that.
"""

from __future__ import annotations

import sys
import tracemalloc

import numpy as np

from autograder.course import load_course
from autograder.grading.judge import judge
from autograder.keys.answer import judgeable
from autograder.keys.making import make_key
from autograder.report.html import exercise_html
from autograder.report.result_records import exercise_record
from autograder.sandbox.codec import decode, encode
from autograder.sandbox.outcome import Outcome
from tests.toy_settings import SEED, TOY

__all__ = ["FAMILIES", "LARGEST", "cost", "honest"]

FAMILIES = {
    "numbers": lambda n: [0.5] * n,
    "nothing": lambda n: [None] * n,
    "one long text and many empty ones": lambda n: ["x" * n, *[""] * n],
    "long texts": lambda n: ["가" * 50] * (n // 8),
    "escapes": lambda n: "\x1b[31m" * n,
    "dicts of nothing": lambda n: [{"": None}] * (n // 3),
    "keys": lambda n: {f"{number}\u202e": 0.0 for number in range(n)},
    "a ragged list": lambda n: [[0.0] * (1 + number % 3) for number in range(n // 4)],
    "one deep list": lambda n: [_deep(14)] * (n // 16),
    "wide at every depth": lambda n: _bushy(4, max(2, round(n**0.25) - 1)),
    "small arrays": lambda n: [np.zeros(1)] * (n // 3),
    "arrays without entries": lambda n: [np.zeros((0, 64))] * (n // 4),
    "a long array": lambda n: np.arange(float(n)),
    "a wide array": lambda n: np.ones((2, n // 2)),
    "truth values": lambda n: np.zeros(n, bool),
    "a list of rows": lambda n: [np.arange(10.0)] * (n // 10),
}

LARGEST = 4_000
"""Far beyond what is looked at, and few enough to be counted one by one."""


def _deep(levels):
    return [_deep(levels - 1)] if levels else 0.0


def _bushy(levels, each):
    return [_bushy(levels - 1, each) for _ in range(each)] if levels else 0.0


def cost(key, value):
    """Operations and bytes that it takes to read, judge and report this answer to every case."""
    data = encode(value)
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    for case in (case for check in key.checks for case in check.cases):
        assert case.room  # known before anybody answers
    tracemalloc.start()
    sys.setprofile(count)
    try:
        outcomes = {
            check.name: [judgeable(Outcome(decode(data)), case) for case in check.cases]
            for check in key.checks
        }
        result = judge(key, outcomes)
        for language in ("ko", "en"):
            exercise_record(result, language)
            exercise_html(result, language)
    finally:
        sys.setprofile(None)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert result.score == 0
    return calls, peak


def honest(key, n=LARGEST):
    """What a wrong answer costs that is honest, and has as many numbers."""
    return cost(key, [0.5] * n)


def table(sizes=(LARGEST // 4, LARGEST, 4 * LARGEST)):
    """Lines of Markdown: a family in each, calls and memory for each size."""
    key = next(
        make_key(each, SEED) for each in load_course(TOY).solutions() if each.name == "double"
    )
    cost(key, [0.5])  # what is made once
    usual = [honest(key, n) for n in sizes]
    titles = [f"{what}, {n:,}" for what in ("calls", "memory") for n in sizes]
    yield f"| answer | {' | '.join(titles)} |"
    yield f"|---|{'---:|' * len(titles)}"
    counted = [f"{calls:,}" for calls, _ in usual] + [f"{peak >> 10:,} KiB" for _, peak in usual]
    yield f"| an honest one | {' | '.join(counted)} |"
    for family, make in FAMILIES.items():
        costs = [cost(key, make(n)) for n in sizes]
        shares = [
            each[part] / like[part]
            for part in (0, 1)
            for each, like in zip(costs, usual, strict=True)
        ]
        yield f"| {family} | {' | '.join(f'{share:.1f}' for share in shares)} |"


if __name__ == "__main__":
    for line in table():
        sys.stdout.write(f"{line}\n")
