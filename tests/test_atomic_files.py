"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import stat
import threading

import pytest

from autograder.atomic_files import create_whole, write_whole


def names(folder):
    """What lies in a folder."""
    return sorted(each.name for each in folder.iterdir())


def test_a_file_is_replaced(tmp_path):
    """And nothing else is left."""
    path = tmp_path / "file"
    for text in ("one, 하나", "two"):
        write_whole(path, text)
        assert path.read_text(encoding="utf-8") == text
    assert names(tmp_path) == ["file"]


def test_a_reader_meets_no_half_of_a_file(tmp_path):
    """However often it is written."""
    path = tmp_path / "file"
    texts = ["a" * 200_000, "b" * 200_000]
    write_whole(path, texts[0])
    done = threading.Event()

    def write():
        for number in range(20):
            write_whole(path, texts[number % 2])
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    while not done.is_set():
        assert path.read_text() in texts
    writer.join()


def test_a_file_stays_where_the_new_one_cannot_be_written(tmp_path, monkeypatch):
    """And no draft is left."""
    path = tmp_path / "file"
    write_whole(path, "earlier")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as raised:
        write_whole(path, "later")
    assert raised.value.filename == str(path)
    assert path.read_text() == "earlier"
    assert names(tmp_path) == ["file"]


def test_the_first_file_stays(tmp_path):
    """The second one is told that it came too late."""
    path = tmp_path / "file"
    assert create_whole(path, "first", mode=0o600)
    assert not create_whole(path, "second")
    assert path.read_text() == "first"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["file"]
