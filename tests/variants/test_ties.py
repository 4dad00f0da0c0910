"""Pairs that answer alike: what is said of an answer that fits them all."""

from __future__ import annotations

import pytest

from autograder.keys.library import PART_OF_PAIR, Explanation
from autograder.variants.ties import is_tie, said_by_both
from autograder.variants.variant import COST, Variant

SUMMED = Explanation("mistake", "summed")
SWAPPED = Explanation("mistake", "swapped")
SIGN = Explanation("edit", "flip_sign", of="w")
TERM = Explanation("edit", "drop_term", of="beta")
NEGATED = Explanation("factor", "factor", value=-1.0)
THREE = Explanation("rounding", "rounding", value=3.0)
FOUR = Explanation("rounding", "rounding", value=4.0)


def pair(*explanations: Explanation) -> Variant:
    """Two explanations together."""
    return Variant(explanations, COST["pair"])


@pytest.mark.parametrize(
    ("first", "other", "said"),
    [
        (pair(SUMMED, SIGN), pair(SUMMED, TERM), (SUMMED,)),
        (pair(SUMMED, SIGN), pair(SWAPPED, TERM), ()),
        (pair(SUMMED, SIGN), pair(SWAPPED, SIGN), (SIGN,)),
        (pair(SUMMED, SIGN), Variant((SUMMED,), PART_OF_PAIR), (SUMMED,)),
        (Variant((), PART_OF_PAIR), pair(SUMMED, SIGN), ()),
        (pair(SUMMED, NEGATED), pair(SWAPPED, THREE), ()),
    ],
)
def test_a_part_is_said_of_pairs_that_differ(
    first: Variant, other: Variant, said: tuple[Explanation, ...]
) -> None:
    """What only some of the pairs say is not said."""
    assert is_tie(first, other)
    both = said_by_both(first, other)
    assert both.explanations == said
    assert both.cost == PART_OF_PAIR


@pytest.mark.parametrize("turn", [1, -1])
def test_what_is_done_from_outside_is_preferred_to_an_edit_of_the_same_mistake(turn: int) -> None:
    """Whichever of them was listed first."""
    first, other = [pair(SUMMED, NEGATED), pair(SUMMED, SIGN)][::turn]
    assert said_by_both(first, other) == pair(SUMMED, NEGATED)


@pytest.mark.parametrize("turn", [1, -1])
def test_two_listed_mistakes_and_likely_edits_are_preferred(turn: int) -> None:
    """Whichever of them was listed first."""
    first, other = [pair(SUMMED, SWAPPED), pair(SUMMED, SIGN)][::turn]
    assert said_by_both(first, other) == pair(SUMMED, SWAPPED)
    unlikely = Explanation("edit", "square_operand", of="cumsum")
    first, other = [pair(SUMMED, SIGN), pair(SUMMED, unlikely)][::turn]
    assert said_by_both(first, other) == pair(SUMMED, SIGN)


@pytest.mark.parametrize("turn", [1, -1])
def test_a_listed_mistake_is_preferred_to_an_edit_of_the_reference(turn: int) -> None:
    """Whichever of them was listed first."""
    first, other = [pair(SUMMED, THREE), pair(SIGN, THREE)][::turn]
    assert said_by_both(first, other) == pair(SUMMED, THREE)


def test_of_edits_about_the_same_thing_the_first_is_said() -> None:
    """With a mistake below them, and in the reference."""
    twice = Explanation("edit", "double_term", of="beta")
    assert said_by_both(pair(SUMMED, TERM), pair(SUMMED, twice)) == pair(SUMMED, TERM)
    assert said_by_both(pair(TERM, THREE), pair(SIGN, THREE)) == pair(TERM, THREE)


def test_a_number_in_which_two_differ_is_left_out() -> None:
    """They say the same but for it."""
    both = said_by_both(pair(SUMMED, THREE), pair(SUMMED, FOUR))
    assert both.explanations == (SUMMED, Explanation("rounding", "rounding"))
    assert both.cost == COST["pair"]


def test_a_single_explanation_is_likelier_than_any_pair() -> None:
    """The likelier one is said, and of two single edits the one that was listed first."""
    assert not is_tie(Variant((SIGN,), COST["single"]), pair(SUMMED, SIGN))
    assert not is_tie(Variant((SIGN,), COST["single"]), Variant((TERM,), COST["single"]))


@pytest.mark.parametrize(
    ("edit", "argument", "said"),
    [
        (Explanation("edit", "replace_function", of="square_for_abs"), "ratio", None),
        (Explanation("edit", "change_axis", of="axis"), "axis", "edit"),
        (Explanation("edit", "drop_term", of="lr"), "grad", "edit"),
    ],
)
def test_an_argument_without_effect_is_said_rather_than_an_edit_of_something_else(
    edit: Explanation, argument: str, said: str | None
) -> None:
    """That the argument changes nothing is true of either program; its number is not known."""
    first = Variant((edit,), COST["single"])
    other = Variant((Explanation("argument", argument, value=0.0),), COST["single"])
    assert is_tie(first, other) == (said is None)
    if said is None:
        unused = (Explanation("argument", argument),)
        assert said_by_both(first, other) == Variant(unused, COST["single"])
