"""IPython beyond Python: magics, history, await, shells."""

from __future__ import annotations

from tests.nbgrader.parity.cells import Cell, answer, code, graded

__all__ = ["NOTEBOOKS"]

NOTEBOOKS: dict[str, list[Cell]] = {
    "a module is written, imported and run": [
        answer(
            "%%writefile shapes.py\ndef area(w, h):\n    return w * h\n\nif __name__ == '__main__':\n    ran = area(2, 3)\n    print('main', ran)"
        ),
        code("import shapes"),
        graded(1, "assert shapes.area(2, 3) == 6"),
        graded(1, "%run shapes.py\nassert ran == 6"),
        graded(
            1,
            "from pathlib import Path\nassert Path('shapes.py').read_text().startswith('def area')",
        ),
    ],
    "modules are read again as they change": [
        code("%load_ext autoreload\n%autoreload 2"),
        answer("%%writefile changing.py\ndef version():\n    return 1"),
        code("import changing\nchanging.version()"),
        answer("%%writefile changing.py\ndef version():\n    return 'second'\n"),
        graded(
            1, "import importlib\nimportlib.reload(changing)\nassert changing.version() == 'second'"
        ),
    ],
    "time is measured by magics": [
        answer("%time total = sum(range(1000))"),
        graded(1, "assert total == 499500"),
        code("%%time\nbig = [k ** 2 for k in range(1000)]\nbig[-1]"),
        graded(1, "result = %timeit -n 2 -r 2 -q -o sum(big)\nassert result.best > 0"),
        graded(1, "%timeit -n 1 -r 1 sum(big)"),
    ],
    "output is captured": [
        answer("%%capture caught\nprint('inside')\nimport sys\nprint('aside', file=sys.stderr)\n5"),
        graded(1, "assert caught.stdout == 'inside\\n'"),
        graded(1, "assert caught.stderr == 'aside\\n'"),
        graded(
            1,
            "from IPython.utils.capture import capture_output\nwith capture_output() as c:\n    print('again')\nassert c.stdout == 'again\\n'",
        ),
        graded(1, "%%capture\nassert False"),
        graded(1, "%%capture\nprint('hidden')"),
    ],
    "history as a kernel has it": [
        code("1 + 1"),
        code("_ * 10"),
        graded(1, "assert _ == 20"),
        graded(1, "assert Out[1] == 2 and _2 == 20"),
        graded(1, "assert In[1] == '1 + 1'"),
        graded(1, "assert '__' in globals() and _ih[2] == '_ * 10'"),
        code("'quiet';"),
        graded(1, "assert len(In) == 8"),
        graded(1, "assert sorted(Out) == [1, 2, 7]"),
    ],
    "await at top level": [
        code("import asyncio"),
        answer("async def slow(x):\n    await asyncio.sleep(0.01)\n    return x * 2"),
        code("await slow(3)"),
        graded(1, "assert await slow(2) == 4"),
        graded(
            2,
            "values = await asyncio.gather(*[slow(k) for k in range(3)])\nassert values == [0, 2, 4]",
        ),
        graded(1, "asyncio.run(slow(1))"),
        graded(1, "async for _ in []:\n    pass"),
    ],
    "a task of an earlier cell goes on": [
        code("import asyncio\ndone = []"),
        answer(
            "async def work():\n    await asyncio.sleep(0)\n    done.append(1)\njob = asyncio.create_task(work())"
        ),
        graded(1, "await asyncio.sleep(0.05)\nassert done == [1]"),
        graded(1, "assert job.done()"),
    ],
    "a coroutine that nobody awaits": [
        answer("async def f():\n    return 1\nf()"),
        code("f();"),
        graded(1, "import gc\ngc.collect();"),
        graded(1, "assert await f() == 1"),
    ],
    "questions and shells": [
        answer("len?"),
        code("!echo hello"),
        code("files = !ls"),
        graded(1, "x = 1"),
        graded(1, "assert get_ipython() is not None"),
        graded(1, "get_ipython().run_line_magic('matplotlib', 'inline')"),
        graded(1, "%nosuchmagic"),
        graded(1, "%config InlineBackend.figure_format = 'png'"),
        graded(1, "%precision 3\n0.12345"),
    ],
    "magics that list": [
        answer("alpha = 1\n%who\n%whos\n%pwd"),
        graded(1, "%reset_selective -f alpha\nassert 'alpha' not in globals()"),
        graded(1, "%env HOMEWORK=1\nimport os\nassert os.environ['HOMEWORK'] == '1'"),
        graded(1, "%lsmagic"),
        graded(1, "%%python_is_not_a_magic\n1"),
    ],
    "other cells by their magics": [
        code("%%html\n<b>bold</b>"),
        code("%%latex\n$x^2$"),
        code("%%markdown\n# Title"),
        code("%%javascript\n1"),
        graded(1, "%%html\n<i>graded</i>"),
        graded(1, "%%time\nassert True"),
    ],
}
