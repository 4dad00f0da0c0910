"""Archives that are damaged in part, and folders with more in them than files."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile

import pytest

from autograder.errors import PathError
from autograder.platforms import archives, unpacking
from autograder.platforms.packed_names import free_path
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
    """Unpacking it would ask for as much memory as the archive says, or as a bomb has."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("kim/a.py", "a", zipfile.ZIP_LZMA)
        archive.writestr("kim/b.py", "b", zipfile.ZIP_BZIP2)
        archive.writestr("kim/c.py", "c", zipfile.ZIP_DEFLATED)
    refused = {("kim/a.py", "packing"), ("kim/b.py", "packing")}
    assert unpacked(tmp_path / "a.zip") == ({"kim/c.py": "c"}, refused)


def tarred(names, size: int, path):
    """A packed tar of files of a size."""
    with tarfile.open(path, "w:gz") as tar:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = size
            tar.addfile(info, io.BytesIO(bytes(size)))
    return path


@pytest.mark.parametrize("kind", ["zip", "tar", "folder"])
@pytest.mark.parametrize("too_much", ["files", "bytes"])
def test_what_says_that_it_is_too_much_is_refused_before_anything_is_written(
    tmp_path, monkeypatch, kind, too_much
):
    """By its list alone."""
    monkeypatch.setattr(unpacking, "MAX_FILES", 3 if too_much == "files" else 100)
    monkeypatch.setattr(unpacking, "MAX_UNPACKED", 100 if too_much == "bytes" else 1 << 20)
    names = [f"kim/{number}.py" for number in range(4)]
    source = tmp_path / f"class.{kind}"
    if kind == "zip":
        packed(dict.fromkeys(names, "x" * 30), source)
    elif kind == "tar":
        tarred(names, 30, source)
    else:
        for name in names:
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_text("x" * 30, encoding="utf-8")
    (tmp_path / "staging").mkdir()
    written = []
    monkeypatch.setattr(unpacking._Unpacking, "_store", lambda *asked: written.append(asked))
    with pytest.raises(PathError, match="unpacks to more than a class hands in"):
        unpack(source, tmp_path / "staging")
    assert written == []


def test_a_file_that_says_that_it_is_too_large_is_not_written(unpacked, tmp_path, monkeypatch):
    """And takes nothing from the others."""
    monkeypatch.setattr(unpacking, "MAX_NOTEBOOK_BYTES", 10)
    monkeypatch.setattr(unpacking, "MAX_UNPACKED", 15)
    archive = packed({"kim/a.py": "x" * 40, "lee/a.py": "x" * 10}, tmp_path / "a.zip")
    assert unpacked(archive) == ({"lee/a.py": "x" * 10}, {("kim/a.py", "too_large")})


def test_a_list_that_lies_about_a_size_hurts_nobody_else(unpacked, tmp_path):
    """What is packed is more than what the list says."""
    data = zipped({"kim/a.py": "x" * 1000, "lee/a.py": "x"})
    at = data.index(b"PK\1\2") + 24
    (tmp_path / "a.zip").write_bytes(data[:at] + (5).to_bytes(4, "little") + data[at + 4 :])
    assert unpacked(tmp_path / "a.zip") == ({"lee/a.py": "x"}, {("kim/a.py", "damaged")})


def test_many_archives_of_one_student_do_not_have_the_class_refused(
    unpacked, tmp_path, monkeypatch
):
    """Each of them unpacks to what an archive may, and together they are more than that."""
    monkeypatch.setattr(unpacking, "_UNSUSPICIOUS", 30_000)
    monkeypatch.setattr(unpacking, "_MAX_RATIO", 1)
    bombs = {f"{number}.zip": zipped({"a.py": os.urandom(450).hex()}) for number in range(40)}
    kim = {f"kim/{name}": data for name, data in bombs.items()}
    texts, refused = unpacked(packed({**kim, "lee/a.py": "right"}, tmp_path / "a.zip"))
    assert (len(texts), refused) == (41, set())


def test_what_archives_in_an_archive_unpack_to_counts_for_it(unpacked, tmp_path, monkeypatch):
    """It is its student's, and nobody else's."""
    monkeypatch.setattr(unpacking, "_UNSUSPICIOUS", 30_000)
    monkeypatch.setattr(unpacking, "_MAX_RATIO", 1)
    bombs = {f"{number}.zip": zipped({"a.py": os.urandom(450).hex()}) for number in range(40)}
    both = packed({"kim.zip": zipped(bombs), "lee/a.py": "right"}, tmp_path / "a.zip")
    assert unpacked(both) == ({"lee/a.py": "right"}, {("kim.zip", "bomb")})


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


def header_of(kind: bytes, content: bytes) -> bytes:
    """A header of a tar archive with some content."""
    info = tarfile.TarInfo("header")
    info.type, info.size = kind, len(content)
    return info.tobuf(tarfile.GNU_FORMAT) + content + bytes(-len(content) % 512)


def records(*values: bytes) -> bytes:
    """Records of an extended header, each with its length."""
    return b"".join(b"%d %s\n" % (len(each) + 4, each) for each in values)


