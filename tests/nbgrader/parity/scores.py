"""How cells come to their points: partial credit, extra credit, groups, tasks."""

from __future__ import annotations

from tests.nbgrader.parity.cells import Cell, answer, code, essay, graded, task

__all__ = ["NOTEBOOKS"]

NOTEBOOKS: dict[str, list[Cell]] = {
    "partial credit is the last value": [
        answer("def grade(n):\n    return n % 3 == 0"),
        graded(
            4,
            """
            points = 0
            for n, expected in [(3, True), (4, False), (0, True), (-3, True)]:
                if grade(n) is expected:
                    points += 1
            points
        """,
        ),
        graded(4, "sum(grade(n) for n in range(4))"),
        graded(3, "1.5"),
        graded(3, "0"),
        graded(3, "round(2.25, 1)"),
    ],
    "partial credit that is no plain number": [
        code("import numpy as np"),
        graded(4, "np.float64(1.5)"),
        graded(4, "np.mean([True, False])"),
        graded(4, "'2'"),
        graded(4, "(1, 2)"),
        graded(4, "True"),
        graded(4, "None"),
        graded(4, "2\n;"),
        graded(4, "2;"),
        graded(4, "print(2)"),
    ],
    "partial credit beside prints and displays": [
        graded(3, "print('one of three')\n1"),
        graded(3, "from IPython.display import display\ndisplay(2)\n1"),
        graded(3, "display(2)"),
        graded(3, "x = 1\nx\nprint('after')"),
        graded(3, "for k in range(3):\n    k"),
    ],
    "extra credit and cells of no points": [
        answer("bonus = 42"),
        graded(0, "assert bonus == 42"),
        graded(0, "assert bonus == 43"),
        graded(0, "0"),
        graded(5, "5 if bonus == 42 else 3"),
    ],
    "a group of cells that build on each other": [
        answer("a = [1, 2, 3]\nb = a\nb.append(4)"),
        graded(1, "assert a is b"),
        graded(1, "a.append(5)\nassert len(b) == 5"),
        graded(1, "assert b[-1] == 5"),
        graded(1, "del a"),
        graded(1, "a"),
        graded(1, "assert b == [1, 2, 3, 4, 5]"),
    ],
    "what people grade": [
        essay(5, "I think that the series converges."),
        essay(5, "plan = 'a plan in code'", kind="code"),
        essay(5, "1 / 0", kind="code"),
        essay(3, "2", kind="code"),
        essay(3, "", kind="code"),
        task(4, "Write an essay in the cells below."),
        code("print('an essay')"),
        graded(1, "assert plan"),
    ],
    "tests made by an autotest": [
        answer("mean = 2.5\nname = 'median'\nvalues = [1, 2, 3]\nd = {'a': 1}"),
        graded(
            3,
            """
            from hashlib import sha1
            assert sha1(str(type(mean)).encode("utf-8")+b"7f39").hexdigest() == sha1(str(float).encode("utf-8")+b"7f39").hexdigest(), "type of mean is not float. Please make sure it is float and not np.float64, etc. You can cast your value into float using float()"
            assert sha1(str(round(mean, 2)).encode("utf-8")+b"7f39").hexdigest() == sha1(b"2.5" + b"7f39").hexdigest(), "value of mean is not correct (rounded to 2 decimal places)"
            print('Success!')
        """,
        ),
        graded(
            2,
            """
            from hashlib import sha1
            assert sha1(str(name.lower()).encode("utf-8")+b"ab").hexdigest() == sha1(b"mean" + b"ab").hexdigest(), "value of name is not correct"
        """,
        ),
        graded(
            1,
            """
            assert sha1(str(sorted(map(str, values))).encode("utf-8")+b"1").hexdigest() == sha1(b"['1', '2', '3']1").hexdigest()
            assert sha1(str(sorted(map(str, d.keys()))).encode("utf-8")+b"1").hexdigest() == sha1(b"['a']1").hexdigest()
        """,
        ),
    ],
    "nothing was answered": [
        answer("def area(r):\n    # YOUR CODE HERE\n    raise NotImplementedError()"),
        graded(2, "assert abs(area(1) - 3.14159) < 1e-3"),
        answer("# YOUR CODE HERE\nraise NotImplementedError()"),
        graded(1, "assert perimeter(1) > 6"),
        graded(1, "assert 'perimeter' not in globals()"),
        answer(""),
        graded(1, ""),
        graded(1, "# nothing is tested here"),
    ],
    "more than the points, and less": [
        graded(2, "2"),
        graded(2, "2.0"),
        graded(2, "-0.0"),
        graded(2, "1e-3"),
        graded(2, "+2"),
        graded(2, "0x2"),
    ],
}
