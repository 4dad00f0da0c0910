"""Cells of plain Python, which run whole, come to what the shell comes to, statement by statement."""

from __future__ import annotations

import pytest

from tests.sandbox.conftest import PATIENT

pytestmark = pytest.mark.sandbox

AS_THE_SHELL_DOES = "get_ipython().input_transformers_post.append(lambda lines: lines)"
"""Cells that are read in a way of one's own are left to the shell."""

CELLS = {
    "a value": ["x = 1\nprint(x)\nx + 1"],
    "what is shown stays": ["x = 5\nx", "y = _ + 1\ny", "a = [Out[2], In[2], _2]\nlen(In), a"],
    "a quiet value": ["x = 1\nx;"],
    "a semicolon in a text": ["x = 1\n'; ' + ';'"],
    "a comment behind a quiet value": ["x = 1\nx;  # why?"],
    "statements alone": ["x = 1\nfor n in range(3):\n    print(n)"],
    "comments alone": ["# one\n# two\n"],
    "a text alone": ['"""One.\n\n    \nTwo."""\n', "(__doc__, _)\n# no more"],
    "a text with an empty line": [
        "def f():\n    '''a\n   \n    b'''\n    \n    return f.__doc__\nf()"
    ],
    "empty lines first": ["\n\nx = 1\nraise ValueError(x)"],
    "an indented cell": ["    x = 1\n    y = 2\n    x + y"],
    "an error in its middle": ["print(1)\n1 / 0\nprint(2)", "x = 1\nx"],
    "an error of syntax": ["print(1)\ndef f(:\n    pass"],
    "what only compiling finds": ["print(1)\nreturn 2", "print(1)\nfor x in y:\n    pass\nbreak"],
    "names of the future in the middle": ["x = 1\nfrom __future__ import annotations\nx"],
    "names of the future": ["from __future__ import annotations\nx = 1", "def f(a: no): pass\nf"],
    "waiting": ["import asyncio\nprint(1)\nawait asyncio.sleep(0)\n2"],
    "waiting in a loop": ["async def each():\n    yield 1\nasync for x in each():\n    print(x)"],
    "tasks of its own": [
        "import asyncio\nasync def f(): print('f')\ntask = asyncio.create_task(f())\nprint(1)",
        "x = task.done()\nx",
    ],
    "a remainder at the start of a line": ["x = (7\n  % 4)\nx"],
    "a prompt in a text": ['def f():\n    """\n    >>> f()\n    """\nf.__doc__'],
    "prompts": [">>> x = 1\n>>> x + 1", "In [1]: x = 1\n   ...: x"],
    "a line magic": ["%pylab_is_no_magic\nx = 1", "x = 1\n%who_ls\n"],
    "a magic without a sign": ["xmode\n", "x = 1\nautocall"],
    "help": ["x = 1\nx?"],
    "a program": ["x = 1\n!ls\nx"],
    "a magic of the whole cell": ["%%capture told\nprint(1)\n2", "x = told.stdout\nx"],
    "a cell in a cell": ["ip = get_ipython()\nip.run_cell('a = 1\\na + 1')\na + 2"],
    "every value": [
        "get_ipython().ast_node_interactivity = 'all'\n1",
        "x = 1\nx\nx + 1",
    ],
    "the end": ["print(1)\nraise SystemExit(3)", "x = 1\nx"],
    "what is shown of an error": ["class A:\n    def __repr__(self): return 1 / 0\nA()"],
    "display": ["for n in range(2):\n    display(n)\nNone"],
    "a name that is printed": ["def f():\n    return f.__module__, __name__\nf()"],
    "annotations": ["x: int = 1\ny: str = 'a'\n__annotations__"],
    "its own line": ["import inspect\ndef f():\n    return 1\ninspect.getsource(f)"],
    "lines that Python does not end": ["x = 'a\x0cb'\ny = 1\nraise ValueError(x)"],
    "who handles what is raised": ["import sys\nhook = sys.excepthook\nhook is sys.__excepthook__"],
    "a tree of its own": [
        "import ast\nclass Twice(ast.NodeTransformer):\n"
        "    def visit_Constant(self, node): return ast.Constant(node.value * 2)\n"
        "get_ipython().ast_transformers.append(Twice())",
        "x = 2\nx",
    ],
}


@pytest.mark.parametrize("what", CELLS)
def test_it_is_as_the_shell_has_it(made, what):
    """What is printed, shown and raised, and where."""

    def replies(first):
        with made("none").session() as session:
            assert session.run_cell(first, 1, PATIENT).error is None
            return [
                session.run_cell(each, number, PATIENT)
                for number, each in enumerate(CELLS[what], 2)
            ]

    assert replies("0;\n0;") == replies(f"{AS_THE_SHELL_DOES}\n0;")


def test_a_plain_cell_is_not_read_by_the_shell(made):
    """Reading it is what takes the shell longest."""
    count = "ip = get_ipython()\nread = []\nold = ip.transform_cell\n"
    count += "ip.transform_cell = lambda text: (read.append(text), old(text))[1]"
    with made("none").session() as session:
        cells = [count, "x = 1\nx", "%who_ls\nx", "y = len(read)\ny"]
        replies = [session.run_cell(each, n, PATIENT) for n, each in enumerate(cells)]
    assert replies[-1].result == "1"
