"""What a function returns, written out as one expression."""

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
    "a lambda": "def f(x, y):\n    g = lambda n: n + y\n    return g(x)\n",
    "a choice that is known": (
        "def f(x, y):\n    how = 'sum'\n    if how == 'difference':\n        return x - y\n"
        "    return {'sum': x + y, **{'sum': x * y}}[how] if how is not None else 0\n"
    ),
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


LOOPS = {
    "what a loop carries": "def f(x, y):\n    for n in range(y):\n        x = x + n\n    return x\n",
    "a list that grows": (
        "def f(x, y):\n    path = [x]\n    for n in range(y):\n        x = 2 * x\n"
        "        path.append(x)\n    return path\n"
    ),
    "a return inside": (
        "def f(x, y):\n    for n in range(9):\n        if n * n >= x:\n            return n + y\n"
        "    return None\n"
    ),
    "a return inside of two": (
        "def f(x, y):\n    for n in range(x):\n        for m in range(n):\n"
        "            if n * m > y:\n                return n, m\n    return y\n"
    ),
    "a loop that is left, and a turn that is": (
        "def f(x, y):\n    total = 0\n    for n in range(9):\n        if n == y:\n"
        "            continue\n        if n > x:\n            break\n        total += n\n"
        "    return total\n"
    ),
    "entries that are stored": (
        "def f(x, y):\n    found = [0] * (x + y)\n    for n, v in enumerate(range(x, x + y)):\n"
        "        found[n] = v\n        found[n + 1] -= 1\n    return found\n"
    ),
    "one loop after another": (
        "def f(x, y):\n    for n in range(x):\n        y = y + n\n    for n in range(3):\n"
        "        x = x + y\n    return x, y\n"
    ),
    "a helper with a loop, and a function for it": (
        "def _repeat(step, begin, count):\n    value = begin\n    for _ in range(count):\n"
        "        value = step(value)\n    return value\n"
        "def f(x, y):\n    def step(value):\n        return value + y\n"
        "    return _repeat(step, x, 3) + _repeat(lambda value: 2 * value, x, 2)\n"
    ),
    "a list that is made for the loop": (
        "def _pairs(x, y):\n    return [(n, n + y) for n in range(x)]\n"
        "def f(x, y):\n    total = 0\n    for n, m in _pairs(x, y):\n        total += n * m\n"
        "    return total\n"
    ),
    "functions by their names": (
        "def f(x, y):\n    ways = {'once': lambda n: n + y, 'twice': lambda n: n + 2 * y}\n"
        "    return {name: way(x) for name, way in {**ways, 'once': ways['twice']}.items()}\n"
    ),
}


@pytest.mark.parametrize("text", LOOPS.values(), ids=LOOPS)
def test_loops_are_written_out_as_well(text):
    """They are one expression, which returns the same."""
    found = inline(text, "f")
    assert found is not None
    whole, original = load(found.source("f"), "f"), load(text, "f")
    for given in ((7, 3), (3, 7), (4, 4)):
        assert whole(*given) == original(*given)


def test_loops_that_do_the_same_are_written_out_alike():
    """Whether a list of batches is made first, and by a helper, or not."""
    plain = (
        "def f(x, y):\n    w = 0\n    for start in range(0, x, y):\n        w = w + start * y\n"
        "    return w\n"
    )
    helped = (
        "def _starts(x, y):\n    return [first for first in range(0, x, y)]\n"
        "def f(x, y):\n    w = 0\n    for batch in _starts(x, y):\n        old = w\n"
        "        w = old + batch * y\n    return w\n"
    )
    assert inline(plain, "f").source("f") == inline(helped, "f").source("f")


NOT_WRITTEN_OUT = {
    "a loop of which nobody knows how often": (
        "def f(x):\n    while x > 3:\n        x = x - 1\n    return x\n"
    ),
    "what is left of the last turn": (
        "def f(x):\n    for n in range(3):\n        y = x + n\n    return y\n"
    ),
    "a slice that is stored": "def f(x):\n    y = [x] * 3\n    y[:2] = [1]\n    return y\n",
    "a function that calls itself": "def f(x):\n    return f(x - 1) if x else 0\n",
    "a change in place": "def f(x):\n    x[0] = 2\n    return x\n",
    "a class": "class f:\n    pass\n",
    "another name": "def g(x):\n    return x\n",
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
