"""What a function without loops returns, written out as one expression."""

from __future__ import annotations

import pytest

from autograder.variants.inlining import inline
from autograder.variants.listing import load

WRITTEN_OUT = {
    "steps and constants": (
        "import math\nTWO = 2\ndef f(x, y):\n    'Doc.'\n    a = TWO * x\n    a += y\n"
        "    return math.floor(a) - y\n"
    ),
    "branches": (
        "def f(x, y):\n    if x > y:\n        x = x - y\n    elif x == y:\n        return 0\n"
        "    else:\n        pass\n    return x * 10 + y\n"
    ),
    "several names at once": (
        "def f(x, y):\n    x, y = y, x\n    pair = (x, 2 * y)\n    a, b = pair\n    return a - b\n"
    ),
    "values of a call": "def f(x, y):\n    a, b = divmod(x, y)\n    return 10 * a + b\n",
    "helpers with defaults": (
        "def _help(a, b=3, *, c=5, d):\n    return a * b + c - d\n"
        "def f(x, y):\n    return _help(x, d=y) + _help(y, x, c=1, d=2)\n"
    ),
    "a helper that uses a name of its caller": (
        "def _help(x):\n    y = x + 1\n    return y\n"
        "def f(x, y):\n    return _help(y) * 100 + _help(x)\n"
    ),
    "another name of a function": "def g(x, y):\n    return x - y\nf = g\n",
    "a block with a context": (
        "import contextlib\ndef f(x, y):\n    with contextlib.nullcontext():\n        z = x * y\n"
        "    return z + 1\n"
    ),
    "nothing is returned": "def f(x, y):\n    return\n",
    "no return at all": "def f(x, y):\n    z = x\n",
    "a comprehension": "def f(x, y):\n    s = x\n    return [s * n for n in range(y)]\n",
}


@pytest.mark.parametrize("text", WRITTEN_OUT.values(), ids=WRITTEN_OUT)
def test_what_is_written_out_returns_the_same(text):
    """For arguments on every side of its branches; it is one expression then."""
    found = inline(text, "f")
    assert found is not None
    source = found.source("f")
    whole, original = load(source, "f"), load(text, "f")
    for given in ((7, 3), (3, 7), (4, 4)):
        assert whole(*given) == original(*given)
    body = source.partition("def f(x, y):\n")[2]
    assert body.count("\n") == 0
    assert body.strip().startswith("return ")


NOT_WRITTEN_OUT = {
    "a loop": "def f(x):\n    for n in range(3):\n        x = x + n\n    return x\n",
    "a change in place": "def f(x):\n    x[0] = 2\n    return x\n",
    "a class": "class f:\n    pass\n",
    "another name": "def g(x):\n    return x\n",
    "a lambda": "def f(x):\n    g = lambda x: x + 1\n    return g(x)\n",
    "a walrus": "def f(x):\n    return (y := x) + 1\n",
    "a comprehension over the same name": (
        "def f(x):\n    n = x\n    return [n for n in range(x)] + [n]\n"
    ),
    "a helper with any number of arguments": (
        "def _sum(*all):\n    return sum(all)\ndef f(x):\n    return _sum(x, x)\n"
    ),
    "arguments from a list": (
        "def _add(a, b):\n    return a + b\ndef f(x):\n    return _add(*[x, x])\n"
    ),
    "an attribute among several names": (
        "def f(x):\n    a, x.b = x.b, 2\n    return a\n"
    ),
    "what doubles at each step": (
        "def f(x):\n" + "    x = x * x\n" * 12 + "    return x\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", NOT_WRITTEN_OUT.values(), ids=NOT_WRITTEN_OUT)
def test_what_cannot_be_one_expression_is_left(text):
    """Rather than written out as something that returns otherwise."""
    assert inline(text, "f") is None
