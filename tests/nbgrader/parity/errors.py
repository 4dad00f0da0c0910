"""Whatever stops a cell: exceptions, exits, recursion, syntax, input."""

from __future__ import annotations

from tests.nbgrader.parity.cells import Cell, answer, graded

__all__ = ["NOTEBOOKS"]

NOTEBOOKS: dict[str, list[Cell]] = {
    "an answer raises, and what follows runs": [
        answer("x = 1\ny = x / 0\nz = 3"),
        graded(1, "assert x == 1"),
        graded(1, "assert z == 3"),
        graded(1, "assert 'y' not in dir()"),
    ],
    "an answer is no Python": [
        answer("def f(x)\n    return x"),
        graded(1, "assert f(1) == 1"),
        answer("if True:\nprint('not indented')"),
        graded(1, "assert 1"),
        answer("x = 'never ends"),
        graded(1, "x"),
    ],
    "the program is left": [
        answer("import sys\nbefore = 1\nsys.exit('bye')\nafter = 1"),
        graded(1, "assert before == 1"),
        graded(1, "assert after == 1"),
        graded(1, "sys.exit(0)"),
        graded(1, "raise SystemExit"),
        graded(1, "assert before"),
    ],
    "an exit by name": [
        answer("value = 5\nexit()"),
        graded(1, "assert value == 5"),
    ],
    "deep recursion": [
        answer(
            "def depth(n):\n    return 1 + depth(n + 1)\ntry:\n    depth(0)\nexcept RecursionError as e:\n    caught = type(e).__name__"
        ),
        graded(1, "assert caught == 'RecursionError'"),
        graded(1, "depth(0)"),
        graded(1, "def f(n):\n    return n if n == 0 else 1 + f(n - 1)\nassert f(800) == 800"),
        graded(
            1,
            "import sys\nassert sys.getrecursionlimit() >= 1000\nsys.setrecursionlimit(5000)\nassert f(4000) == 4000",
        ),
    ],
    "an exception of one's own": [
        answer("""
            class TooSmall(ValueError):
                def __init__(self, n):
                    super().__init__(f"{n} is too small")
                    self.n = n
            def root(n):
                if n < 0:
                    raise TooSmall(n)
                return n ** 0.5
        """),
        graded(
            1,
            """
            try:
                root(-1)
            except TooSmall as e:
                assert str(e) == "-1 is too small"
            else:
                raise AssertionError("root(-1) did not raise")
        """,
        ),
        graded(1, "root(-4)"),
        graded(
            1,
            """
            import unittest
            class TestRoot(unittest.TestCase):
                def test_raises(self):
                    self.assertRaises(TooSmall, root, -1)
                def test_root(self):
                    self.assertAlmostEqual(root(4), 2)
            result = unittest.TextTestRunner(stream=__import__("io").StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(TestRoot))
            assert result.wasSuccessful()
        """,
        ),
        graded(
            1, "try:\n    root(-1)\nexcept TooSmall as e:\n    raise RuntimeError('chained') from e"
        ),
    ],
    "nobody answers input": [
        answer("name = input('Your name? ')"),
        graded(1, "assert 'name' not in globals()"),
        graded(1, "input()"),
        graded(
            1,
            "from unittest.mock import patch\nwith patch('builtins.input', return_value='7'):\n    assert int(input('n')) == 7",
        ),
        graded(
            1, "import builtins\nbuiltins.input = lambda *_: 'typed'\nassert input() == 'typed'"
        ),
    ],
    "groups of exceptions and notes": [
        answer("def many():\n    raise ExceptionGroup('several', [ValueError(1), TypeError(2)])"),
        graded(
            1,
            "try:\n    many()\nexcept* ValueError:\n    seen = True\nexcept* TypeError:\n    pass\nassert seen",
        ),
        graded(1, "many()"),
        graded(1, "e = ValueError('x')\ne.add_note('a note')\nraise e"),
        graded(1, "assert False"),
    ],
    "a message without end": [
        answer("def check(x):\n    assert x == 0, 'z' * 100_000"),
        graded(1, "check(0)"),
        graded(1, "check(1)"),
        graded(1, "raise KeyboardInterrupt"),
        graded(1, "check(0)"),
    ],
}
