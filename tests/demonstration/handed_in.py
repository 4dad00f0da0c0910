"""What a class hands in for the exercises on gradient descent, and what each of it must earn."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["ASSIGNMENT", "FULL", "KINDS", "Kind", "Material", "read_material"]

ASSIGNMENT = "gradient_descent"
POINTS = {
    "minibatches": 12,
    "gradient_step": 11,
    "linear_regression_gradient": 12,
    "train_linear_regression": 15,
    "gradient_noise": 13,
    "descend_landscape": 15,
}
FULL = sum(POINTS.values())

Files = dict[str, bytes]
Notebook = dict[str, Any]
NOTEBOOK = f"{ASSIGNMENT}.ipynb"

_REGION = re.compile(r"^ *### (?:BEGIN|END) SOLUTION\n", re.MULTILINE)


@dataclass(frozen=True)
class Material:
    """What a student begins with, and right answers.

    Attributes:
        blank: the notebook that was handed out.
        stubs: the files that were handed out, by exercise.
        right: a right answer, by exercise.
    """

    blank: Notebook
    stubs: dict[str, str]
    right: dict[str, str]

    def notebook(self, before: dict[str, str] | None = None, **answers: str) -> Notebook:
        """A notebook with right answers, but for those that are given.

        Args:
            before: by exercise, the source of a cell above its answer.
            answers: by exercise.
        """
        made = copy.deepcopy(self.blank)
        for name, source in (self.right | answers).items():
            cell = next(each for each in made["cells"] if each["id"] == f"{name}-answer")
            cell["source"] = source
            if name in (before or {}):
                made["cells"].insert(made["cells"].index(cell), code_cell(before[name], "above"))
        return made

    def files(self, **answers: str) -> Files:
        """The right files, but for those that are given."""
        return {f"{name}.py": text.encode() for name, text in (self.right | answers).items()}


def read_material(root: Path) -> Material:
    """The material of a course that is built and released."""
    release = root / "release" / ASSIGNMENT / NOTEBOOK
    solutions, exercises = root / "solutions" / ASSIGNMENT, root / "exercises" / ASSIGNMENT
    references = {name: (solutions / name / "reference.py").read_text("utf-8") for name in POINTS}
    return Material(
        json.loads(release.read_text("utf-8")),
        {name: (exercises / f"{name}.py").read_text("utf-8") for name in POINTS},
        {name: _REGION.sub("", text) for name, text in references.items()},
    )


def code_cell(source: str, name: str, *outputs: Any) -> dict[str, Any]:
    """A code cell of a student's own."""
    cell = {"cell_type": "code", "id": name, "metadata": {}, "source": source}
    return cell | {"execution_count": None, "outputs": list(outputs)}


def saved(notebook: Notebook) -> bytes:
    """A notebook as a file."""
    return json.dumps(notebook, ensure_ascii=False).encode()


@dataclass(frozen=True)
class Kind:
    """One kind of hand-in.

    Attributes:
        attempts: the files of each attempt by their paths, from the first to the one that counts.
        lost: by exercise, the points that it does not earn.
    """

    attempts: Callable[[Material], list[Files]]
    lost: dict[str, int] = field(default_factory=dict)

    @property
    def score(self) -> int:
        """What it must earn."""
        return FULL - sum(self.lost.values())


def _kind(made: Callable[[Material], Notebook], **lost: int) -> Kind:
    """One notebook, under its name."""
    return Kind(lambda material: [{NOTEBOOK: saved(made(material))}], lost)


def _at(path: str) -> Kind:
    """The right notebook, under another name."""
    return Kind(lambda material: [{path: saved(material.notebook())}])


_HELPER_FOR_STEP = "def delta(g, lr):\n    return lr * g\n\n\n"
_STEP_BY_HELPER = "def gradient_step(w, grad, lr):\n    return w - delta(grad, lr)\n"
_HELPER_FOR_GRADIENT = "def delta(X, w, y):\n    return X @ w - y\n\n\n"
_GRADIENT_BY_HELPER = (
    "def linear_regression_gradient(w, X, y):\n    return 2 / len(y) * (X.T @ delta(X, w, y))\n"
)
_EXPERIMENT = (
    "import time\nbegun = time.time()\nwhile time.time() - begun < 1.5:\n"
    "    gradient_step(np.ones(3), np.ones(3), 0.1)\nprint('experiment', {number})\n"
)
_WRITES_HELPERS = "%%writefile optim_helpers.py\ndef step(w, g, lr):\n    return w - lr * g\n"
_STEP_FROM_FILE = (
    "from optim_helpers import step\n\n\n"
    "def gradient_step(w, grad, lr):\n    return step(w, grad, lr)\n"
)
_WINDOW = "import matplotlib\nmatplotlib.use('TkAgg')\nimport matplotlib.pyplot as plt\n\n\n"
_CLIMBS = "def gradient_step(w, grad, lr):\n    return w + lr * grad\n"
_IN_PLACE = "def gradient_step(w, grad, lr):\n    w -= lr * grad\n    return w\n"
_IN_PLACE_TOO = "import numpy as np\n\n\n" + _IN_PLACE
_NO_COLON = "def gradient_step(w, grad, lr)\n    return w - lr * grad\n"
_DROPS_THE_REST = (
    "def minibatches(order, batch_size):\n"
    "    whole = len(order) // batch_size\n"
    "    return [order[k * batch_size : (k + 1) * batch_size] for k in range(whole)]\n"
)
_SUMS = "def linear_regression_gradient(w, X, y):\n    return 2 * X.T @ (X @ w - y)\n"
_ENDLESS = (
    "def gradient_noise(w, X, y, batch_size, order):\n    start = 0\n"
    "    while start < len(order):\n        X[order[start]]\n    return 0.0\n"
)
_RAISES = (
    "def descend_landscape(grad, w0, lr, noise):\n    path = [w0]\n    for error in noise:\n"
    "        path.append(path[-1] - lr * (gradient(path[-1]) + error))\n    return path\n"
)


