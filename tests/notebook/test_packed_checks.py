"""Public checks in one file."""

from __future__ import annotations

import zipfile

import pytest

from autograder.errors import CourseError
from autograder.notebook import check, checks_beside
from autograder.notebook.packed_checks import PACKED, pack, unpacked


@pytest.fixture
def packed(built_course, tmp_path):
    """The public checks of the toy course as one file."""
    pack(built_course / "release" / "basics" / "public", tmp_path / PACKED)
    return tmp_path / PACKED


def test_a_notebook_alone_finds_its_checks_in_one_file(packed, monkeypatch, capsys):
    """Beside it; the report is the same, with the points of all checks."""
    monkeypatch.chdir(packed.parent)
    monkeypatch.setattr(checks_beside, "_BEGAN_IN", packed.parent)
    namespace = {"check": check}
    exec("def double(x):\n    return x + x\ncheck('double', 'en')", namespace)
    assert "✔ Double  (double)" in capsys.readouterr().out
    with pytest.raises(checks_beside.NoChecksError, match="이런 문제는 없습니다: triple"):
        exec("check('triple', 'ko')", namespace)


def test_nothing_is_written_outside_and_a_damaged_file_is_said(packed, tmp_path):
    """Names in a file that somebody else made lead nowhere."""
    with zipfile.ZipFile(packed, "a") as file:
        file.writestr("../../evil.json", "{}")
        file.writestr("/tmp/evil.py", "print()")
    folder = unpacked(packed)
    assert {path.name for path in folder.iterdir()} >= {"double.json", "evil.json"}
    assert not (folder / "evil.py").exists()
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(b"PK nonsense")
    with pytest.raises(CourseError, match="cannot be read; get it anew"):
        unpacked(damaged)
