"""Drawings: whatever a submission returned, there is a picture, and it can be read."""

from __future__ import annotations

import io
import itertools
import re
import warnings

import numpy as np
import pytest
from matplotlib import image
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from PIL import Image

from autograder.course import Plot
from autograder.grading.results import Drawing
from autograder.report import plots
from autograder.report.plots import draw
from autograder.texts import Text
from tests.sampling import sampled

HANGUL = re.compile("[가-힣]")
TIME = np.linspace(0, 1, 30)
CURVE = np.sin(5 * TIME)
PATH = np.stack([np.cos(3 * TIME), np.sin(3 * TIME)], axis=1)
LABEL = Text(ko="어느 경로", en="some path")


def plot(kind, bowl=None):
    """A plot with labels in both languages."""
    return Plot(
        kind, x={"ko": "가로 w₁", "en": "across w₁"}, y={"ko": "세로 w₂", "en": "up w₂"}, bowl=bowl
    )


def curve(got, expected=CURVE):
    """A drawing of entries over their index."""
    return Drawing(LABEL, plot("curve"), got, expected)


def path(got, expected=PATH):
    """A drawing of points in a valley."""
    return Drawing(LABEL, plot("path", bowl=(1.0, 10.0)), got, expected)


@pytest.fixture(autouse=True)
def _warnings_are_errors():
    """A glyph that no font has, an overflow, a layout that does not fit: none goes unseen."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@pytest.fixture(autouse=True)
def _nothing_is_drawn_yet():
    """Pictures of other tests are forgotten."""
    plots._pictures.clear()


@pytest.fixture
def figure(monkeypatch):
    """A function that gives the figure which would be made into a PNG: half of the work."""
    made = []
    monkeypatch.setattr(
        FigureCanvasAgg,
        "print_png",
        lambda self, file: (made.append(self.figure), file.write(b"-")),
    )

    def drawn(drawing, language="ko"):
        draw(drawing, language)
        return made[-1]

    return drawn


def legend(figure):
    """What is written beside the lines."""
    return [text.get_text() for text in figure.legends[0].get_texts() if text.get_text().strip()]


def pixels(png):
    """The picture in grey, between 0 and 1."""
    return image.imread(io.BytesIO(png))[..., :3].mean(axis=-1)


ODD = {
    "nothing": None,
    "text": "text",
    "number": 3.0,
    "truth values": CURVE > 0,
    "complex": CURVE + 1j,
    "integers": np.arange(30),
    "large integers": np.array([2**62, 3, -(2**62)]),
    "half precision": CURVE.astype("f2"),
    "NaN": np.full(30, np.nan),
    "some NaN": np.where(TIME > 0.5, CURVE, np.nan),
    "infinite": np.full(30, np.inf),
    "some infinite": np.where(TIME > 0.5, CURVE, -np.inf),
    "huge": CURVE * 1e300,
    "the hugest": np.where(TIME > 0.5, -1.7e308, 1.7e308),
    "huge path": PATH * 1e300,
    "path away": np.cumsum(PATH * 1e6, axis=0),
    "path of NaN": np.full((30, 2), np.nan),
    "half a path": np.where([[True, False]], PATH, np.nan),
    "empty": np.zeros(0),
    "empty rows": np.zeros((0, 2)),
    "no columns": np.zeros((30, 0)),
    "one entry": np.array([0.5]),
    "one point": np.array([[0.5, 0.5]]),
    "three axes": np.zeros((3, 3, 3)),
    "many columns": np.zeros((30, 50)),
    "too many entries": np.zeros(6000),
    "too many points": np.zeros((6000, 2)),
    "just enough": np.linspace(0, 1, 5000),
    "list": [CURVE, CURVE * 2],
    "tuple": (PATH, PATH),
    "list of numbers": [1.0, 2, 3],
    "list of arrays without axes": [np.array(1.0), np.array(2)],
    "mixed list": [1.0, None, "x", CURVE],
    "ragged list": [[1.0], [1.0, 2.0]],
    "empty list": [],
    "dict": {"a": CURVE, "b": PATH, "c": None},
    "nested": {"a": [CURVE, [CURVE]], "b": {"c": (PATH,)}},
    "hostile names": {"$\\frac{$": CURVE, "_hidden": CURVE, "a\n\x1b\ufffe\U0001f600": CURVE},
    "long name": {"x" * 5000: CURVE},
    "many names": {str(number): CURVE for number in range(100)},
}


@pytest.mark.parametrize("name", sampled(ODD, 0.3))
def test_there_is_a_picture_of_anything(name):
    """A PNG file of a sensible size, in place of a curve."""
    height, width = pixels(draw(curve(ODD[name]), "ko")).shape
    assert (width, 400 < height < 500) == (614, True)


@pytest.mark.parametrize(
    "name",
    sampled(
        ["nothing", "some infinite", "the hugest", "huge path", "path away", "half a path",
         "one point", "many columns", "just enough", "mixed list", "nested", "hostile names"],
        0.3,
    ),
)  # fmt: skip
def test_there_is_a_picture_of_anything_in_a_valley(name):
    """The same in place of a path, with its level lines."""
    assert pixels(draw(path(ODD[name]), "ko")).shape[1] == 614


EXPECTED = {
    "path": ("path", PATH),
    "paths": ("path", [PATH, PATH / 2]),
    "named paths": ("path", {"sgd": PATH, "momentum": PATH / 2}),
    "curve": ("curve", CURVE),
    "columns": ("curve", np.stack([CURVE, -CURVE], axis=1)),
    "list of numbers": ("curve", CURVE.tolist()),
    "named curves": ("curve", {"a": CURVE, "b": CURVE[:10]}),
    "a constant": ("curve", np.full(5, 3.0)),
    "zeros": ("curve", np.zeros(5)),
    "integers": ("curve", np.arange(5)),
    "one entry": ("curve", np.array([2.0])),
    "tiny": ("curve", CURVE * 1e-300),
    "huge": ("curve", CURVE * 1e300),
    "large": ("curve", np.array([1e7, 2e7, 5e7])),
    "NaN": ("curve", np.full(4, np.nan)),
    "no numbers": ("path", "text"),
}


@pytest.mark.parametrize("name", sampled(EXPECTED, 0.4, kind=lambda name: EXPECTED[name][0]))
def test_whatever_is_expected_can_be_drawn(name):
    """Right answers and none at all."""
    kind, expected = EXPECTED[name]
    for got in (expected, None):
        assert draw(Drawing(LABEL, plot(kind), got, expected), "ko").startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (CURVE, ["목표", "제출한 답"]),
        (None, ["목표", "제출한 답은 그릴 수 없습니다"]),
        (np.full(30, np.nan), ["목표", "제출한 답은 그릴 수 없습니다"]),
        ([1.0, 2.0], ["목표", "제출한 답"]),
        ([np.array(1.0), np.array(2.0)], ["목표", "제출한 답"]),
    ],
)
def test_what_is_told_of_a_curve(figure, got, expected):
    """The lines by their names, or that there is none."""
    assert legend(figure(curve(got))) == expected


def test_what_is_named_by_the_course_keeps_its_name(figure):
    """Names of a student's own are numbers: nothing of theirs is written into a picture."""
    drawn = figure(curve({"b": CURVE, "$x^{$": CURVE}, {"a": CURVE, "b": CURVE}), "en")
    assert legend(drawn) == ["target · a", "target · b", "submitted · b", "submitted · 2"]


