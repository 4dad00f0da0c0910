"""The charts of a class report, as SVG that needs nothing else."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Sequence

from autograder.class_report.report_words import ReportWords

__all__ = ["distribution_svg"]

_BLUE, _ORANGE = "#0072B2", "#D55E00"
"""Of the palette of Okabe and Ito, told apart by every kind of eye."""


def distribution_svg(shares: Sequence[float], mean: float, label: str, words: ReportWords) -> str:
    """A histogram of shares of the points, with the mean as a line.

    Args:
        shares: from 0 to 1.
        mean: of them.
        label: what it shows, for who cannot see it.
        words: of the report.

    Returns:
        An `svg` element.
    """
    from matplotlib import rc_context  # noqa: PLC0415 - slow to import
    from matplotlib.backends.backend_svg import FigureCanvasSVG  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415
    from matplotlib.ticker import MaxNLocator, PercentFormatter  # noqa: PLC0415

    with (
        rc_context({"svg.fonttype": "none", "svg.hashsalt": "report", "font.size": 9}),
        # The reader's browser has the letters that are missing here, where they are only measured.
        warnings.catch_warnings(action="ignore", category=UserWarning),
    ):
        figure = Figure(figsize=(6.4, 2.4), layout="constrained")
        FigureCanvasSVG(figure)
        axes = figure.add_subplot()
        bounds = [each / 10 for each in range(11)]
        axes.hist([min(max(each, 0.0), 1.0) for each in shares], bounds, color=_BLUE, rwidth=0.92)
        axes.axvline(mean, color=_ORANGE, linestyle="--", linewidth=2, label=words("chart_mean"))
        axes.set(xlabel=words("chart_share"), ylabel=words("chart_count"), xlim=(0, 1))
        axes.xaxis.set_major_formatter(PercentFormatter(1))
        axes.legend(loc="upper left", frameon=False)
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.spines[["top", "right"]].set_visible(False)
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    svg = file.getvalue()
    svg = svg[svg.index("<svg") :]
    # An address of a namespace is none that is loaded, but the metadata's are not needed.
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
