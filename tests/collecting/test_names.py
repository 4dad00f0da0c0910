"""What a name means: which known one, which attempt, which student, or nobody."""

from __future__ import annotations

import pytest

from autograder.collecting.ignored_names import why_ignored
from autograder.collecting.meant_names import attempt_number, code_kind, meant_exactly, meant_nearly
from autograder.collecting.student_names import refused_names, safe_name

KNOWN = ["gradient_descent", "gradient_noise", "adaptive", "Adam", "adam_step", "lab1"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("adaptive.ipynb", "adaptive"),
        ("Gradient Descent (2).ipynb", "gradient_descent"),
        ("gradient-descent - Copy (1).ipynb.txt", "gradient_descent"),
        ("adaptive의 사본.ipynb", "adaptive"),
        ("\uff21\uff24\uff21\uff30\uff34\uff29\uff36\uff25.ipynb", "adaptive"),
        ("adam.py", "Adam"),
        ("adam_step (1).py", "adam_step"),
        ("gradient_descnt", None),
        ("adaptive_kim", None),
    ],
)
def test_the_same_name_in_another_dress(name, meant):
    """Endings, case, gaps and marks of a copy are no part of it; a slip is."""
    assert meant_exactly(name, KNOWN) == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("gradient_descnt", "gradient_descent"),
        ("2023-1234_adaptive_final.ipynb", "adaptive"),
        ("adam_step_kim.py", "adam_step"),
        ("gradient", None),
        ("gradient_descent_gradient_noise", None),
        ("lab2", None),
        ("preadaptive", "adaptive"),
        ("notes", None),
        ("x" * 100_000, None),
    ],
)
def test_a_name_with_others_around_it_or_a_slip(name, meant):
    """Where one alone can be meant; a wrong digit is no slip."""
    assert meant_nearly(name, KNOWN) == meant


def test_attempts_are_numbers_and_times_in_their_order():
    """Nothing else is: a name of another kind may be anything."""
    names = [
        "2",
        "10",
        "2026-03-01",
        "2026-03-01T09:30",
        "20260302-180000",
        "2026-03-02 18:00:01 KST",
    ]
    numbers = [attempt_number(name) for name in names]
    assert None not in numbers
    assert numbers == sorted(numbers)
    for name in ("attempt 2", "v2", "2026-13-01", "1a", "", "²", "0x10"):
        assert attempt_number(name) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("x.ipynb", "notebook"), ("x.IPYNB", "notebook"), ("x.ipynb.txt", "notebook"),
        ("x.py", "file"), ("x.py.txt", "file"), ("x.pyc", None), ("x.txt", None), ("ipynb", None),
    ],
)  # fmt: skip
def test_an_ending_says_what_a_file_is(name, kind):
    """In whatever case, and with the one that a browser adds."""
    assert code_kind(name) == kind


@pytest.mark.parametrize(
    "name", ["김철수", "Nguyễn Thị Minh", "O'Brien, J.", "a  b", "ทิพย์", "-rf", "x[1]", "{id}"]
)
def test_names_that_are_shown_as_they_are(name):
    """People are called so."""
    assert refused_names([name]) == {}


@pytest.mark.parametrize(
    "name",
    [" kim", "kim ", "kim\u3164", "ki\u034fm", "\ufe0fkim", "\u2800", "a\\b", "a\tb", "q" + "\u0301" * 4],
)  # fmt: skip
def test_names_that_look_like_another_are_refused(name):
    """What is shown says what is in them."""
    assert refused_names([name]) == {name: "unsafe_id"}
    assert safe_name(name) != name
    assert refused_names([safe_name(name).replace("\\", "")]) == {}


def test_twins_are_both_refused():
    """Nobody is graded in another's place."""
    assert set(refused_names(["\uac00", "\u1100\u1161", "kim"]).values()) == {"same_id"}
    assert "kim" not in refused_names(["\uac00", "\u1100\u1161", "kim"])


def test_a_shown_name_is_short_enough_to_be_a_files():
    """And still another for another name."""
    first, second = ("\u3164" * 80 + end for end in "ab")
    assert len(safe_name(first).encode()) <= 255
    assert safe_name(first) != safe_name(second)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".DS_Store", "system"), ("Desktop.ini", "system"), ("THUMBS.DB", "system"),
        ("__MACOSX", "system"), ("._x.ipynb", "system"), ("~$report.docx", "lock"),
        (".ipynb_checkpoints", "cache"), ("timestamp.txt", "timestamp"), (".hidden", None),
    ],
)  # fmt: skip
def test_what_nobody_handed_in_has_its_reason(name, reason):
    """Names that systems and tools give."""
    assert why_ignored(name) == reason
