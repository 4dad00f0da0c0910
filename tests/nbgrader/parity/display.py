"""Rich outputs: what is displayed, and the last value of a cell."""

from __future__ import annotations

from tests.nbgrader.parity.cells import Cell, answer, code, graded

__all__ = ["NOTEBOOKS"]

NOTEBOOKS: dict[str, list[Cell]] = {
    "objects with views of their own": [
        answer("""
            class Vector:
                def __init__(self, *xs):
                    self.xs = xs
                def _repr_html_(self):
                    return "<b>" + ", ".join(map(str, self.xs)) + "</b>"
                def __repr__(self):
                    return f"Vector{self.xs}"
            Vector(1, 2)
        """),
        graded(1, "display(Vector(3))\nassert Vector(3).xs == (3,)"),
        graded(2, "Vector(1)"),
        graded(1, "print(Vector(1))"),
    ],
    "display, formulas, Markdown, pictures": [
        code(
            "from IPython.display import HTML, Image, Latex, Markdown, Math, clear_output, display"
        ),
        answer("display(Math('x^2'), Markdown('**bold**'), HTML('<p>p</p>'))\nLatex('$y$')"),
        graded(1, "display({'a': 1}, [1, 2])"),
        graded(
            1,
            "display(Image(data=bytes.fromhex('89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082'.replace(' ', ''))))",
        ),
        graded(1, "print('before')\nclear_output()\nprint('after')"),
        graded(1, "h = display('old', display_id=True)\nh.update('new')"),
    ],
    "a view that raises": [
        answer(
            "class Broken:\n    def __repr__(self):\n        raise ValueError('no view')\nthing = Broken()"
        ),
        code("thing"),
        graded(1, "assert isinstance(thing, Broken)"),
        graded(1, "thing"),
        graded(1, "repr(thing)"),
    ],
    "long values": [
        code("import numpy as np"),
        answer("np.arange(5000)"),
        code("list(range(2000))"),
        code("{k: 'v' * 20 for k in range(50)}"),
        graded(1, "np.eye(30)"),
        graded(1, "'a long string ' * 100"),
    ],
    "a bar of progress": [
        answer("""
            import sys, time
            def bar(n):
                for k in range(n):
                    sys.stdout.write(f"\\r[{'#' * k}]")
                    sys.stdout.flush()
                    yield k
            total = sum(bar(5))
        """),
        graded(1, "assert total == 10"),
        graded(1, "assert sum(bar(3)) == 3"),
    ],
    "widgets": [
        code("import ipywidgets as widgets\nfrom ipywidgets import interact"),
        answer("slider = widgets.IntSlider(value=3, min=0, max=10)\nslider"),
        graded(1, "assert slider.value == 3"),
        graded(1, "slider.value = 20\nassert slider.value == 10"),
        graded(1, "interact(lambda x: x, x=(0, 4));"),
    ],
}
