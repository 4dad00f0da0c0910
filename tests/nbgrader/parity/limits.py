"""What takes too long: two seconds are a cell's time in these notebooks."""

from __future__ import annotations

from tests.nbgrader.parity.cells import Cell, answer, code, graded

__all__ = ["NOTEBOOKS", "SECONDS"]

SECONDS = 2

NOTEBOOKS: dict[str, list[Cell]] = {
    "a loop without an end": [
        code("before = 1"),
        answer("n = 0\nwhile True:\n    n += 1"),
        graded(1, "assert before == 1"),
        graded(1, "assert n > 10"),
    ],
    "a slow answer in a test": [
        code("import time"),
        answer("def slow(x):\n    time.sleep(0.2 * x)\n    return x"),
        graded(1, "assert slow(1) == 1"),
        graded(1, "assert slow(60) == 60"),
        graded(1, "assert slow(0) == 0"),
    ],
    "an await without an end": [
        code("import asyncio"),
        answer("async def wait():\n    await asyncio.Event().wait()"),
        graded(1, "await wait()"),
        graded(1, "assert 1 + 1 == 2"),
        graded(
            1,
            "try:\n    await asyncio.wait_for(wait(), 0.1)\nexcept TimeoutError:\n    late = True\nassert late",
        ),
    ],
}
