"""Right answers with what people write around them: each earns full marks in every way of grading.

They are answers to the toy course. A notebook is a tuple of cells, of which the last is the answer
to `double`; files are the two answers by their names.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

__all__ = ["FILES", "NOTEBOOKS", "SAVED"]

_DOUBLE = """
def double(x):
    return x + x
"""
_COUNTER = """
class Counter:
    def __init__(self, step):
        self.step, self.count = step, 0

    def next(self):
        self.count += self.step
        return self.count
"""

NOTEBOOKS: dict[str, tuple[str, ...]] = {
    "pip": ("!pip install numpy\n%pip install numpy\n%conda install numpy\n" + _DOUBLE,),
    "shell": (
        "!ls\nfiles = !ls\nassert list(files) == [] and files.n == ''\n"
        "get_ipython().system('ls')\nget_ipython().getoutput('ls')\n!!ls\n%ls\n%sx ls\n" + _DOUBLE,
    ),
    "os.system": ("import os\nos.system('pip install numpy')\n" + _DOUBLE,),
    "bash": ("%%bash\npip install numpy", "%%sh\nls", "%%script bash\nls", "%%!\nls", _DOUBLE),
    "shell in a function": ("def double(x):\n    !echo {x}\n    return x + x",),
    "programs that are not there": (
        "import subprocess, multiprocessing, os, urllib.request\n"
        "for start in (lambda: subprocess.run(['ls']), lambda: subprocess.getoutput('ls'),\n"
        "              lambda: os.popen('ls'), os.fork, lambda: os.execvp('ls', ['ls']),\n"
        "              lambda: os.spawnlp(os.P_WAIT, 'ls', 'ls'), multiprocessing.Pool,\n"
        "              lambda: multiprocessing.Process(target=print).start(),\n"
        "              lambda: urllib.request.urlopen('http://127.0.0.1:9/')):\n"
        "    try:\n        start()\n    except OSError as error:\n"
        "        assert 'other programs are not run when this is graded' in str(error), error\n"
        "    else:\n        raise AssertionError('it was run')\n" + _DOUBLE,
    ),
    "TkAgg": (
        "import matplotlib\nmatplotlib.use('TkAgg')\nimport matplotlib.pyplot as plt\n"
        "plt.switch_backend('Qt5Agg')\nmatplotlib.use('module://ipympl.backend_nbagg')\n"
        "plt.plot([1, 2]); plt.show()\n" + _DOUBLE,
    ),
    "%matplotlib": (
        "%matplotlib tk\n%matplotlib qt\n%matplotlib notebook\n%matplotlib widget\n"
        "%matplotlib inline\n%matplotlib\n%gui qt\n%pylab inline\n" + _DOUBLE,
    ),
    "retina": (
        "%matplotlib inline\n%config InlineBackend.figure_format = 'retina'\n"
        "%config InlineBackend.rc = {}\n" + _DOUBLE,
    ),
    "inline formats": (
        "from matplotlib_inline.backend_inline import set_matplotlib_formats\n"
        "set_matplotlib_formats('svg')\n" + _DOUBLE,
    ),
    "await": (
        "import asyncio\nasync def two():\n    await asyncio.sleep(0)\n    return 2\n"
        "factor = await two()\ndef double(x):\n    return factor * x",
    ),
    "asyncio.run": (
        "import asyncio\nasync def two():\n"
        "    return sum(await asyncio.gather(asyncio.to_thread(int, 1), asyncio.sleep(0, 1)))\n"
        "factor = asyncio.run(two())\ndef double(x):\n    return factor * x",
    ),
    "asyncio.run in an answer": (
        "import asyncio\nasync def twice(x):\n    return 2 * x\n"
        "def double(x):\n    return asyncio.run(twice(x))",
    ),
    "autoreload": ("%load_ext autoreload\n%autoreload 2\nimport numpy as np", "1", _DOUBLE),
    "writefile": ("%%writefile helpers.py\nFACTOR = 2", "import helpers\n" + _DOUBLE),
    "writefile twice": (
        "try:\n    import helpers\nexcept ImportError:\n    pass",
        "%%writefile helpers.py\nFACTOR = 3",
        "import helpers",
        "%%writefile helpers.py\nFACTOR = 2",
        "import importlib\nimportlib.reload(helpers)\n"
        "def double(x):\n    return helpers.FACTOR * x",
    ),
    "autoreload of a file": (
        "%load_ext autoreload\n%autoreload 2\n",
        "%%writefile helpers.py\ndef factor():\n    return 3",
        "import helpers\nimport time\ntime.sleep(0.05)",
        "%%writefile helpers.py\ndef factor():\n    return 1 + 1",
        "def double(x):\n    return helpers.factor() * x",
    ),
    "a file in a folder": (
        "import os\nimport matplotlib.pyplot as plt\nos.makedirs('figures/small', exist_ok=True)\n"
        "plt.plot([1, 2]); plt.savefig('figures/small/a.png')\n"
        "open('figures/n.txt', 'w').write('2')\n"
        "def double(x):\n    return int(open('figures/n.txt').read()) * x",
    ),
    "cd": (
        "import os\nos.makedirs('work')\n%cd work\nimport helpers_of_nobody_are_not_there",
        "%cd work\n%pwd\n" + _DOUBLE,
    ),
    "package of one's own": (
        "%mkdir ignored\nimport os\nos.makedirs('mine', exist_ok=True)",
        "%%writefile mine/__init__.py\nFACTOR = 2",
        "from mine import FACTOR\ndef double(x):\n    return FACTOR * x",
    ),
    "input": (
        "try:\n    name = input('name? ')\nexcept EOFError as error:\n"
        "    assert 'nobody is there to type' in str(error)\n" + _DOUBLE,
    ),
}
"""By what is in them."""

FILES: dict[str, dict[str, str]] = {
    "TkAgg": {
        "double": "import matplotlib\nmatplotlib.use('TkAgg')\n"
        "from matplotlib import pyplot as plt\nplt.figure(); plt.show()\n" + _DOUBLE,
        "Counter": _COUNTER,
    },
    "files import each other": {
        "double": "from Counter import Counter\ndef double(x):\n"
        "    counter = Counter(x)\n    counter.next()\n    return counter.next()",
        "Counter": "import double\n" + _COUNTER,
    },
    "a figure": {
        "double": "import os, asyncio\nos.makedirs('figures', exist_ok=True)\n"
        "os.system('ls')\nasyncio.run(asyncio.sleep(0))\n"
        "open('figures/x.txt', 'w').close()\n" + _DOUBLE,
        "Counter": _COUNTER,
    },
    "a module that it writes": {
        "double": "open('written.py', 'w').write('two = 2\\n')\nfrom written import two\n"
        "def double(x):\n    return two * x",
        "Counter": _COUNTER,
    },
}


def _outputs(*outputs: Any) -> Callable[[dict[str, Any]], bytes]:
    def save(notebook: dict[str, Any]) -> bytes:
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"] = list(outputs)
        return json.dumps(notebook).encode()

    return save


def _older(notebook: dict[str, Any]) -> bytes:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["input"] = cell.pop("source")
            cell["prompt_number"] = cell.pop("execution_count", None)
    sheet = {"cells": notebook["cells"], "metadata": {}}
    return json.dumps({"worksheets": [sheet], "metadata": {"name": ""}, "nbformat": 3}).encode()


SAVED: dict[str, Callable[[dict[str, Any]], bytes]] = {
    "NaN": _outputs({"output_type": "display_data", "data": {"application/json": [float("nan")]}}),
    "infinity": _outputs({"output_type": "stream", "text": float("-inf")}),
    "half a character": _outputs({"output_type": "stream", "name": "stdout", "text": "\ud83d"}),
    "an animation": _outputs(
        {"output_type": "display_data", "data": {"text/html": "x" * (6 << 20)}}
    ),
    "nbformat 3": _older,
}
"""How a right notebook is saved."""
