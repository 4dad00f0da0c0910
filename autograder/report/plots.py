"""Drawing a student's output beside the expected one."""

from __future__ import annotations

import functools
import hashlib
import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.course import Plot
from autograder.diagnosis.wrong_values import list_as_array
from autograder.grading.results import Drawing
from autograder.report.messages import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

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
_MARKS_SHOWN = 30
_HUGE = 1e100
_UNSEEN = 1e-6
"""Relative to the expected value's span, a difference that nobody sees: a thousandth of a pixel."""
_MAX_PICTURES = 256

_Array = np.ndarray[Any, np.dtype[np.float64]]
_Line = tuple[_Array, _Array]

_pictures: dict[bytes, bytes] = {}
"""The pictures drawn last, by what they show: all right answers of a class look the same."""


def draw(drawing: Drawing, language: str, colours: int | None = None) -> bytes:
    """Draw one check's first case.

    Lines differ by stroke or mark, not by colour alone, so that they can be read in grey.

    Args:
        drawing: what to draw.
        language: of the labels; English where no font here has Hangul.
        colours: how many there are at most, which makes a third of the size; None for all.

    Returns:
        A PNG file.
    """
    font = _korean_font()
    if language == "ko" and font is None:
        language = "en"
    expected, output = _compared(drawing)
    words = [say(language, word) for word in ("target", "your_output", "not_drawn")]
    about = (drawing.label, drawing.plot, language, words, font, colours)
    shown = _digest(about, expected, output)
    # Taken out and put in again, so that the first entry is the one used longest ago.
    picture = _pictures.pop(shown, None)
    if picture is None:
        picture = _png(drawing, language, font, colours, expected, output)
    _pictures[shown] = picture
    if len(_pictures) > _MAX_PICTURES:
        del _pictures[next(iter(_pictures))]
    return picture


def _digest(about: tuple[Any, ...], *several: dict[str, _Array]) -> bytes:
    """A digest of everything that a picture shows."""
    digest = hashlib.sha256(repr(about).encode())
    for series in several:
        for name, values in series.items():
            digest.update(repr((name, values.shape)).encode())
            digest.update(values.tobytes())
        digest.update(b"/")
    return digest.digest()


def _png(
    drawing: Drawing,
    language: str,
    font: str | None,
    colours: int | None,
    expected: dict[str, _Array],
    output: dict[str, _Array],
) -> bytes:
    from matplotlib import rc_context  # noqa: PLC0415 - slow to import, seldom needed
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    # Hangul comes from the second font; the first has clearer indices and signs.
    families = ["DejaVu Sans", font] if font else ["DejaVu Sans"]
    with rc_context({"font.family": families}):
        figure = Figure(figsize=(6.4, 4.2), dpi=96, layout="constrained")
        canvas = FigureCanvasAgg(figure)
        _draw_on(figure, drawing, language, expected, output)
        file = io.BytesIO()
        # `savefig` would draw it twice: once to lay it out, and again to write it.
        if colours is None:
            canvas.print_png(file)  # type: ignore[no-untyped-call]
        else:
            canvas.draw()  # type: ignore[no-untyped-call]
            _write_few_colours(canvas, colours, file)
    return file.getvalue()


def _write_few_colours(canvas: FigureCanvasAgg, colours: int, file: io.BytesIO) -> None:
    from PIL import Image  # noqa: PLC0415 - matplotlib needs it too

    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    picture = Image.fromarray(pixels).convert("RGB")
    picture.quantize(colours, Image.Quantize.FASTOCTREE).save(file, "PNG", compress_level=6)


@functools.cache
def _korean_font() -> str | None:
    from matplotlib import font_manager  # noqa: PLC0415

    manager = font_manager.fontManager
    if not any(font.name in _KOREAN_FONTS for font in manager.ttflist):
        # matplotlib keeps a list of fonts; these may have been installed after it was made.
        for path in font_manager.findSystemFonts():
            if any(part in path for part in ("Nanum", "CJK", "NotoSansKR", "UnDotum")):
                manager.addfont(path)
    installed = {font.name for font in manager.ttflist}
    return next((name for name in _KOREAN_FONTS if name in installed), None)