def test_what_is_no_path_is_not_drawn_as_one(figure):
    """A path without its second coordinate would be drawn over an axis that it is not on."""
    assert "제출한 답은 그릴 수 없습니다" in legend(figure(path(CURVE)))


def test_a_list_of_points_is_drawn_as_a_path(figure):
    """Where an array is expected; the check itself says that it is a list."""
    drawn = figure(path([list(point) for point in PATH.tolist()]))
    lines = [line for line in drawn.axes[0].lines if line.get_marker() == "o"]
    assert [len(line.get_xdata()) for line in lines] == [30]


def test_labels_are_korean_where_a_font_has_hangul(figure):
    """Title, axes and legend; each of their characters is in one of the fonts."""
    if plots._korean_font() is None:
        pytest.skip("no Korean font is installed")
    axes = figure(path(PATH)).axes[0]
    for text in (axes.get_title(), axes.get_xlabel(), axes.get_ylabel()):
        assert HANGUL.search(text)


def test_labels_are_english_where_no_font_has_hangul(figure, monkeypatch):
    """Squares in place of letters help nobody."""
    monkeypatch.setattr(plots, "_korean_font", lambda: None)
    drawn = figure(path(PATH))
    axes = drawn.axes[0]
    assert [axes.get_title(), axes.get_xlabel(), axes.get_ylabel(), *legend(drawn)] == [
        "some path",
        "across w₁",
        "up w₂",
        "target",
        "submitted",
    ]


