"""Folders that a submission wrote into: what is counted, and that all of it goes."""

from __future__ import annotations

import os
import threading

import pytest

from autograder.sandbox.scratch_tree import MAX_DEPTH, is_overfull, remove_tree


@pytest.fixture
def tree(tmp_path):
    """An empty folder beside a file that is to stay."""
    (tmp_path / "kept").write_text("kept", encoding="utf-8")
    (tmp_path / "tree").mkdir()
    yield tmp_path / "tree"
    assert (tmp_path / "kept").read_text(encoding="utf-8") == "kept"


def overfull(tree, files=20, size=1 << 20):
    """Whether more lies there than these."""
    return is_overfull(str(tree), files=files, size=size)


def make_deep(tree, levels):
    """Make folders in folders, however long the path becomes."""
    folder = os.open(tree, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir("d", dir_fd=folder)
        inner = os.open("d", os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
    os.close(folder)


def test_files_and_folders_count_alike_at_every_depth(tree):
    """Twenty of both may lie there, and no more."""
    for number in range(10):
        (tree / f"{number}").mkdir()
        (tree / f"{number}" / "x").write_bytes(b"x")
    assert not overfull(tree)
    (tree / "9" / "y").touch()
    assert overfull(tree)


def test_bytes_count_at_every_depth(tree):
    """Those of all files together."""
    (tree / "a" / "b").mkdir(parents=True)
    (tree / "a" / "b" / "x").write_bytes(bytes(900_000))
    assert not overfull(tree)
    (tree / "a" / "y").write_bytes(bytes(200_000))
    assert overfull(tree)


@pytest.mark.parametrize(("levels", "too_deep"), [(MAX_DEPTH, False), (MAX_DEPTH + 1, True)])
def test_eight_levels_may_be_there(tree, levels, too_deep):
    """The ninth is one too many."""
    make_deep(tree, levels)
    assert overfull(tree) is too_deep


def test_fifty_levels(tree):
    """They are noticed, and go."""
    make_deep(tree, 50)
    assert overfull(tree, files=1_000)
    remove_tree(str(tree))
    assert not tree.exists()


def test_no_depth_is_too_deep_to_be_removed(tree):
    """Deeper than the longest path, Python's recursion, and the number of files that may be open."""
    make_deep(tree, 3_000)
    remove_tree(str(tree))
    assert not tree.exists()


@pytest.mark.parametrize("count", [1_000, pytest.param(10_000, marks=pytest.mark.proof)])
def test_many_folders(tree, count):
    """They are noticed before all of them are looked at, and go."""
    for number in range(count):
        (tree / f"{number}").mkdir()
    assert overfull(tree)
    remove_tree(str(tree))
    assert not tree.exists()


def test_links_in_sub_folders_lead_nowhere(tree):
    """What they point to is neither counted nor removed."""
    (tree / "a").mkdir()
    for number, target in enumerate((tree.parent, tree.parent / "kept", tree, "/", "nowhere")):
        (tree / "a" / f"{number}").symlink_to(target)
        (tree / f"{number}").symlink_to(target)
    assert not overfull(tree)
    remove_tree(str(tree))
    assert not tree.exists()


def test_a_link_in_the_place_of_the_folder_stays_one(tree):
    """Nothing behind it is looked at or removed."""
    link = tree.parent / "link"
    link.symlink_to(tree.parent)
    assert not overfull(link, files=0)
    remove_tree(str(link))
    assert tree.exists()


def test_a_folder_that_nobody_may_list_is_one_too_many(tree, monkeypatch):
    """Files could be hidden in it."""
    (tree / "closed").mkdir()
    opened = os.open

    def refuse(name, *args, **named):
        if name == "closed":
            raise PermissionError
        return opened(name, *args, **named)

    monkeypatch.setattr("autograder.sandbox.scratch_tree.os.open", refuse)
    assert overfull(tree)


def test_folders_that_nobody_may_list_go(tree):
    """With what is in them."""
    (tree / "a" / "b" / "c").mkdir(parents=True)
    (tree / "a" / "b" / "x").touch()
    for folder in (tree / "a" / "b" / "c", tree / "a" / "b", tree / "a", tree):
        folder.chmod(0)
    remove_tree(str(tree))
    assert not tree.exists()


def test_a_folder_that_is_renamed_while_it_is_removed(tree):
    """It goes in the end, or as soon as nobody writes any more; nothing else does."""
    for name in "ab":
        (tree / name / "c" / "d").mkdir(parents=True)
    over = threading.Event()

    def rename():
        while not over.is_set():
            for source, target in (("a", "b/a"), ("b/a", "a"), ("b", "../b"), ("../b", "b")):
                try:
                    os.rename(tree / source, tree / target)
                except OSError:
                    continue

    mover = threading.Thread(target=rename)
    mover.start()
    remove_tree(str(tree))
    over.set()
    mover.join()
    remove_tree(str(tree))
    assert not tree.exists()