def _compared(drawing: Drawing) -> tuple[dict[str, _Array], dict[str, _Array]]:
    """The named series of the expected value, and of the output."""
    expected = _series(drawing.expected)
    output = {
        # No name that a student chose is written into the picture.
        name if name in expected else str(number): _snapped(values, expected.get(name))
        for number, (name, values) in enumerate(_series(_shaped(drawing)).items(), 1)
    }
    return expected, output


def _snapped(values: _Array, expected: _Array | None) -> _Array:
    """The values, replaced by the expected ones where the difference is invisible."""
    if expected is None or values.shape != expected.shape:
        return values
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a column without a number
        span = np.nanmax(expected, axis=0) - np.nanmin(expected, axis=0)
        return np.where(np.abs(values - expected) <= _UNSEEN * span, expected, values)


def _draw_on(
    figure: Figure,
    drawing: Drawing,
    language: str,
    expected: dict[str, _Array],
    output: dict[str, _Array],
) -> None:
    plot = drawing.plot
    axes = figure.add_subplot()
    as_path = plot.kind == "path" and all(_has_plane(values) for values in expected.values())
    expected_lines = {name: _lines(values, as_path) for name, values in expected.items()}
    output_lines = {
        name: _lines(values, as_path)
        for name, values in output.items()
        if _has_plane(values) or not as_path
    }
    _frame(axes, plot, _flat(expected_lines), _flat(output_lines))
    columns: list[list[Line2D]] = []
    for word, series in (("target", expected_lines), ("your_output", output_lines)):
        drawn: list[Line2D] = []
        for number, (name, lines) in enumerate(series.items()):
            label = " · ".join(filter(None, (say(language, word), name)))
            style = _output_style(number) if series is output_lines else _expected_style(number)
            drawn += _draw_lines(axes, lines, label, style)
        columns.append(drawn)
    if not output_lines:
        columns[1] += axes.plot([], [], linestyle="none", label=say(language, "not_drawn"))
    axes.set_title(drawing.label.of(language))
    axes.set_xlabel(plot.x.of(language))
    axes.set_ylabel(plot.y.of(language))
    _legend(figure, columns)


def _expected_style(number: int) -> dict[str, Any]:
    return {"color": "0.65", "linewidth": 4, "linestyle": _STROKES[number % len(_STROKES)]}


def _output_style(number: int) -> dict[str, Any]:
    """Hollow marks that shrink and strokes with gaps, so that lines beneath show through."""
    return {
        "color": f"C{number}",
        "linewidth": 1.3,
        "linestyle": _STROKES[number % len(_STROKES)],
        "marker": _MARKS[number % len(_MARKS)],
        "markersize": 6 - 0.6 * number,
        "markerfacecolor": "none",
    }


def _legend(figure: Figure, columns: list[list[Line2D]]) -> None:
    """Draw the legend below the plot: the expected value on the left, the output on the right."""
    from matplotlib.lines import Line2D  # noqa: PLC0415

    rows = max(map(len, columns))
    blank = Line2D([], [], linestyle="none", label=" ")
    handles = [line for column in columns for line in (*column, *[blank] * (rows - len(column)))]
    figure.legend(handles=handles, loc="outside lower center", ncols=2, fontsize="small")
    figure.set_figheight(figure.get_figheight() + 0.2 * (rows - 1))


def _shaped(drawing: Drawing) -> Any:
    """The output; a list of rows becomes an array where an array is expected."""
    output = drawing.output
    rows = list_as_array(output) if isinstance(drawing.expected, np.ndarray) else None
    return rows if rows is not None and rows.dtype.kind in "iuf" else output


def _series(value: Any, name: str = "") -> dict[str, _Array]:
    """The named series in a value, without anything that cannot be drawn."""
    if isinstance(value, dict):
        parts = {key: _series(item, key) for key, item in value.items()}
        merged = {key: line for part in parts.values() for key, line in part.items()}
    elif isinstance(value, list | tuple) and any(
        isinstance(item, np.ndarray) and item.ndim for item in value
    ):
        merged = {}
        for number, item in enumerate(value, 1):
            merged.update(_series(item, f"{name} {number}".strip()))
    else:
        merged = _one_series(value, name)
    return dict(list(merged.items())[:_MAX_SERIES])


