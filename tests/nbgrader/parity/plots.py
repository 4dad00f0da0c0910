"""Plots, and tests that look at them."""

from __future__ import annotations

from tests.nbgrader.parity.cells import Cell, answer, code, graded

__all__ = ["NOTEBOOKS"]

_IMPORTS = code("%matplotlib inline\nimport numpy as np\nimport matplotlib.pyplot as plt")

NOTEBOOKS: dict[str, list[Cell]] = {
    "a plot is drawn and its axes are tested": [
        _IMPORTS,
        answer("""
            fig, ax = plt.subplots()
            x = np.linspace(0, 1, 20)
            ax.plot(x, x ** 2, label="square")
            ax.set_xlabel("x")
            ax.set_title("A parabola")
            ax.legend()
        """),
        graded(1, "assert ax.get_xlabel() == 'x'"),
        graded(1, "assert ax.get_ylabel() != '', 'label the y axis'"),
        graded(
            1,
            "line = ax.get_lines()[0]\nassert np.allclose(line.get_ydata(), line.get_xdata() ** 2)",
        ),
    ],
    "the current figure is gone in the next cell": [
        _IMPORTS,
        answer("plt.plot([1, 2, 3])\nplt.title('Here')\nplt.show()"),
        graded(1, "assert plt.gca().get_title() == 'Here'"),
        graded(1, "assert plt.get_fignums() == []"),
    ],
    "a plotting function is called by the test": [
        _IMPORTS,
        answer("""
            def show(values):
                figure = plt.figure(figsize=(3, 2))
                plt.bar(range(len(values)), values)
                return figure
        """),
        graded(
            2,
            """
            figure = show([3, 1, 2])
            heights = [patch.get_height() for patch in figure.axes[0].patches]
            assert heights == [3, 1, 2]
            plt.close(figure)
        """,
        ),
        graded(1, "figure = show([1])\nassert len(figure.axes) == 2"),
    ],
    "several figures in one cell": [
        _IMPORTS,
        answer("""
            for k in range(3):
                plt.figure(figsize=(2, 1))
                plt.plot(np.sin(k * np.arange(5)))
            print("drawn")
        """),
        graded(1, "assert True"),
    ],
    "a figure is saved to a file": [
        _IMPORTS,
        answer(
            "plt.figure(figsize=(2, 2))\nplt.imshow(np.eye(4))\nplt.savefig('eye.png')\nplt.close()"
        ),
        graded(1, "import os\nassert os.path.getsize('eye.png') > 100"),
        graded(1, "image = plt.imread('eye.png')\nassert image.ndim == 3"),
    ],
    "the backend is asked for by hand": [
        code("import matplotlib\nmatplotlib.use('Agg')\nimport matplotlib.pyplot as plt"),
        answer("fig = plt.figure()\nax = fig.add_subplot(projection='3d')\nax.set_zlim(0, 2)"),
        graded(1, "assert ax.get_zlim() == (0, 2)"),
        graded(1, "fig.canvas.draw()\nassert fig.canvas.buffer_rgba() is not None"),
    ],
    "drawing raises": [
        _IMPORTS,
        answer("plt.plot([1, 2, 3], [1, 2])"),
        graded(1, "assert len(plt.gca().lines) == 0"),
        graded(1, "assert plt.rcParams['figure.figsize'] is not None"),
    ],
    "a figure is the last value": [
        _IMPORTS,
        answer("f = plt.figure(figsize=(1, 1))\nf"),
        graded(1, "f"),
        graded(1, "plt.rcParams['figure.dpi'] = 50\nplt.figure(figsize=(1, 1))\nplt.plot([0, 1]);"),
    ],
}
