"""What an answer may not use and what it has to: seen in its code, and while it runs."""

from __future__ import annotations

import textwrap

import numpy as np
import pytest

from autograder.sandbox.call import Call
from autograder.sandbox.codec import plain_copy
from autograder.sandbox.guest.case_call import call_on_case

FORBIDDEN = ("numpy.linalg.lstsq", "builtins.sorted", "loops")

USES = {
    "by its whole name": (
        "import numpy as np",
        "return np.linalg.lstsq(A, b)[0]",
        "numpy.linalg.lstsq",
    ),
    "imported under another name": (
        "from numpy.linalg import lstsq as best",
        "return best(A, b)[0]",
        "numpy.linalg.lstsq",
    ),
    "imported inside": (
        "",
        "from numpy.linalg import lstsq\nreturn lstsq(A, b)[0]",
        "numpy.linalg.lstsq",
    ),
    "a module imported inside": (
        "",
        "import numpy.linalg as la\nreturn la.lstsq(A, b)[0]",
        "numpy.linalg.lstsq",
    ),
    "by getattr": (
        "import numpy as np",
        "return getattr(np.linalg, 'lst' + 'sq')(A, b)[0]",
        "numpy.linalg.lstsq",
    ),
    "kept in a list": (
        "import numpy as np\ntools = [np.linalg.lstsq]",
        "return tools[0](A, b)[0]",
        "numpy.linalg.lstsq",
    ),
    "by another function of the library": (
        "import numpy as np",
        "return np.polyfit(b, b, 1)",
        "numpy.linalg.lstsq",
    ),
    "in a helper": (
        "import numpy as np\ndef helper(A, b):\n    return np.linalg.lstsq(A, b)[0]",
        "return helper(A, b)",
        "numpy.linalg.lstsq",
    ),
    "a built-in function": ("", "return sorted(b)[0]", "builtins.sorted"),
    "a loop": ("", "total = 0\nfor each in b:\n    total += each\nreturn total", "loops"),
    "a while loop": ("", "n = 3\nwhile n:\n    n -= 1\nreturn n", "loops"),
    "a comprehension": ("", "return [each for each in b]", "loops"),
}
LINES = {
    "by its whole name": 3,
    "kept in a list": 4,
    "in a helper": 3,
    "by getattr": 3,
    "a loop": 4,
}


def asked(before, body, forbid=FORBIDDEN, require=()):
    """What a function of a submission leads to, called on a small system."""
    source = f"{before}\ndef f(A, b):\n{textwrap.indent(body, '    ')}\n"
    namespace: dict = {}
    exec(compile(source, "<submission 0>", "exec"), namespace)
    inputs = {"A": np.eye(3) + 1.0, "b": np.array([3.0, 1.0, 2.0])}
    return call_on_case(
        namespace, Call("f", plain_copy(inputs), forbid=forbid, require=require), 1000
    )


@pytest.mark.parametrize("use", USES)
def test_what_is_forbidden_is_seen_however_it_is_written(use):
    """Where it is seen in the code or on the way, the line is that of the submission."""
    before, body, rule = USES[use]
    error = asked(before, body)["error"]
    assert (error["kind"], error["type"], error["piece"]) == ("forbidden", rule, 0)
    assert error["line"] == LINES.get(use, error["line"])
    assert isinstance(error["line"], int)


@pytest.mark.parametrize(
    ("before", "body"),
    [
        ("import numpy as np", "q, r = np.linalg.qr(A)\nreturn np.linalg.solve(r, q.T @ b)"),
        ("lstsq = 5\nfrom numpy import linalg", "return b * lstsq"),
        ("def unused(b):\n    for each in b: pass", "return b"),
    ],
)
def test_what_uses_nothing_forbidden_is_called(before, body):
    """Other functions, a name that is the same, a loop in a function that is not used."""
    assert "output" in asked(before, body)


def test_functions_are_as_they_were_afterwards():
    """Nothing that stands in for a forbidden function stays."""
    before = np.linalg.lstsq
    asked(*USES["by getattr"][:2])
    assert np.linalg.lstsq is before


def test_what_is_required_counts_in_the_code_and_while_it_runs():
    """A function by name or by getattr, recursion by itself or through a helper."""
    qr = {"forbid": (), "require": ("numpy.linalg.qr",)}
    assert "output" in asked("import numpy as np", "return np.linalg.qr(A)[1]", **qr)
    assert "output" in asked(
        "import numpy as np", "return getattr(np.linalg, 'q' + 'r')(A)[1]", **qr
    )
    error = asked("", "return b", **qr)["error"]
    assert (error["kind"], error["type"], error["line"]) == ("required", "numpy.linalg.qr", None)
    recursion = {"forbid": (), "require": ("recursion",)}
    assert "output" in asked("", "return b if len(b) < 2 else f(A, b[1:])", **recursion)
    through = "def g(b):\n    return f(None, b[1:])"
    assert "output" in asked(through, "return b if len(b) < 2 else g(b)", **recursion)
    assert asked("", "return b[1:]", **recursion)["error"]["kind"] == "required"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("def go(y):\n    return y if len(y) < 2 else go(y[1:])\nreturn go(b)", None),
        ("def one(y):\n    return [two(x) for x in (y,)][0] if len(y) > 1 else y\n"
         "def two(y):\n    return one(y[1:])\nreturn one(b)", None),
        ("def go(y):\n    return y[1:]\ndef twice(y):\n    return go(go(y))\nreturn twice(b)",
         "required"),
    ],
)  # fmt: skip
def test_a_function_inside_of_the_answer_may_be_the_one_that_calls_itself(body, kind):
    """Also by another one; to call another one twice is no recursion."""
    reply = asked("", body, forbid=(), require=("recursion",))
    assert (reply["error"]["kind"] if "error" in reply else None) == kind
