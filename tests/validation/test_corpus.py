"""The corpus: what is said of wrong answers, and how it is counted."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.validation.corpus import CorpusEntry, read_corpus
from autograder.validation.corpus_grading import GradedEntry, Said, grade_corpora, verdict_on
from autograder.validation.diagnosis_figures import (
    Counts,
    by_exercise,
    corpus_rows,
    falls,
    page,
    page_path,
    read_figures,
    table,
    write_figures,
)
from tests.toy_settings import LIMITS

ROOT = Path(__file__).resolve().parents[2]

WRONG = """\
# %% wrong: the sign is dropped, and it is rounded
# kind: composed
# cause: several
# about: sign|absolute
# about: round|digit
import numpy as np

def double(x):
    return np.round(np.abs(2 * x), 2)
"""

RIGHT = """
# %% right: added to itself
def double(x):
    # about: nothing
    return x + x
"""


def written(folder: Path, text: str) -> Path:
    """A folder with this corpus."""
    folder.mkdir(exist_ok=True)
    (folder / "corpus.py").write_text(text, encoding="utf-8")
    return folder


def test_a_corpus_is_read(tmp_path):
    """Wrong and right answers, each with its whole text."""
    corpus = read_corpus(written(tmp_path / "double", WRONG + RIGHT))
    wrong, right = corpus.entries
    assert corpus.faults == ()
    assert (wrong.exercise, wrong.kind, wrong.cause, wrong.line) == (
        "double",
        "composed",
        "several",
        1,
    )
    assert [each.pattern for each in wrong.about] == ["sign|absolute", "round|digit"]
    assert wrong.source.startswith("import numpy")
    assert wrong.source.endswith("(2 * x), 2)\n")
    assert right.right
    assert right.title == "added to itself"
    assert "about" in right.source
    assert read_corpus(tmp_path).entries == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("several", "severall", 3, "there is no cause 'severall'; did you mean 'several'?"),
        ("kind: composed", "kind: odd", 2, "there is no kind 'odd'"),
        ("sign|absolute", "sign|(", 4, "is no regular expression"),
        (
            "# about: sign|absolute\n# about: round|digit\n",
            "",
            1,
            "the entry has no `# about: ...`",
        ),
        ("# about: r", "# abuot: r", 5, "there is no field 'abuot'; did you mean 'about'?"),
        ("# cause: several\n", "", 1, "the entry has no `# cause: ...`"),
        ("wrong:", "wrnog:", 1, "an entry begins with"),
        (WRONG.partition("digit\n")[2], "", 1, "the entry has no code"),
        (WRONG, "double = 2\n" + WRONG, 1, "belongs to no entry"),
        (WRONG, WRONG + WRONG, 10, "this is the same text as in line 1"),
    ],
)
def test_a_bad_entry_is_a_fault_with_its_line(old, new, line, sentence, tmp_path):
    """And costs no other entry."""
    corpus = read_corpus(written(tmp_path / "double", WRONG.replace(old, new) + RIGHT))
    (fault,) = corpus.faults
    assert sentence in fault.sentence
    assert fault.line == line
    assert any(each.right for each in corpus.entries)


def entry(*about: str, seen: bool = True) -> CorpusEntry:
    """A wrong answer about these things, in the half that may be looked at or in the other."""
    made = CorpusEntry(
        exercise="double",
        title="?",
        right=False,
        kind="plain",
        cause="listed",
        about=tuple(re.compile(each, re.IGNORECASE) for each in about),
        source="",
        path=Path("corpus.py"),
        line=1,
    )
    numbered = (replace(made, source=f"{number}\n") for number in range(100))
    return next(each for each in numbered if each.seen is seen)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ([("values", "the Sign"), ("values", "rounding to 2 digits")], "rightly"),
        ([("values", "the sign")], "partly"),
        ([("values", "the sign"), ("dtype", "single precision")], "partly"),
        ([("values", "the sign"), ("values", "another factor")], "wrong"),
        ([("dtype", "single precision")], "beside"),
        ([], "silent"),
    ],
)
def test_what_is_said_is_right_where_all_that_is_wrong_is_in_it(said, verdict):
    """Only an explanation of the values can be wrong: other facets are seen, not inferred."""
    assert verdict_on(entry("sign", "round"), [Said(*each) for each in said]) == verdict


def graded(*verdicts: str, seen: bool = True) -> list[GradedEntry]:
    """Entries of which this is said."""
    return [GradedEntry(entry("sign", seen=seen), verdict=each, own=True) for each in verdicts]


def test_figures_that_fall_are_said(tmp_path):
    """Better ones, and those of other exercises, are not."""
    before = graded(*["rightly"] * 8, "partly", "silent")
    write_figures(tmp_path, before, None, None)
    recorded = read_figures(tmp_path)["corpus"]
    assert recorded["double"]["seen, plain"] == Counts(10, 8, 1, 0, 1, 0, 9)
    assert list(falls(recorded, by_exercise(before))) == []
    assert list(falls(recorded, by_exercise(graded(*["rightly"] * 10)))) == []
    assert list(falls(recorded, by_exercise(graded("wrong", seen=False)))) == []
    worse = graded(*["rightly"] * 6, *["silent"] * 2, *["wrong"] * 2)
    assert list(falls(recorded, by_exercise(worse))) == [
        "seen, plain: named fell from 90.0% to 60.0%",
        "seen, plain: rightly fell from 80.0% to 60.0%",
        "seen, plain: wrong rose from 0.0% to 20.0%",
    ]
    assert "| seen, plain  |      10 | 90.0 % |" in page(tmp_path)


def test_a_table_has_a_row_for_each_half_kind_and_cause():
    """And none where there are no entries."""
    rows = dict(corpus_rows(by_exercise([*graded("rightly"), *graded("silent", seen=False)])))
    labels = [
        f"{half}{rest}" for half in ("seen", "unseen") for rest in ("", ", plain", ", listed")
    ]
    assert list(rows) == labels
    assert len(table(rows.items())) == 2 + len(labels)


def test_the_page_of_this_course_is_in_step():
    """`docs/diagnosis.md` shows what `docs/diagnosis.json` records."""
    assert page_path(ROOT).read_text(encoding="utf-8") == page(ROOT)


@pytest.mark.sandbox
def test_a_corpus_is_graded_as_submissions_are(toy_root, toy_keys):
    """What is wrong is named; an entry that is graded otherwise than it says is a fault."""
    (solution,) = (each for each in load_course(toy_root).solutions() if each.name == "double")
    full = (
        "# %% wrong: nothing\n# kind: plain\n# cause: listed\n# about: x\n"
        + RIGHT.partition("f\n")[2]
    )
    full += "def double(x):\n    return 2 * x\n"
    none = "\n# %% right: None\ndef double(x):\n    return None\n"
    written(
        solution.folder,
        WRONG.replace("np.round(np.abs(2 * x), 2)", "np.abs(2 * x)") + RIGHT + full + none,
    )
    found = list(
        grade_corpora([solution], toy_keys, language="en", limits=LIMITS, layers="inner", workers=1)
    )
    wrong, right, good, bad = found
    assert (wrong.verdict, wrong.own) == ("partly", True)
    assert "drops_the_sign" in wrong.said[0].text
    assert (right.verdict, right.fault) == (None, None)
    assert good.fault.sentence == "this wrong answer gets full marks"
    assert bad.fault.sentence.startswith("this right answer fails ")
