"""What source notebooks import is read from their text."""

from __future__ import annotations

import json

from autograder.nbgrader.source_imports import (
    imported_modules,
    large_modules,
    source_texts,
    written_modules,
)
from tests.nbgrader.plain_course import answer_cell, source_notebook


def test_lines_that_import():
    """By whole names, wherever they stand; what is imported from here is none of them."""
    text = (
        "import numpy as np, os\n    import scipy.stats\nfrom scipy import optimize, linalg as la\n"
        "from math import (\n    pi)\nfrom . import own\nfrom sklearn.svm import SVC  # import this\n"
        "x = 'import nothing'\nimportant = 1"
    )
    assert imported_modules([text]) == {
        *("numpy", "scipy.stats", "scipy", "scipy.optimize", "scipy.linalg", "math"),
        *("sklearn.svm", "sklearn.svm.SVC"),
    }


def test_modules_that_cells_write():
    """To be imported by those that follow."""
    texts = [
        "%%writefile shapes.py\ndef area(): pass",
        "# a helper\n%%writefile no.py",
        "%%file -a tools/more.py\nx = 1",
        "%%writefile 'quoted.py'\nx = 1",
        "%%writefile data.csv\n1,2",
        "%%writefile\nx",
    ]
    assert written_modules(texts) == {"shapes", "tools", "quoted"}


def test_what_takes_long_is_found_in_all_notebooks(tmp_path):
    """A notebook that cannot be read has nothing."""
    for name, source in {"a": "import pandas as pd", "b": "import os, numpy\nimport sympy"}.items():
        whole = source_notebook(answer_cell("x", source))
        (tmp_path / f"{name}.ipynb").write_text(json.dumps(whole), encoding="utf-8")
    (tmp_path / "c.ipynb").write_text("{", encoding="utf-8")
    assert [path.name for path, _ in source_texts(tmp_path)] == ["a.ipynb", "b.ipynb"]
    assert large_modules(tmp_path) == ("pandas", "sympy")
    assert large_modules(tmp_path / "nowhere") == ()