def test_a_font_that_is_newer_than_matplotlibs_list_is_found(monkeypatch, tmp_path):
    """Matplotlib remembers the fonts that it found once."""
    from matplotlib import font_manager

    real = plots._korean_font()
    if real is None:
        pytest.skip("no Korean font is installed")
    manager = font_manager.fontManager
    others = [font for font in manager.ttflist if font.name not in plots._KOREAN_FONTS]
    monkeypatch.setattr(manager, "ttflist", others)
    plots._korean_font.cache_clear()
    assert plots._korean_font() == real
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    monkeypatch.setattr(manager, "ttflist", others[:3])
    plots._korean_font.cache_clear()
    assert plots._korean_font() in (None, real)
    plots._korean_font.cache_clear()


def test_lines_differ_without_colour(figure):
    """By stroke and mark: no two of a student's look alike in grey, and targets are wider."""
    names = {str(number): CURVE + number for number in range(6)}
    lines = figure(curve(names, names)).axes[0].lines
    target, own = lines[:6], lines[6:12]
    assert len({line.get_marker() for line in own}) == 6
    assert {line.get_marker() for line in target} == {"None"}
    widths = [[line.get_linewidth() for line in lines] for lines in (own, target)]
    assert max(widths[0]) < min(widths[1])
    strokes = [line.get_linestyle() for line in target]
    assert all(one != two for one, two in itertools.pairwise(strokes))
    assert all(abs(np.mean(to_rgb(line.get_color())) - 1) > 0.2 for line in own)


def test_identical_lines_do_not_hide_each_other(figure):
    """The upper mark is smaller and hollow, and its stroke has gaps."""
    under, over = figure(curve([CURVE, CURVE], [CURVE, CURVE])).axes[0].lines[2:4]
    assert over.get_markersize() < under.get_markersize()
    assert {line.get_markerfacecolor() for line in (under, over)} == {"none"}
    assert (under.get_linestyle(), over.get_linestyle()) == ("-", "--")


def test_the_legend_hides_nothing(figure):
    """It lies below the axes, inside the picture."""
    names = {f"quite a long name {number}": PATH * number for number in range(1, 7)}
    drawn = figure(path(names, names))
    drawn.canvas.draw()
    axes, box = drawn.axes[0].get_tightbbox(), drawn.legends[0].get_window_extent()
    assert box.y1 <= axes.y0 + 1
    assert box.x0 >= 0
    assert box.x1 <= drawn.bbox.width
    assert box.y0 >= 0


def test_the_target_fills_the_frame(figure):
    """An output that runs away does not shrink it to a dot."""
    axes = figure(curve(CURVE * 1e9)).axes[0]
    low, high = axes.get_ylim()
    assert low < CURVE.min() < CURVE.max() < high
    assert high - low < 4 * (CURVE.max() - CURVE.min())


def test_an_output_nearby_is_in_the_frame(figure):
    """Twice the values are seen to be twice the values."""
    low, high = figure(curve(CURVE * 1.5)).axes[0].get_ylim()
    assert low < 1.5 * CURVE.min() < 1.5 * CURVE.max() < high