def _one_series(value: Any, name: str) -> dict[str, _Array]:
    if isinstance(value, list | tuple):
        value = np.array([_number(item) for item in value], dtype=float)
    if not isinstance(value, np.ndarray) or value.dtype.kind not in "iuf":
        return {}
    if value.ndim not in (1, 2) or not 0 < len(value) <= _MAX_POINTS or value.size == 0:
        return {}
    values = value.astype(float)
    # An infinity is a gap; an enormous number goes off the edge.
    values[~np.isfinite(values)] = np.nan
    return {} if np.isnan(values).all() else {name: np.clip(values, -_HUGE, _HUGE)}


def _number(value: Any) -> float:
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value.item()
    return float(value) if isinstance(value, int | float) else np.nan


def _has_plane(values: _Array) -> bool:
    return values.ndim == 2 and values.shape[1] >= 2


def _lines(values: _Array, as_path: bool) -> list[_Line]:
    """The lines of a series: a path, or each column over its index."""
    if as_path:
        return [(values[:, 0], values[:, 1])]
    columns = values.reshape(len(values), -1)[:, :_MAX_SERIES]
    return [(np.arange(len(values), dtype=float), column) for column in columns.T]


def _flat(series: dict[str, list[_Line]]) -> list[_Line]:
    return [line for lines in series.values() for line in lines]


def _draw_lines(
    axes: Axes, lines: list[_Line], label: str, style: dict[str, Any]
) -> Iterator[Line2D]:
    """Draw one series; only its first line is in the legend."""
    (low_x, high_x), (low_y, high_y) = axes.get_xlim(), axes.get_ylim()
    far_x, far_y = 50 * (high_x - low_x), 50 * (high_y - low_y)
    for number, (x, y) in enumerate(lines):
        # Clip far outside of the frame, so that a line that runs away keeps its direction.
        x_shown = np.clip(x, low_x - far_x, high_x + far_x)
        y_shown = np.clip(y, low_y - far_y, high_y + far_y)
        every = max(1, len(x) // _MARKS_SHOWN) if "marker" in style else None
        drawn = axes.plot(x_shown, y_shown, label=label, markevery=every, **style)
        if number == 0:
            yield from drawn


def _frame(axes: Axes, plot: Plot, expected: list[_Line], output: list[_Line]) -> None:
    """Set the axes' limits: the expected value with room around it, and the output near it."""
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    if not expected:
        expected = output
    if not expected:
        return
    centre = [0.0] if plot.bowl is not None else []
    x, y = (
        _roomy(
            np.concatenate([*(line[axis] for line in expected), centre]),
            np.concatenate([*(line[axis] for line in (*expected, *output)), centre]),
        )
        for axis in (0, 1)
    )
    axes.set_xlim(*x)
    axes.set_ylim(*y)
    if plot.kind == "curve":
        axes.xaxis.set_major_locator(MaxNLocator("auto", integer=True))
    if plot.bowl is not None:
        _level_lines(axes, plot.bowl)


def _roomy(wanted: _Array, seen: _Array) -> tuple[float, float]:
    """Limits around the wanted values, extended to seen values within one span of them."""
    low, high = float(np.nanmin(wanted)), float(np.nanmax(wanted))
    span = (high - low) or abs(high) or 1.0
    low = min(low, max(float(np.nanmin(seen)), low - span))
    high = max(high, min(float(np.nanmax(seen)), high + span))
    room = 0.1 * (high - low) or 0.5 * span
    return low - room, high + room


def _level_lines(axes: Axes, bowl: tuple[float, float]) -> None:
    x = np.linspace(*axes.get_xlim(), 80)
    y = np.linspace(*axes.get_ylim(), 80)
    loss = bowl[0] * x[None, :] ** 2 / 2 + bowl[1] * y[:, None] ** 2 / 2
    levels = float(loss.max()) * np.array([0.005, 0.02, 0.06, 0.15, 0.3, 0.6])
    axes.contour(x, y, loss, levels=levels, colors="0.85", linewidths=0.8)
    axes.plot(0, 0, marker="+", color="0.3", markersize=10, linestyle="none")
