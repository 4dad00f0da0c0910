"""A text in several languages."""

from __future__ import annotations

import copy
import pickle

import msgspec
import pytest

from autograder.texts import Text, decode_text, encode_text, is_language, text_by_language


class Holder(msgspec.Struct):
    """What a file has a text in."""

    title: Text


def test_a_language_that_it_has():
    """Is what is said."""
    assert Text(ko="둘", en="two").of("ko") == "둘"


def test_a_language_that_it_lacks_is_english():
    """Else the first that it has."""
    assert Text(ko="둘", en="two").of("es") == "two"
    assert Text(es="dos", ko="둘").of("en") == "dos"


def test_a_text_without_languages_is_the_same_in_all():
    """A sign needs no translation."""
    assert [Text("w₁").of(each) for each in ("ko", "en")] == ["w₁", "w₁"]
    assert Text("w₁").languages == ()


def test_its_languages_keep_their_order():
    """The first is the course's default."""
    assert Text(ko="둘", en="two").languages == ("ko", "en")


def test_others_are_in_brackets():
    """Those that say something else."""
    assert Text(ko="둘", en="two", es="dos").with_others("en") == "two (둘, dos)"
    assert Text(ko="x", en="x").with_others("ko") == "x"
    assert Text("x").with_others("ko") == "x"


@pytest.mark.parametrize("text", [Text(ko="둘", en="two"), Text("w₁")])
def test_it_survives_files_copies_and_processes(text):
    """It is the same afterwards."""
    data = msgspec.json.encode(Holder(text), enc_hook=encode_text)
    assert msgspec.json.decode(data, type=Holder, dec_hook=decode_text).title == text
    assert pickle.loads(pickle.dumps(text)) == copy.deepcopy(text) == text
    assert hash(copy.deepcopy(text)) == hash(text)


def test_equality_looks_at_every_language():
    """And takes no string for a text."""
    assert Text(ko="둘", en="two") != Text(ko="둘", en="2")
    assert Text("x") != Text(en="x")
    assert Text("x") != "x"


@pytest.mark.parametrize(
    "value", [3, None, {}, {"en": 3}, {3: "three"}, {"english": "two"}, ["two"]], ids=repr
)
def test_what_is_no_text_is_refused(value):
    """With what was given."""
    with pytest.raises(ValueError, match="a text is a string, or strings by language"):
        text_by_language(value)


def test_a_text_of_nothing_or_of_both_is_refused():
    """It is given once, or by language."""
    for make in (Text, lambda: Text("x", en="x")):
        with pytest.raises(ValueError, match="a text is given by language"):
            make()


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("en", True),
        ("pt_BR", True),
        ("zh_Hant", True),
        ("EN", False),
        ("english", False),
        ("e", False),
        ("", False),
        ("en-GB", False),
        (3, False),
    ],
)
def test_the_names_of_languages(name, right):
    """Small letters, and perhaps a region or a script."""
    assert is_language(name) is right