def test_an_output_is_seen():
    """Something is drawn for it: the picture is another one."""
    without, right, wrong = (pixels(draw(curve(got), "en")) for got in (None, CURVE, CURVE / 2))
    assert (without[:350] != right[:350]).sum() > 500
    assert (right[:350] != wrong[:350]).sum() > 500


def test_the_settings_of_the_user_stay_as_they_were():
    """Drawing changes no setting of matplotlib's for good, nor opens a window."""
    import sys

    from matplotlib import rcParams

    before = dict(rcParams)
    draw(curve(CURVE), "ko")
    assert dict(rcParams) == before
    assert (
        "matplotlib.pyplot" not in sys.modules or not sys.modules["matplotlib.pyplot"].get_fignums()
    )


@pytest.fixture
def count(monkeypatch):
    """How many pictures were drawn, and not remembered: what is on them plays no part."""
    made = []

    def png(*about):
        made.append(about)
        return b"picture %d" % len(made)

    monkeypatch.setattr(plots, "_png", png)
    return lambda: len(made)


RIGHT = [CURVE, CURVE * (1 + 1e-12), CURVE + 1e-13, CURVE.tolist(), [float(y) for y in CURVE]]


@pytest.mark.parametrize("got", RIGHT)
def test_a_right_answer_is_drawn_once(count, got):
    """Whatever its last digits, and whether it is an array or a list."""
    first = draw(curve(CURVE), "en")
    assert draw(curve(got), "en") == first
    assert count() == 1


OTHERS = {
    "output": curve(CURVE * (1 + 1e-4)),
    "one entry": curve(np.where(TIME == 1, 0.5, CURVE)),
    "shape": curve(CURVE[:, None]),
    "nothing": curve(None),
    "expected": curve(CURVE, CURVE * 1.1),
    "kind": Drawing(LABEL, plot("path"), CURVE, CURVE),
    "bowl": Drawing(LABEL, plot("curve", (1.0, 2.0)), CURVE, CURVE),
    "label": Drawing(Text(ko="x", en="y"), plot("curve"), CURVE, CURVE),
    "names": curve({"a": CURVE}, {"a": CURVE}),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_what_differs_is_drawn_anew(count, other):
    """All that is seen of it."""
    draw(curve(CURVE), "en")
    draw(other, "en")
    draw(other, "ko")
    assert count() == 3
    assert draw(other, "en") == draw(other, "en")
    assert count() == 3


def test_what_is_drawn_of_an_output_that_is_close_is_what_is_expected(figure):
    """And what is not, stays: also in the column that does not move."""
    still = np.stack([TIME, np.full(30, 5.0)], axis=1)
    got = still + np.array([1e-9, 1e-9])
    target, own = plots._compared(path(got, still))
    assert np.array_equal(own[""][:, 0], target[""][:, 0])
    assert np.array_equal(own[""][:, 1], got[:, 1])
    assert len(figure(path(got, still)).axes[0].lines) == 3


def test_few_pictures_are_remembered(count, monkeypatch):
    """Those that were asked for last."""
    monkeypatch.setattr(plots, "_MAX_PICTURES", 2)
    one, two, three = (curve(CURVE * factor) for factor in (1, 2, 3))
    for drawing in (one, two, one, three, one):
        draw(drawing, "en")
    assert (count(), len(plots._pictures)) == (3, 2)
    draw(two, "en")
    assert count() == 4


def test_a_picture_in_few_colours_is_the_same_picture():
    """And has less than half of the size."""
    drawing = curve(CURVE)
    whole, few = draw(drawing, "en"), draw(drawing, "en", 48)
    assert len(few) < len(whole) / 2
    pixels = [
        np.asarray(Image.open(io.BytesIO(each)).convert("RGB"), float) for each in (whole, few)
    ]
    assert pixels[0].shape == pixels[1].shape
    assert np.abs(pixels[0] - pixels[1]).mean() < 4
    # Each is kept under what it is.
    assert (draw(drawing, "en"), draw(drawing, "en", 48)) == (whole, few)