def _experiments(material: Material) -> Notebook:
    made = material.notebook()
    numbers = range(8)
    made["cells"] += [code_cell(_EXPERIMENT.format(number=n), f"try-{n}") for n in numbers]
    return made


def _not_a_number(material: Material) -> Notebook:
    made = material.notebook()
    plot = {"data": [{"y": [1.0, float("nan"), float("inf")]}]}
    data = {"application/vnd.plotly.v1+json": plot, "text/plain": "plot"}
    output = {"output_type": "display_data", "metadata": {}, "data": data}
    made["cells"].append(code_cell("1 + 1", "plotted", output))
    return made


def _without(material: Material, *names: str) -> Notebook:
    return material.notebook(**{name: material.stubs[name] for name in names})


KINDS: dict[str, Kind] = {
    "as it should be": _at(NOTEBOOK),
    "files": Kind(lambda material: [material.files()]),
    "a helper's name twice": _kind(
        lambda m: m.notebook(
            gradient_step=_HELPER_FOR_STEP + _STEP_BY_HELPER,
            linear_regression_gradient=_HELPER_FOR_GRADIENT + _GRADIENT_BY_HELPER,
        )
    ),
    "eight slow experiments": _kind(_experiments),
    "a browser's copy": _at(f"{ASSIGNMENT} (1).ipynb"),
    "one folder too deep": _at(f"{ASSIGNMENT}/{NOTEBOOK}"),
    "installs above an answer": _kind(
        lambda m: m.notebook(gradient_step="!pip install numpy\n" + m.right["gradient_step"])
    ),
    "opens a window": _kind(lambda m: m.notebook(gradient_step=_WINDOW + m.right["gradient_step"])),
    "opens a window in a file": Kind(
        lambda m: [m.files(gradient_step=_WINDOW + m.right["gradient_step"])]
    ),
    "writes a module": _kind(
        lambda m: m.notebook({"gradient_step": _WRITES_HELPERS}, gradient_step=_STEP_FROM_FILE)
    ),
    "no number in an output": _kind(_not_a_number),
    "better the second time": Kind(
        lambda m: [
            {NOTEBOOK: saved(m.notebook(gradient_step=_CLIMBS))},
            {NOTEBOOK: saved(m.notebook())},
        ]
    ),
    "worse the second time": Kind(
        lambda m: [
            {NOTEBOOK: saved(m.notebook())},
            {NOTEBOOK: saved(m.notebook(gradient_step=_CLIMBS))},
        ],
        {"gradient_step": 11},
    ),
    "climbs": _kind(lambda m: m.notebook(gradient_step=_CLIMBS), gradient_step=11),
    "changes its input": _kind(lambda m: m.notebook(gradient_step=_IN_PLACE_TOO), gradient_step=5),
    "drops the rest, and sums": _kind(
        lambda m: m.notebook(minibatches=_DROPS_THE_REST, linear_regression_gradient=_SUMS),
        minibatches=7,
        linear_regression_gradient=11,
    ),
    "drops the rest in a file": Kind(
        lambda m: [m.files(minibatches=_DROPS_THE_REST)], {"minibatches": 7}
    ),
    "a colon missing": _kind(lambda m: m.notebook(gradient_step=_NO_COLON), gradient_step=11),
    "an endless loop": _kind(lambda m: m.notebook(gradient_noise=_ENDLESS), gradient_noise=13),
    "a name that is not there": _kind(
        lambda m: m.notebook(descend_landscape=_RAISES), descend_landscape=15
    ),
    "two not begun": _kind(
        lambda m: _without(m, "gradient_noise", "descend_landscape"),
        gradient_noise=13,
        descend_landscape=15,
    ),
    "as handed out": _kind(lambda m: m.blank, **POINTS),
    "half a file": Kind(lambda m: [{NOTEBOOK: saved(m.notebook())[:4000]}], POINTS),
}
"""By what is odd about it. What a mistake keeps stands in docs/points.md."""
