"""Standard output and standard error: what is shown, and what it costs."""

from __future__ import annotations

from tests.nbgrader.parity.cells import Cell, answer, code, graded

__all__ = ["NOTEBOOKS"]

NOTEBOOKS: dict[str, list[Cell]] = {
    "a warning costs the points of a test": [
        answer("""
            import warnings
            def old(x):
                warnings.warn("old is deprecated", DeprecationWarning)
                return x
            def loud(x):
                warnings.warn("careful")
                return x
        """),
        graded(1, "assert old(1) == 1"),
        graded(1, "assert loud(1) == 1"),
        graded(1, "assert loud(1) == 1"),
        graded(
            1,
            "with warnings.catch_warnings():\n    warnings.simplefilter('ignore')\n    assert loud(2) == 2",
        ),
        graded(
            1,
            "with warnings.catch_warnings(record=True) as seen:\n    warnings.simplefilter('always')\n    loud(3)\nassert len(seen) == 1",
        ),
    ],
    "division by zero in an array warns": [
        code("import numpy as np"),
        answer("def inverse(x):\n    return 1 / np.asarray(x, dtype=float)"),
        graded(1, "assert np.isinf(inverse([0.0])[0])"),
        graded(
            1, "with np.errstate(divide='ignore'):\n    assert np.isinf(inverse([0.0, 1.0])[0])"
        ),
        graded(
            1,
            "np.seterr(divide='raise')\ntry:\n    inverse(0)\nexcept FloatingPointError:\n    pass\nelse:\n    raise AssertionError",
        ),
    ],
    "standard error is written by hand": [
        code("import sys"),
        answer("print('to nobody', file=sys.stderr)"),
        graded(1, "assert True"),
        graded(1, "print('oh', file=sys.stderr)"),
        graded(1, "sys.stderr.write('')"),
        graded(2, "print('half', file=sys.stderr)\n1"),
        graded(2, "1"),
    ],
    "what is printed is caught by the test": [
        answer("def greet(name):\n    print('Hello,', name)"),
        graded(
            1,
            """
            import io
            from contextlib import redirect_stdout
            caught = io.StringIO()
            with redirect_stdout(caught):
                greet("Ada")
            assert caught.getvalue() == "Hello, Ada\\n"
        """,
        ),
        graded(
            1,
            """
            from unittest.mock import patch
            with patch("builtins.print") as fake:
                greet("Bo")
            fake.assert_called_once_with("Hello,", "Bo")
        """,
        ),
        graded(
            1,
            """
            import sys
            old, sys.stdout = sys.stdout, io.StringIO()
            greet("Cy")
            printed, sys.stdout = sys.stdout.getvalue(), old
            assert printed.strip() == "Hello Cy"
        """,
        ),
        graded(1, "print('still here')"),
    ],
    "logging": [
        answer(
            "import logging\nlogging.warning('no handler yet')\nlogging.getLogger('mine').info('quiet')"
        ),
        graded(1, "logging.getLogger('mine').info('quiet')"),
        graded(1, "logging.getLogger('mine').error('loud')"),
    ],
    "very much output": [
        answer("for k in range(3000):\n    print(k, 'x' * 50)"),
        graded(1, "print('y' * 200_000)"),
        graded(1, "assert k == 2999"),
    ],
    "standard output and error in turn": [
        code("import sys"),
        answer(
            "print('a')\nprint('b', file=sys.stderr)\nprint('c')\nprint('d', end='', flush=True)"
        ),
        graded(1, "sys.stdout.write('no newline')\nassert True"),
    ],
    "carriage returns and colours": [
        answer("for k in range(3):\n    print(f'\\r{k}/3', end='')\nprint('\\x1b[31mred\\x1b[0m')"),
        graded(1, "print('한글 — ünïcode 🎉')"),
    ],
}
