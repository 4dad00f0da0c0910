"""Which pictures may be in a page, and what becomes of a report."""

from __future__ import annotations

import base64
import io
import struct

import pytest
from PIL import Image

from autograder.nbgrader.safe_html import LARGEST_PICTURE, data_address, safe_html
from tests.nbgrader.page_vectors import HERE, aimed_at
from tests.nbgrader.pages import faults
from tests.nbgrader.pictures import PNG, PNG_ADDRESS


def picture(kind: str, size: tuple[int, int] = (3, 2)) -> bytes:
    """A picture of a kind."""
    file = io.BytesIO()
    Image.new("1" if kind == "png" else "L", size).save(
        file, kind, **({"optimize": True} if kind == "png" else {})
    )
    return file.getvalue()


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif"])
def test_pictures_of_dots(kind):
    """As bytes, and in base64."""
    data = picture(kind)
    text = base64.b64encode(data).decode()
    assert (
        data_address(data)
        == data_address(f" {text[:9]}\n{text[9:]}")
        == f"data:image/{kind};base64,{text}"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg/>",
        b"<script>",
        PNG[:20],
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\x00\x00" * 1_000,
        b"GIF89a",
        PNG + bytes(LARGEST_PICTURE),
        PNG[:16] + struct.pack(">II", 100_000, 100_000) + PNG[24:],
        b"GIF89a" + struct.pack("<HH", 65_000, 65_000),
        "not base64",
        base64.b64encode(PNG).decode() + "<b>",
        "A" * 3 * LARGEST_PICTURE,
    ],
)
def test_what_is_no_picture_for_a_page(data):
    """Not by its first bytes, or too large, packed or unpacked."""
    assert data_address(data) is None


def test_a_large_picture_of_a_jpeg():
    """Its size stands behind what else it says."""
    data = picture("jpeg", (10, 10))
    at = data.index(b"\xff\xc0") + 5
    assert data_address(data[:at] + struct.pack(">HH", 60_000, 60_000) + data[at + 4 :]) is None


def test_a_large_picture_that_hides_its_size():
    """Readers skip bytes that fill up; behind those a size of one dot would be found."""
    data = picture("jpeg", (10, 10))
    at = data.index(b"\xff\xc0") + 5
    large = data[:at] + struct.pack(">HH", 6_000, 6_000) + data[at + 4 :]
    hidden = bytearray(b"\xff\xff\xe0\xff\xff" + bytes(0xFFFF - 2))
    behind = 0xE0FF + 2
    hidden[behind : behind + 13] = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, 1, 1, 1) + b"\1\x11\0"
    made = large[:2] + bytes(hidden) + large[2:]
    assert Image.open(io.BytesIO(made)).size == (6_000, 6_000)
    assert data_address(made) is None


@pytest.mark.parametrize("name", aimed_at(HERE))
def test_nothing_is_active_in_a_report(name):
    """Also if it were not ours."""
    assert faults(safe_html(aimed_at(HERE)[name], {"x": PNG_ADDRESS})) == []
