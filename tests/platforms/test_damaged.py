"""Archives that are damaged in part, and folders with more in them than files."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile

import pytest

from autograder.errors import PathError
from autograder.platforms import archives, unpacking
from autograder.platforms.unpacking import unpack
from tests.platforms.packed import packed, zipped


@pytest.fixture
def unpacked(tmp_path):
    """What an archive or a folder unpacks to: texts by path, and what was refused."""

    def run(source):
        staging = tmp_path / "staging"
        staging.mkdir(exist_ok=True)
        found = unpack(source, staging)
        # Nothing of what was refused stays on the disk.
        assert set(staging.iterdir()) == set(found.files.values())
        texts = {"/".join(path): stored.read_text("utf-8") for path, stored in found.files.items()}
        return texts, {(each.path, each.reason) for each in found.refused}

    return run


def test_a_damaged_file_is_named_and_the_others_are_read(unpacked, tmp_path):
    """Its checksum says that it is damaged."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("kim/a.py", "right of kim")
        archive.writestr("lee/a.py", "right of lee")
    (tmp_path / "a.zip").write_bytes(buffer.getvalue().replace(b"right of kim", b"wrong of kim"))
    assert unpacked(tmp_path / "a.zip") == ({"lee/a.py": "right of lee"}, {("kim/a.py", "damaged")})


def test_a_file_that_is_too_large_is_named_and_the_others_are_read(unpacked, tmp_path, monkeypatch):
    """As a notebook full of pictures may be."""
    monkeypatch.setattr(unpacking, "MAX_NOTEBOOK_BYTES", 10)
    archive = packed({"kim/a.py": "x" * 11, "lee/a.py": "x" * 10}, tmp_path / "a.zip")
    assert unpacked(archive) == ({"lee/a.py": "x" * 10}, {("kim/a.py", "too_large")})


def test_what_is_packed_in_a_way_that_is_not_read_here_is_named(unpacked, tmp_path):
    """LZMA asks for as much memory as the archive says."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("kim/a.py", "a", zipfile.ZIP_LZMA)
        archive.writestr("kim/b.py", "b", zipfile.ZIP_BZIP2)
    assert unpacked(tmp_path / "a.zip") == ({"kim/b.py": "b"}, {("kim/a.py", "packing")})


def test_a_list_that_is_longer_than_any_class_is_refused(unpacked, tmp_path, monkeypatch):
    """Before it is read, in a zip as in a tar."""
    archive = packed({f"{number}.py": "" for number in range(5)}, tmp_path / "a.zip")
    monkeypatch.setattr(archives, "_MOST_LISTED", 100)
    with pytest.raises(PathError, match="lists more files than a class hands in"):
        unpacked(archive)
    monkeypatch.setattr(archives, "_MOST_MEMBERS", 3)
    with tarfile.open(tmp_path / "a.tar", "w") as tar:
        for number in range(6):
            tar.addfile(tarfile.TarInfo(f"{number}.py"))
    with pytest.raises(PathError, match="lists more files than a class hands in"):
        unpack(tmp_path / "a.tar", tmp_path / "staging")


@pytest.mark.parametrize(
    ("ending", "mode"), [("tar", "w"), ("tar.gz", "w:gz"), ("tar.bz2", "w:bz2")]
)
def test_a_tar_is_read_however_it_is_packed(unpacked, tmp_path, ending, mode):
    """Also by its content alone."""
    data = "print('x')\n"
    with tarfile.open(tmp_path / f"a.{ending}", mode) as tar:
        info = tarfile.TarInfo("kim/a.py")
        info.size = len(data)
        tar.addfile(info, io.BytesIO(data.encode()))
    assert unpacked(tmp_path / f"a.{ending}") == ({"kim/a.py": data}, set())


def test_of_a_folder_only_files_are_read(unpacked, tmp_path):
    """Links, pipes and what lies too deep are named; what no student made is not."""
    root = tmp_path / "hw"
    deep = root / "kim" / "/".join("abcdefghijklmnopq")
    for folder in (deep, root / "lee" / "__pycache__"):
        folder.mkdir(parents=True)
    (deep / "a.py").write_text("deep", encoding="utf-8")
    (root / "lee" / "a.py").write_text("a", encoding="utf-8")
    (root / "lee" / "__pycache__" / "a.pyc").write_text("a", encoding="utf-8")
    (root / "lee" / "b.py").symlink_to("/etc/passwd")
    os.mkfifo(root / "lee" / "pipe")
    texts, refused = unpacked(root)
    assert texts == {"lee/a.py": "a"}
    reasons = {(path.partition("/")[0], reason) for path, reason in refused}
    assert reasons == {("lee", "link"), ("lee", "special"), ("kim", "outside")}


def test_what_is_not_there_is_one_sentence(tmp_path):
    """With its path."""
    with pytest.raises(PathError, match=r"there is no file or folder .*nothing\.zip"):
        unpack(tmp_path / "nothing.zip", tmp_path)


def test_a_students_archive_may_not_use_up_the_allowance_of_all(unpacked, tmp_path, monkeypatch):
    """One that does stops everything: who comes after it would be left out without a word."""
    monkeypatch.setattr(unpacking, "MAX_FILES", 3)
    inner = zipped({f"{number}.py": "" for number in range(5)})
    archive = packed({"kim.zip": inner, "lee/a.py": ""}, tmp_path / "a.zip")
    with pytest.raises(PathError, match="unpacks to more than a class hands in"):
        unpacked(archive)
