"""Whatever is wrong in `course.toml` is said with its line, at any depth."""

from __future__ import annotations

import msgspec
import pytest

from autograder.course import CourseError, CourseErrors, load_course
from autograder.course.settings import read_settings
from autograder.limits import Limits
from autograder.texts import Text

HEAD = 'title = { ko = "가", en = "A" }\nlanguages = ["ko", "en"]\n'
ASSIGNMENT = '[[assignment]]\nname = "a"\ntitle = { ko = "가", en = "A" }\n'
NOTE = '[[note]]\nnumber = "1"\ntitle = { ko = "가", en = "A" }\n'


def faults(tmp_path, text):
    """What is said of a `course.toml` with this text, without its path."""
    path = tmp_path / "course.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        read_settings(path)
    assert all(fault.path == path for fault in caught.value.faults)
    return [(fault.line, fault.sentence) for fault in caught.value.faults]


WRONG = {
    "a key at the top": (
        HEAD + "titel = 1\n",
        3,
        "there is no key 'titel'; did you mean 'title'?",
    ),
    "the key of an older version": (
        HEAD + 'language = "ko"\n',
        3,
        "there is no key 'language'; did you mean 'languages'?",
    ),
    "a time without its zone": (
        HEAD + "release_hidden = 2026-12-01T09:00:00\n",
        3,
        "`release_hidden`: expected a time with its zone, as in 2026-12-01T09:00:00+09:00",
    ),
    "a word that is none of two": (
        HEAD + 'attempts = "first"\n',
        3,
        "`attempts`: expected 'last' or 'best'",
    ),
    "a day": (
        HEAD + "release_hidden = 2026-12-01\n",
        3,
        "`release_hidden`: expected a time with its zone, as in 2026-12-01T09:00:00+09:00",
    ),
    "a table": (HEAD + "[limit]\n", 3, "there is no key 'limit'; did you mean 'limits'?"),
    "a key of limits": (
        HEAD + "[limits]\ncheck_secondz = 3\n",
        4,
        "`limits`: there is no key 'check_secondz'; did you mean 'check_seconds'?",
    ),
    "a key of limits whose word is met before": (
        "# check_secondz\n" + HEAD.replace('"A"', '"check_secondz"') + "[limits]\n\n"
        "check_seconds = 1\ncheck_secondz = 3\n",
        7,
        "`limits`: there is no key 'check_secondz'; did you mean 'check_seconds'?",
    ),
    "a dotted key of limits": (
        HEAD + "limits.check_secondz = 3\n",
        3,
        "`limits`: there is no key 'check_secondz'; did you mean 'check_seconds'?",
    ),
    "a key of the second assignment": (
        HEAD + ASSIGNMENT + ASSIGNMENT.replace('"a"', '"b"') + "ordr = []\n",
        9,
        "`assignment`: there is no key 'ordr'; did you mean 'order'?",
    ),
    "a key of a note": (
        HEAD + NOTE + "about = 1\n",
        6,
        "`note`: there is no key 'about'; there are number, title",
    ),
    "a missing title": ('languages = ["en"]\n', None, '`title` is missing, as in title = "..."'),
    "missing languages": ('title = "A"\n', None, '`languages` is missing, as in languages = ["en"]'),
    "a missing name": (
        HEAD + '[[assignment]]\ntitle = { ko = "가", en = "A" }\n',
        3,
        '`assignment.name` is missing, as in name = "..."',
    ),
    "a missing number": (
        HEAD + NOTE.replace('number = "1"\n', ""),
        3,
        '`note.number` is missing, as in number = "..."',
    ),
    "a number that is none": (
        HEAD + NOTE.replace('"1"', "1"),
        4,
        "`note.number`: expected a text, got a whole number",
    ),
    "an order that is no list": (
        HEAD + ASSIGNMENT + 'order = "x"\n',
        6,
        "`assignment.order`: expected a list, got a text",
    ),
    "an entry of the order": (
        HEAD + ASSIGNMENT + 'order = [\n  "x",\n  3,\n]\n',
        8,
        "`assignment.order`: expected a text, got a whole number",
    ),
    "an exercise twice in the order": (
        HEAD + ASSIGNMENT + 'order = [\n  "x",\n  "x",\n]\n',
        8,
        "the exercise 'x' is there twice",
    ),
    "an assignment that is no table": (
        HEAD + "assignment = 3\n",
        3,
        "`assignment`: expected a list, got a whole number",
    ),
    "an assignment twice": (
        HEAD + ASSIGNMENT + ASSIGNMENT,
        7,
        "a second assignment named 'a'",
    ),
    "a name that leads elsewhere": (
        HEAD + ASSIGNMENT.replace('"a"', '"../a"'),
        4,
        "'../a' is no name: letters, digits and underscores, a letter first",
    ),
    "limits that are no table": (
        HEAD + "limits = 3\n",
        3,
        "`limits`: expected a table, got a whole number",
    ),
    "a limit that is a text": (
        HEAD + '[limits]\nthreads = "many"\n',
        4,
        "`limits.threads`: expected a whole number, got a text",
    ),
    "a limit of half a thread": (
        HEAD + "[limits]\nthreads = 1.5\n",
        4,
        "`limits.threads`: expected a whole number, got a number",
    ),
    "a limit without end": (
        HEAD + "[limits]\ncell_seconds = inf\n",
        4,
        "`limits.cell_seconds`: expected a number <= 3600.0",
    ),
    "a limit that is no number": (
        HEAD + "[limits]\ncell_seconds = nan\n",
        4,
        "`limits.cell_seconds`: expected a number > 0.0",
    ),
    "a title in one language too few": (
        HEAD.replace(', en = "A"', ""),
        1,
        "`title` has no text in 'en'",
    ),
    "a title in one language too many": (
        HEAD + NOTE.replace('en = "A"', 'en = "A", fr = "B"'),
        5,
        "`note.title`: there is no language 'fr'; there are ko, en",
    ),
    "a plain title in two languages": (
        HEAD + ASSIGNMENT.replace('{ ko = "가", en = "A" }', '"A"'),
        5,
        '`assignment.title` is a text for each language: { ko = "...", en = "..." }',
    ),
    "a title that is empty": (
        HEAD.replace('"A"', '" "'),
        1,
        "`title.en`: expected a text that is not empty",
    ),
    "a title that is no text": (
        HEAD.replace('{ ko = "가", en = "A" }', "3"),
        1,
        "`title`: expected a text, or texts by language",
    ),
    "a plain title that is empty": ('title = ""\nlanguages = ["en"]\n', 1, "`title` is empty"),
    "no language": ('title = "A"\nlanguages = []\n', 2, '`languages` is a list of languages, as in ["ko", "en"]'),
    "a language that is no list": (
        'title = "A"\nlanguages = "en"\n',
        2,
        '`languages` is a list of languages, as in ["ko", "en"]',
    ),
    "a language that is none": (
        'title = "A"\nlanguages = [\n  "en",\n  "../x",\n]\n',
        4,
        "a language is two or three small letters, not '../x'",
    ),
    "a language twice": (
        HEAD.replace('"ko", "en"', '"ko", "en", "ko"'),
        2,
        "the language 'ko' is there twice",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "sentence"), WRONG.values(), ids=WRONG)
