"""Notebooks whose names change: what a student saw checked is what they earn."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.classroom import COUNTER, DOUBLE, Notebook, cell, code_cell, remove

__all__ = ["FULL", "HAND_INS", "HandIn"]

FULL = {"double": 10, "Counter": 6}


@dataclass(frozen=True)
class HandIn:
    """A notebook, and what it earns.

    Attributes:
        double: the text of the first answer.
        counter: that of the second.
        after: cells at the end.
        between: cells between the first check cell and the second answer.
        change: what else is done to the notebook.
        earns: the points of each exercise.
    """

    double: str = DOUBLE
    counter: str = COUNTER
    after: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    change: Callable[[Notebook], object] = lambda notebook: None
    earns: dict[str, int] = field(default_factory=lambda: FULL)

    def written(self, released: Notebook) -> Notebook:
        """The released notebook with all this in it."""
        notebook = copy.deepcopy(released)
        cell(notebook, "double-answer")["source"] = self.double
        cell(notebook, "Counter-answer")["source"] = self.counter
        place = _place(notebook, "double") + 1
        between = [code_cell(text, f"between-{n}") for n, text in enumerate(self.between)]
        notebook["cells"][place:place] = between
        notebook["cells"] += [code_cell(text, f"after-{n}") for n, text in enumerate(self.after)]
        self.change(notebook)
        return notebook


def _place(notebook: Notebook, name: str) -> int:
    return notebook["cells"].index(cell(notebook, name))  # type: ignore[no-any-return]


def _move_to_end(*names: str) -> Callable[[Notebook], object]:
    def change(notebook: Notebook) -> None:
        for name in names:
            moved = cell(notebook, name)
            notebook["cells"].remove(moved)
            notebook["cells"].append(moved)

    return change


def _copy_to_end(name: str, **changes: Any) -> Callable[[Notebook], object]:
    """A copy, as Jupyter makes it, below everything."""

    def change(notebook: Notebook) -> None:
        twin = copy.deepcopy(cell(notebook, name))
        twin |= {"id": f"{name}-again", **changes}
        notebook["cells"].append(twin)

    return change


def _forget_metadata(notebook: Notebook) -> None:
    for each in notebook["cells"]:
        each["metadata"] = {}


HELPED = "def helper(x):\n    return x + x\ndef double(x):\n    return helper(x)"
CONSTANT = "FACTOR = 2\ndef double(x):\n    return FACTOR * x"
HELPED_COUNTER = COUNTER.replace("self.count += self.step", "self.count = helper(self)")
OTHER_HELPER = "def helper(counter):\n    return counter.count + counter.step\n"
SLOW = "import time\ntime.sleep(0.9)"
LOOP = "while True: pass"

HAND_INS = {
    "a helper of one name in two answers": HandIn(HELPED, OTHER_HELPER + HELPED_COUNTER),
    "a constant used again": HandIn(CONSTANT, "FACTOR = 7\n" + COUNTER),
    "a constant used again in an experiment": HandIn(CONSTANT, after=("FACTOR = 'ten'",)),
    "everything of NumPy afterwards": HandIn(
        # NumPy has a `double` too.
        "def double(x):\n    return absolute(sum([x, x], start=0 * x))\n"
        "def absolute(x):\n    return x",
        after=("from numpy import *",),
    ),
    "the name bound to its own result": HandIn(after=("double = double(3)\ndouble",)),
    "all names reset": HandIn(HELPED, after=("%reset -f",)),
    "names deleted": HandIn(HELPED, after=("del helper, double, Counter",)),
    "a class of one name in two answers": HandIn(
        "class State:\n    def of(self, x): return x + x\ndef double(x):\n    return State().of(x)",
        "class State:\n    pass\n" + COUNTER,
    ),
    "a lambda": HandIn("two = 2\ndouble = lambda x: two * x", after=("two = None",)),
    "a decorator used again": HandIn(
        "import functools\ndef keep(f):\n    @functools.wraps(f)\n    def inner(*a, **k):\n"
        "        return twice(f(*a, **k))\n    return inner\n"
        "def twice(x): return 2 * x\n@keep\ndef double(x):\n    return x",
        "def keep(f): return None\ndef twice(x): return None\n" + COUNTER,
    ),
    "a module under another name": HandIn(
        "import numpy as m\ndef double(x):\n    return m.add(x, x)", after=("import math as m",)
    ),
    "the check copied below": HandIn(
        "def double(x):\n    return helper(x)",
        after=("def helper(x):\n    return x + x",),
        change=_copy_to_end("double"),
    ),
    "the check copied below without its metadata": HandIn(
        "def helper(x):\n    return x\ndef double(x):\n    return helper(x)",
        after=("def helper(x):\n    return x + x",),
        change=_copy_to_end("double", metadata={}),
    ),
    "the check typed below": HandIn(
        "def helper(x):\n    return x\ndef double(x):\n    return helper(x)",
        after=("def helper(x):\n    return x + x", 'check("double", language)  # at last'),
    ),
    "the check moved below": HandIn(
        "def helper(x):\n    return x\ndef double(x):\n    return helper(x)",
        after=("def helper(x):\n    return x + x",),
        change=_move_to_end("double"),
    ),
    "the check deleted": HandIn(
        HELPED, after=("helper = None",), change=lambda notebook: remove(notebook, "double")
    ),
    "all metadata lost": HandIn(HELPED, after=("helper = None",), change=_forget_metadata),
    "the answer moved below": HandIn(HELPED, change=_move_to_end("double-answer")),
    "the answer written anew below": HandIn(
        "def double(x):\n    return x", after=("def double(x):\n    return x + x", "two = 2")
    ),
    "an import below the check": HandIn(
        "def double(x):\n    return np.add(x, x)", after=("import numpy as np",)
    ),
    "a helper below the check": HandIn(
        "def double(x):\n    return helper(x)", after=("def helper(x):\n    return x + x",)
    ),
    "a cell that ends the process": HandIn(
        HELPED, after=("helper = None", "import os; os._exit(0)", "double = 7")
    ),
    "a loop without an end": HandIn(HELPED, after=(LOOP, "helper = None")),
    "a loop that the check stands below": HandIn(
        "def helper(x):\n    return x\ndef double(x):\n    return helper(x)",
        after=("def helper(x):\n    return x + x", LOOP),
        change=_move_to_end("double"),
    ),
    "an answer that ends the process": HandIn(
        HELPED,
        "import os\n" + OTHER_HELPER + HELPED_COUNTER.replace("self.step = step", "os._exit(0)"),
        earns={"double": 10, "Counter": 0},
    ),
    "twenty slow experiments": HandIn(after=(SLOW,) * 20),
    "many prints above an answer": HandIn("print('x' * 100_000)\n" + DOUBLE),
    "many prints in an answer": HandIn(DOUBLE.replace("return", "print('x' * 100_000); return")),
    # Nobody hands in two guesses: what a later cell puts right was wrong when it was checked.
    "a helper that is put right afterwards": HandIn(
        "def helper(x):\n    return x * 3\ndef double(x):\n    return helper(x)",
        after=("def helper(x):\n    return x + x",),
        earns={"double": 0, "Counter": 6},
    ),
    "a wrong answer below a right one": HandIn(
        after=("def double(x):\n    return 3 * x",), earns={"double": 0, "Counter": 6}
    ),
    "a helper that is never there": HandIn(
        "def double(x):\n    return helper(x)", earns={"double": 0, "Counter": 6}
    ),
    "an array changed in place": HandIn(
        "import numpy as np\nfactor = np.array(2.0)\ndef double(x):\n    return x * factor",
        after=("factor += 1",),
        earns={"double": 0, "Counter": 6},
    ),
}
