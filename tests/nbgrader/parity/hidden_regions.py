"""Hidden tests: the score is that of the whole cell."""

from __future__ import annotations

from tests.nbgrader.parity.cells import Cell, answer, code, graded

__all__ = ["NOTEBOOKS"]

NOTEBOOKS: dict[str, list[Cell]] = {
    "hidden tests find what visible ones do not": [
        answer("def absolute(x):\n    return x"),
        graded(
            2,
            """
            assert absolute(3) == 3
            ### BEGIN HIDDEN TESTS
            assert absolute(-3) == 3
            ### END HIDDEN TESTS
        """,
        ),
        graded(1, "assert absolute(1) == 1"),
    ],
    "hidden tests give partial credit": [
        answer("def half(x):\n    return x // 2"),
        graded(
            4,
            """
            score = 0
            score += half(4) == 2
            ### BEGIN HIDDEN TESTS
            score += half(8) == 4
            score += half(-2) == -1
            score += half(3) == 1.5
            ### END HIDDEN TESTS
            int(score)
        """,
        ),
        graded(3, "### BEGIN HIDDEN TESTS\n1.5\n### END HIDDEN TESTS"),
    ],
    "hidden tests of state": [
        answer("calls = []\ndef record(x):\n    calls.append(x)\n    return len(calls)"),
        graded(
            1,
            "assert record('a') == 1\n### BEGIN HIDDEN TESTS\nassert record('b') == 2\n### END HIDDEN TESTS",
        ),
        graded(1, "assert len(calls) == 2"),
        graded(1, "### BEGIN HIDDEN TESTS\nassert calls == ['a', 'b']\n### END HIDDEN TESTS"),
    ],
    "hidden tests with a plot": [
        code("%matplotlib inline\nimport matplotlib.pyplot as plt"),
        answer(
            "fig, ax = plt.subplots(figsize=(2, 2))\nax.plot([1, 2, 3], label='n')\nax.set_ylabel('n')"
        ),
        graded(
            2,
            "assert ax.get_ylabel()\n### BEGIN HIDDEN TESTS\nassert len(ax.lines) == 1\nassert plt.get_fignums() == []\n### END HIDDEN TESTS",
        ),
        graded(
            1, "### BEGIN HIDDEN TESTS\nassert ax.get_legend() is not None\n### END HIDDEN TESTS"
        ),
    ],
    "hidden tests that warn": [
        answer(
            "import warnings\ndef f(x):\n    if x < 0:\n        warnings.warn('negative')\n    return x"
        ),
        graded(1, "f(1)\n### BEGIN HIDDEN TESTS\nf(-1)\n### END HIDDEN TESTS"),
        graded(2, "f(2);\n### BEGIN HIDDEN TESTS\nassert f(3) == 3\n### END HIDDEN TESTS"),
        graded(1, "### BEGIN HIDDEN TESTS\nprint('the secret is 7')\n### END HIDDEN TESTS"),
    ],
    "hidden tests with randomness": [
        code("import numpy as np"),
        answer("def total(x):\n    return float(np.sum(x))"),
        graded(
            1,
            """
            rng = np.random.default_rng(3)
            assert total(np.ones(3)) == 3.0
            ### BEGIN HIDDEN TESTS
            for _ in range(5):
                x = rng.normal(size=7)
                np.testing.assert_allclose(total(x), x.sum())
            ### END HIDDEN TESTS
        """,
        ),
    ],
}
