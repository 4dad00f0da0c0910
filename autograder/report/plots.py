"""A student's output drawn beside the expected one."""

from __future__ import annotations

import functools
import io
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.course import Plot
from autograder.grading.results import Drawing
from autograder.report.messages import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["draw"]

_KOREAN_FONTS = (
    "NanumGothic",
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "AppleGothic",
    "UnDotum",
    "Baekmuk Gulim",
)
_STROKES = ("-", "--", ":", "-.")
_MARKS = ("o", "s", "^", "D", "v", "P")
_MAX_SERIES = 6
_MAX_POINTS = 5_000
_HUGE = 1e6


def draw(drawing: Drawing, language: str) -> bytes:
    """Draw one check's first case.

    Every line differs in its stroke or its mark, not in colour alone: it is read in grey too.

    Args:
        drawing: what to draw.
        language: of the labels; English where no font here has Hangul.

    Returns:
        A PNG file.
    """
    from matplotlib import rc_context  # noqa: PLC0415 - slow to import, seldom needed
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    font = _korean_font()
    if language == "ko" and font is None:
        language = "en"
    families = [font, "DejaVu Sans"] if font else ["DejaVu Sans"]
    with rc_context({"font.family": families, "axes.unicode_minus": False}):
        figure = Figure(figsize=(6.4, 4.0), dpi=96, layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        _draw_on(axes, drawing, language)
        file = io.BytesIO()
        figure.savefig(file, format="png")
    return file.getvalue()


@functools.cache
def _korean_font() -> str | None:
    from matplotlib import font_manager  # noqa: PLC0415

    manager = font_manager.fontManager
    if not any(font.name in _KOREAN_FONTS for font in manager.ttflist):
        # matplotlib remembers the fonts that it found once; they may be newer than that.
        for path in font_manager.findSystemFonts():
            if any(part in path for part in ("Nanum", "CJK", "NotoSansKR", "UnDotum")):
                manager.addfont(path)
    installed = {font.name for font in manager.ttflist}
    return next((name for name in _KOREAN_FONTS if name in installed), None)


def _draw_on(axes: Axes, drawing: Drawing, language: str) -> None:
    plot, side = drawing.plot, 0 if language == "ko" else 1
    target, own = _series(drawing.expected), _series(drawing.got)
    for number, (name, values) in enumerate(target.items()):
        label = " · ".join(filter(None, (say(language, "target"), name)))
        style = {"color": "0.65", "linewidth": 4, "linestyle": _STROKES[number % len(_STROKES)]}
        _line(axes, plot, values, label, style)
    for number, (name, values) in enumerate(own.items()):
        label = " · ".join(filter(None, (say(language, "your_output"), name)))
        style = {
            "color": f"C{number}",
            "linewidth": 1.2,
            "marker": _MARKS[number % len(_MARKS)],
            "markersize": 4,
            "markevery": max(1, len(values) // 40),
        }
        _line(axes, plot, values, label, style)
    _frame(axes, plot, [*target.values()])
    axes.set_title(drawing.label["ko" if language == "ko" else "en"])
    axes.set_xlabel(plot.x[side])
    axes.set_ylabel(plot.y[side])
    axes.legend(fontsize="small")


def _series(value: Any, name: str = "") -> dict[str, np.ndarray[Any, Any]]:
    """The named lines in an output; nothing of what cannot be drawn."""
    if isinstance(value, dict):
        parts = {key: _series(item, key) for key, item in value.items()}
        merged = {key: line for part in parts.values() for key, line in part.items()}
    elif isinstance(value, list | tuple) and any(isinstance(v, np.ndarray) for v in value):
        merged = {}
        for number, item in enumerate(value, 1):
            merged.update(_series(item, f"{name} {number}".strip()))
    else:
        merged = _one_series(value, name)
    return dict(list(merged.items())[:_MAX_SERIES])


def _one_series(value: Any, name: str) -> dict[str, np.ndarray[Any, Any]]:
    if isinstance(value, list | tuple):
        value = np.array([v for v in value if isinstance(v, int | float)], dtype=float)
    if not isinstance(value, np.ndarray) or value.dtype.kind not in "iuf":
        return {}
    if value.ndim not in (1, 2) or not 0 < len(value) <= _MAX_POINTS or value.size == 0:
        return {}
    return {name: value.astype(float)}


def _line(
    axes: Axes, plot: Plot, values: np.ndarray[Any, Any], label: str, style: dict[str, Any]
) -> None:
    shown = np.where(np.abs(values) < _HUGE, values, np.nan)
    if plot.kind == "path" and shown.ndim == 2 and shown.shape[1] >= 2:
        axes.plot(shown[:, 0], shown[:, 1], label=label, **style)
        return
    columns = shown.reshape(len(shown), -1)[:, :_MAX_SERIES]
    for number, column in enumerate(columns.T):
        axes.plot(column, label=label if number == 0 else None, **style)


def _frame(axes: Axes, plot: Plot, target: list[np.ndarray[Any, Any]]) -> None:
    """Show all of the target and what lies around it; a path that runs away is cut off."""
    if not target:
        return
    if plot.kind == "path" and all(line.ndim == 2 and line.shape[1] >= 2 for line in target):
        points = np.concatenate([line[:, :2] for line in target])
        if plot.bowl is not None:
            points = np.concatenate([points, [[0.0, 0.0]]])
        for limit, column in ((axes.set_xlim, points[:, 0]), (axes.set_ylim, points[:, 1])):
            limit(*_roomy(column))
        if plot.bowl is not None:
            _level_lines(axes, plot.bowl)
        return
    low, high = _roomy(np.concatenate([line.ravel() for line in target]))
    axes.set_ylim(low, high)


def _roomy(values: np.ndarray[Any, Any]) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    if finite.size == 0:
        return -1.0, 1.0
    low, high = float(finite.min()), float(finite.max())
    room = 0.25 * (high - low) or 1.0
    return low - room, high + room


def _level_lines(axes: Axes, bowl: tuple[float, float]) -> None:
    x = np.linspace(*axes.get_xlim(), 80)
    y = np.linspace(*axes.get_ylim(), 80)
    loss = bowl[0] * x[None, :] ** 2 / 2 + bowl[1] * y[:, None] ** 2 / 2
    levels = float(loss.max()) * np.array([0.005, 0.02, 0.06, 0.15, 0.3, 0.6])
    axes.contour(x, y, loss, levels=levels, colors="0.85", linewidths=0.8)
    axes.plot(0, 0, marker="+", color="0.3", markersize=10, linestyle="none")
