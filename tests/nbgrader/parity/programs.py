"""Programs as students and instructors write them, with what Python brings along."""

from __future__ import annotations

from tests.nbgrader.parity.cells import Cell, answer, code, graded

__all__ = ["NOTEBOOKS"]

NOTEBOOKS: dict[str, list[Cell]] = {
    "random numbers with a seed": [
        code("import random\nimport numpy as np\nnp.random.seed(42)\nrandom.seed(42)"),
        answer("throws = np.random.randint(1, 7, size=100)\nchoice = random.choice('abc')"),
        graded(1, "assert throws[:5].tolist() == [4, 5, 3, 5, 5]"),
        graded(1, "random.seed(42)\nassert random.choice('abc') == choice"),
        graded(1, "np.random.seed(1)\nassert abs(np.random.rand() - 0.417022004702574) < 1e-12"),
    ],
    "a race between two programs": [
        code("import time\nimport timeit"),
        answer(
            "def slow(n):\n    return sum(k * k for k in range(n))\ndef fast(n):\n    return (n - 1) * n * (2 * n - 1) // 6"
        ),
        graded(1, "assert slow(100) == fast(100)"),
        graded(
            1,
            "assert timeit.timeit(lambda: fast(20000), number=3) < timeit.timeit(lambda: slow(20000), number=3)",
        ),
        graded(
            1,
            "start = time.perf_counter()\ntime.sleep(0.05)\nassert 0.04 < time.perf_counter() - start < 2",
        ),
        graded(1, "assert time.time() > 1_600_000_000\nassert time.process_time() > 0"),
    ],
    "the source is looked at": [
        answer(
            "def loop(n):\n    total = 0\n    for k in range(n):\n        total += k\n    return total"
        ),
        graded(1, "import inspect\nassert 'for' in inspect.getsource(loop)"),
        graded(
            1,
            "import ast\ntree = ast.parse(inspect.getsource(loop))\nassert any(isinstance(n, ast.For) for n in ast.walk(tree))",
        ),
        graded(1, "assert list(inspect.signature(loop).parameters) == ['n']"),
        graded(1, "assert 'sum(' in inspect.getsource(loop), 'use sum'"),
        graded(1, "assert 'range' in loop.__code__.co_names"),
        graded(
            1, "assert loop.__module__ == '__main__'\nimport __main__\nassert __main__.loop is loop"
        ),
    ],
    "doctests": [
        answer(
            'def double(x):\n    """\n    >>> double(2)\n    4\n    >>> double("a")\n    \'aa\'\n    """\n    return 2 * x'
        ),
        graded(1, "import doctest\nassert doctest.testmod().failed == 0"),
        graded(1, "doctest.run_docstring_examples(double, globals())"),
        graded(1, "assert double.__doc__"),
    ],
    "classes, data classes, generators": [
        answer("""
            from dataclasses import dataclass, field
            from functools import lru_cache
            @dataclass(order=True)
            class Account:
                owner: str
                balance: float = 0.0
                log: list = field(default_factory=list, compare=False)
                def deposit(self, amount):
                    self.balance += amount
                    self.log.append(amount)
            @lru_cache
            def fib(n):
                return n if n < 2 else fib(n - 1) + fib(n - 2)
            def primes():
                found = []
                n = 2
                while True:
                    if all(n % p for p in found):
                        found.append(n)
                        yield n
                    n += 1
        """),
        graded(1, "a = Account('Kim')\na.deposit(5)\nassert a == Account('Kim', 5)\na"),
        graded(1, "assert fib(80) == 23416728348467685 and fib.cache_info().hits"),
        graded(
            1, "from itertools import islice\nassert list(islice(primes(), 5)) == [2, 3, 5, 7, 11]"
        ),
        graded(
            1,
            "import pickle, copy\nassert pickle.loads(pickle.dumps(a)) == a\nassert copy.deepcopy(a) is not a",
        ),
        graded(1, "with __import__('pytest').raises(TypeError):\n    Account()"),
    ],
    "names of Python are overwritten": [
        answer("list = [1, 2]\nsum = 3\nprint_ = print"),
        graded(1, "assert list == [1, 2]"),
        graded(1, "list((1, 2))"),
        graded(1, "del list\nassert list((1,)) == [1]"),
        graded(1, "assert sum([1, 2]) == 3"),
        graded(1, "from math import *\nassert sqrt(4) == 2"),
    ],
    "files, folders and the environment": [
        code("import os, tempfile, pathlib, json"),
        answer(
            "with open('notes.txt', 'w') as f:\n    f.write('one\\ntwo\\n')\nos.makedirs('out/deep', exist_ok=True)\njson.dump({'a': 1}, open('out/deep/a.json', 'w'))"
        ),
        graded(1, "assert open('notes.txt').read().split() == ['one', 'two']"),
        graded(1, "assert json.loads(pathlib.Path('out/deep/a.json').read_text()) == {'a': 1}"),
        graded(
            1,
            "with tempfile.TemporaryDirectory() as d:\n    (pathlib.Path(d) / 'x').write_text('y')\n    assert os.listdir(d) == ['x']",
        ),
        graded(1, "p = pathlib.Path.home()\nassert p.is_dir()\nassert os.path.expanduser('~')"),
        graded(1, "os.chdir('out')\nassert os.path.exists('deep')\nos.chdir('..')"),
        graded(1, "open('missing.csv')"),
    ],
    "threads": [
        code("import threading\nfrom concurrent.futures import ThreadPoolExecutor"),
        answer(
            "def squares(n):\n    with ThreadPoolExecutor(2) as pool:\n        return list(pool.map(lambda k: k * k, range(n)))"
        ),
        graded(1, "assert squares(4) == [0, 1, 4, 9]"),
        graded(
            1,
            "seen = []\nt = threading.Thread(target=lambda: seen.append(1))\nt.start()\nt.join()\nassert seen == [1]",
        ),
        graded(
            1, "t = threading.Thread(target=lambda: print('from a thread'))\nt.start()\nt.join()"
        ),
    ],
    "linear algebra with checks of NumPy": [
        code("import numpy as np\nfrom numpy.testing import assert_allclose, assert_array_equal"),
        answer("def solve(A, b):\n    return np.linalg.inv(A) @ b"),
        graded(1, "assert_allclose(solve(np.diag([2.0, 4.0]), np.array([2.0, 4.0])), np.ones(2))"),
        graded(1, "assert_array_equal(solve(np.eye(2), np.array([1, 2])), [1, 3])"),
        graded(
            1,
            "try:\n    solve(np.zeros((2, 2)), np.ones(2))\nexcept np.linalg.LinAlgError:\n    pass\nelse:\n    assert False",
        ),
        graded(1, "np.testing.assert_almost_equal(np.pi, 3.14159, decimal=4)"),
    ],
    "fits with SciPy": [
        code("import numpy as np\nfrom scipy import optimize, stats"),
        answer(
            "def fit(x, y):\n    popt, _ = optimize.curve_fit(lambda t, a, b: a * np.exp(b * t), x, y, p0=(1, 0))\n    return popt"
        ),
        graded(
            1,
            "x = np.linspace(0, 1, 30)\nnp.testing.assert_allclose(fit(x, 2 * np.exp(0.5 * x)), [2, 0.5], rtol=1e-4)",
        ),
        graded(1, "assert stats.norm.cdf(0) == 0.5"),
        graded(1, "assert optimize.brentq(lambda t: t ** 2 - 2, 0, 2) > 1.5"),
    ],
    "a model is trained": [
        code(
            "from sklearn.datasets import make_blobs\nfrom sklearn.linear_model import LogisticRegression\nfrom sklearn.model_selection import train_test_split"
        ),
        answer(
            "X, y = make_blobs(80, centers=2, random_state=0)\nX_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)\nmodel = LogisticRegression().fit(X_train, y_train)\nmodel"
        ),
        graded(1, "assert model.score(X_test, y_test) > 0.8"),
        graded(1, "assert X_test.shape == (20, 2)"),
        graded(1, "assert model.coef_.shape == (2, 2)"),
    ],
    "what cells leave for each other": [
        code("counter = 0"),
        answer("counter += 1\ndef bump():\n    global counter\n    counter += 1"),
        graded(1, "bump()\nassert counter == 2"),
        graded(1, "bump()\nassert counter == 3"),
        graded(1, "assert globals()['counter'] == 3 and 'bump' in locals()"),
        graded(1, "exec('made = 1')\nassert made == 1 and eval('made + counter') == 4"),
        graded(1, "assert __name__ == '__main__'"),
        graded(1, "assert '__file__' not in globals()"),
    ],
    "memory and large arrays": [
        code("import numpy as np"),
        answer("x = np.ones((2000, 2000))"),
        graded(1, "assert x.sum() == 4e6"),
        graded(1, "y = x @ x\nassert y[0, 0] == 2000"),
        graded(
            1,
            "try:\n    np.ones(10 ** 15)\nexcept MemoryError:\n    pass\nelse:\n    raise AssertionError",
        ),
    ],
    "dates and the locale": [
        answer(
            "import datetime as dt\nborn = dt.date(2000, 2, 29)\nage = (dt.date(2024, 2, 29) - born).days"
        ),
        graded(1, "assert age == 8766"),
        graded(1, "assert f'{born:%d.%m.%Y}' == '29.02.2000'"),
        graded(
            1,
            "import locale, decimal, fractions, uuid, platform, getpass\nassert decimal.Decimal('0.1') * 3 == decimal.Decimal('0.3')\nassert platform.system()",
        ),
        graded(
            1,
            "from zoneinfo import ZoneInfo\nassert dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc).astimezone(ZoneInfo('Asia/Seoul')).hour == 9",
        ),
    ],
    "code that other people's tools change": [
        answer(
            "import sys\nclass Loader:\n    def find_spec(self, name, path=None, target=None):\n        return None\nsys.meta_path.insert(0, Loader())\nsys.path.insert(0, '.')"
        ),
        graded(1, "import colorsys\nassert colorsys.rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)"),
        graded(1, "import no_such_module"),
        graded(1, "from math import no_such_name"),
        graded(1, "assert sys.path[0] == '.'"),
        graded(
            1,
            "try:\n    import pandaz\nexcept ModuleNotFoundError as e:\n    assert e.name == 'pandaz'",
        ),
    ],
}
