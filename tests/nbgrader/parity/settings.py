"""What notebooks set for all of their cells: the shell, matplotlib, NumPy, warnings, names."""

from __future__ import annotations

from tests.nbgrader.parity.cells import Cell, answer, code, graded

__all__ = ["NOTEBOOKS"]

NOTEBOOKS: dict[str, list[Cell]] = {
    "every line is shown": [
        code(
            "from IPython.core.interactiveshell import InteractiveShell\nInteractiveShell.ast_node_interactivity = 'all'"
        ),
        answer("a = 1\na\na + 1\n'text'"),
        graded(3, "a\n2\nprint('x')\n3"),
        graded(3, "a + 1.5\n0"),
        graded(3, "assert a == 1"),
    ],
    "figures are left open between cells": [
        code(
            "%matplotlib inline\n%config InlineBackend.close_figures = False\nimport matplotlib.pyplot as plt"
        ),
        answer("plt.plot([1, 2], label='a')"),
        code("plt.plot([2, 1], label='b')"),
        graded(1, "assert len(plt.gca().lines) == 2"),
        graded(1, "plt.close('all')\nassert not plt.get_fignums()"),
    ],
    "figures are shown one after the other": [
        code("import matplotlib.pyplot as plt"),
        answer("plt.plot([1, 2])\nplt.show()\nplt.plot([2, 1])\nassert len(plt.gca().lines) == 1"),
        graded(1, "plt.figure()\nassert plt.gcf().number == 1"),
        graded(
            1,
            "fig, axes = plt.subplots(2, 2, figsize=(2, 2))\nfig.tight_layout()\nassert axes.shape == (2, 2)",
        ),
        graded(1, "plt.ioff()\nplt.plot([1])\nassert len(plt.get_fignums()) == 1"),
        graded(1, "plt.close('all')\nplt.ion()\nassert plt.isinteractive()"),
    ],
    "styles, formulas and Korean labels": [
        code(
            "import matplotlib.pyplot as plt\nplt.style.use('ggplot')\nplt.rcParams['figure.figsize'] = (2, 2)"
        ),
        answer("fig, ax = plt.subplots()\nax.set_title(r'$\\frac{a}{b}$')\nax.set_xlabel('plain')"),
        graded(1, "assert ax.get_xlabel() == 'plain'"),
        graded(1, "assert tuple(plt.rcParams['figure.figsize']) == (2.0, 2.0)"),
    ],
    "how NumPy prints and counts": [
        code("import numpy as np\nnp.set_printoptions(precision=2, suppress=True)"),
        answer("x = np.array([1 / 3, 2e-9])\nx"),
        graded(1, "assert str(x) == '[0.33 0.  ]'"),
        graded(1, "with np.printoptions(precision=4):\n    assert str(x[:1]) == '[0.3333]'"),
        graded(1, "old = np.seterr(all='raise')\nnp.float64(1) / 0"),
        graded(1, "np.seterr(**old)\nassert True"),
    ],
    "warnings are errors, or silent": [
        code("import warnings\nwarnings.filterwarnings('ignore')"),
        answer("def f():\n    warnings.warn('quiet')\n    return 1"),
        graded(1, "assert f() == 1"),
        graded(1, "warnings.simplefilter('error')\nassert f() == 1"),
        graded(1, "warnings.simplefilter('default')\nassert f() == 1"),
        graded(1, "warnings.resetwarnings()"),
    ],
    "events, aliases and magics of one's own": [
        code(
            "from IPython.core.magic import register_line_magic, register_cell_magic\nshell = get_ipython()\nran = []\nshell.events.register('pre_run_cell', lambda info: ran.append(info.raw_cell))"
        ),
        answer(
            "@register_line_magic\ndef twice(line):\n    return 2 * int(line)\n@register_cell_magic\ndef count(line, cell):\n    return len(cell.split())"
        ),
        graded(1, "x = %twice 21\nassert x == 42"),
        graded(1, "%%count\na b c"),
        graded(1, "assert len(ran) == 4, len(ran)"),
        graded(1, "shell.run_cell('made = 7')\nassert made == 7"),
        graded(1, "shell.ev('made + 1') == 8 or 1 / 0"),
        graded(1, "assert shell.user_ns['made'] == 7 and shell.execution_count >= 8"),
    ],
    "context managers and clean-up": [
        answer(
            "class Timer:\n    def __enter__(self):\n        return self\n    def __exit__(self, *error):\n        print('left')\n        return False\nimport atexit\natexit.register(print, 'at the end')"
        ),
        graded(1, "with Timer() as t:\n    pass\nassert t"),
        graded(1, "with Timer():\n    raise KeyError('a')"),
        graded(
            1,
            "class Noisy:\n    def __del__(self):\n        raise ValueError('in del')\nNoisy()\ndel Timer",
        ),
        graded(1, "assert 'Timer' not in dir()"),
    ],
    "types, annotations and matching": [
        answer(
            "from typing import TypedDict, Protocol\nimport enum\nclass Shape(Protocol):\n    def area(self) -> float: ...\nclass Colour(enum.Enum):\n    RED = 1\ndef kind(x: int | str | list) -> str:\n    match x:\n        case int():\n            return 'int'\n        case [first, *_]:\n            return f'list of {first}'\n        case _:\n            return 'else'"
        ),
        graded(1, "assert [kind(1), kind([2, 3]), kind('a')] == ['int', 'list of 2', 'else']"),
        graded(1, "import typing\nassert typing.get_type_hints(kind)['return'] is str"),
        graded(1, "Colour.RED"),
        graded(1, "assert Colour(1) is Colour.RED and Colour['RED'].value == 1"),
        graded(1, "(n := 10)\nassert n == 10"),
    ],
}