HEADERS = {
    "digits": header_of(tarfile.XHDTYPE, b"1" * 2000),
    "digits in a record": header_of(tarfile.XHDTYPE, records(b"comment=" + b"1" * 2000)),
    "names in names": header_of(tarfile.XHDTYPE, b"2 " * 2000 + b"="),
    "many records": header_of(tarfile.XHDTYPE, records(*[b"k%04d=" % n for n in range(501)])),
    "many for all": b"".join(
        header_of(tarfile.XGLTYPE, records(*[b"k%04d=" % n for n in range(start, start + 50)]))
        for start in range(0, 600, 50)
    ),
}
"""Python would read some of these, were they longer, for hours, or into all memory there is."""


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_a_header_that_takes_long_to_read_is_never_read(unpacked, tmp_path, header):
    """The archive is damaged, and costs its student alone."""
    tar = header + tarfile.TarInfo("a.py").tobuf() + bytes(1024)
    archive = packed({"kim/a.tar": tar, "lee/a.py": "x"}, tmp_path / "a.zip")
    assert unpacked(archive) == ({"lee/a.py": "x"}, {("kim/a.tar", "damaged")})


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_a_header_as_programs_write_it_is_read(unpacked, tmp_path, form):
    """With a long name, one in Korean, and a time that no short header has."""
    name = f"kim/{'long' * 30}/과제.py"
    info = tarfile.TarInfo(name)
    info.size, info.mtime = 2, 1700000000.5
    with tarfile.open(tmp_path / "a.tar", "w", format=form, pax_headers={"comment": "x"}) as tar:
        tar.addfile(info, io.BytesIO(b"ok"))
        tar.addfile(tarfile.TarInfo("lee/a.py"))
    assert unpacked(tmp_path / "a.tar") == ({name: "ok", "lee/a.py": ""}, set())


def test_a_size_below_zero_is_damaged(unpacked, tmp_path):
    """It would make room for others."""
    header = bytearray(tarfile.TarInfo("a.py").tobuf(tarfile.GNU_FORMAT))
    header[124:136] = b"\xff" * 8 + (2**32 - 512).to_bytes(4, "big")
    header[148:156] = b"%06o\0 " % (256 + sum(header[:148]) + sum(header[156:]))
    archive = packed({"kim/a.tar": bytes(header) + bytes(1024)}, tmp_path / "a.zip")
    assert unpacked(archive) == ({}, {("kim/a.tar", "damaged")})


def test_a_tar_that_ends_in_its_header_is_damaged(unpacked, tmp_path):
    """A file with holes has the places of them behind it."""
    header = bytearray(tarfile.TarInfo("a.py").tobuf(tarfile.GNU_FORMAT))
    header[156], header[482] = ord("S"), 1
    header[148:156] = b"%06o\0 " % (256 + sum(header[:148]) + sum(header[156:]))
    archive = packed({"kim/a.tar": bytes(header), "lee/a.py": "x"}, tmp_path / "a.zip")
    assert unpacked(archive) == ({"lee/a.py": "x"}, {("kim/a.tar", "damaged")})


@pytest.mark.parametrize("ending", ["tar.gz", "tar.bz2"])
def test_what_is_unpacked_to_be_passed_over_counts(unpacked, tmp_path, monkeypatch, ending):
    """A file that is too large for anything is unpacked to come to the one behind it."""
    monkeypatch.setattr(unpacking, "MAX_NOTEBOOK_BYTES", 10)
    monkeypatch.setattr(unpacking, "_UNSUSPICIOUS", 1 << 16)
    monkeypatch.setattr(unpacking, "_MAX_RATIO", 1)
    packed_tar = tmp_path / f"a.{ending}"
    with tarfile.open(packed_tar, f"w:{ending[4:]}") as tar:
        for name in ("a.py", "b.py"):
            info = tarfile.TarInfo(name)
            info.size = 1 << 15
            tar.addfile(info, io.BytesIO(bytes(info.size)))
        tar.addfile(tarfile.TarInfo("c.py"))
    files = {f"kim/a.{ending}": packed_tar.read_bytes(), "lee/a.py": "x"}
    refused = {("kim/a/a.py", "too_large"), ("kim/a/b.py", "too_large")}
    archive = packed(files, tmp_path / "a.zip")
    assert unpacked(archive) == ({"kim/a/c.py": "", "lee/a.py": "x"}, refused)
    for each in (tmp_path / "staging").iterdir():
        each.unlink()
    monkeypatch.setattr(unpacking, "_UNSUSPICIOUS", (1 << 16) - 1)
    assert unpacked(archive) == ({"lee/a.py": "x"}, {(f"kim/a.{ending}", "bomb")})


def test_a_name_that_is_there_a_thousand_times():
    """Each gets a name of its own, in order, and few numbers are tried for it."""

    class Taken(set):
        asked = 0

        def __contains__(self, path):
            self.asked += 1
            return super().__contains__(path)

    taken = Taken()
    for _ in range(1000):
        taken.add(free_path(("kim", "a.py"), taken))
    numbers = {("kim", f"a ({number}).py") for number in range(2, 1001)}
    assert taken == {("kim", "a.py"), *numbers}
    assert taken.asked < 25 * 1000