def test_one_thing_that_is_wrong(tmp_path, text, line, sentence):
    """Is said in one sentence, with the line of that very key."""
    assert faults(tmp_path, text) == [(line, sentence)]


@pytest.mark.parametrize("name", Limits.__struct_fields__)
@pytest.mark.parametrize("value", ["0", "-1", "1_000_000_000_000", "true", '"1"', "[]", "{}"])
def test_each_limit_has_bounds(tmp_path, name, value):
    """None of them can be switched off, or be without end."""
    ((line, sentence),) = faults(tmp_path, f"{HEAD}\n[limits]\n{name} = {value}\n")
    assert line == 5
    assert sentence.startswith(f"`limits.{name}`: expected ")


def test_limits_of_a_course(tmp_path):
    """Those that it sets, and the defaults of the others."""
    path = tmp_path / "course.toml"
    path.write_text(HEAD + "[limits]\ncell_seconds = 2\n", encoding="utf-8")
    assert read_settings(path).limits == msgspec.structs.replace(Limits(), cell_seconds=2.0)


def test_everything_that_is_wrong_is_said_at_once(tmp_path):
    """In the order of the lines; first what is nowhere in the file."""
    text = 'titel = "A"\nlanguages = ["ko", "en"]\n' + ASSIGNMENT.replace("ko =", "kr =")
    text += "ordr = []\n[limits]\nthreads = 0\ncheck_secondz = 3\n"
    assert faults(tmp_path, text) == [
        (None, '`title` is missing, as in title = "..."'),
        (1, "there is no key 'titel'; did you mean 'title'?"),
        (5, "`assignment.title`: there is no language 'kr'; did you mean 'ko'?"),
        (5, "`assignment.title` has no text in 'ko'"),
        (6, "`assignment`: there is no key 'ordr'; did you mean 'order'?"),
        (8, "`limits.threads`: expected a whole number >= 1"),
        (9, "`limits`: there is no key 'check_secondz'; did you mean 'check_seconds'?"),
    ]


def test_a_course_of_one_language_has_plain_titles(tmp_path):
    """Or titles by language; both are read alike."""
    path = tmp_path / "course.toml"
    for title in ('"A"', '{ en = "A" }'):
        path.write_text(f'title = {title}\nlanguages = ["en"]\n', encoding="utf-8")
        settings = read_settings(path)
        assert settings.title.of("en") == "A"
        assert settings.language == "en"


def test_the_first_language_is_the_default(tmp_path):
    """Whatever order a title has."""
    path = tmp_path / "course.toml"
    path.write_text(HEAD.replace('["ko", "en"]', '["en", "ko"]'), encoding="utf-8")
    assert read_settings(path).language == "en"
    assert read_settings(path).title == Text(ko="가", en="A")


def test_a_folder_that_is_missing_is_named_by_its_own_line(toy_root):
    """Also where its name is met earlier in the file."""
    toml = toy_root / "course.toml"
    text = toml.read_text(encoding="utf-8").replace('["double"]', '[\n  "double",\n  "treble",\n]')
    toml.write_text(f"# treble\n{text}", encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        load_course(toy_root)
    assert not isinstance(caught.value, CourseErrors)
    assert (caught.value.path, caught.value.line) == (toml, 10)
    assert caught.value.sentence.startswith("exercise 'treble' has no folder ")
