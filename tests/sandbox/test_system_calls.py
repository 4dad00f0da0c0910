"""The list of system calls, its reasons, and the page that says them."""

from __future__ import annotations

from autograder.sandbox.guest.system_calls import ANSWERED, FAMILIES, FILTERED
from tests.sandbox.system_calls_page import PAGE, page
from tests.sandbox.test_confinement import ANSWERS, ARGUMENTS, SYSTEM_CALLS


def test_each_call_is_there_once_and_has_a_reason():
    """Nobody has to look in two places for what a call may do."""
    calls = [call for family in FAMILIES for call in family.calls]
    calls += [each.call for each in FILTERED]
    assert len(calls) == len(set(calls))
    assert all(each.reason.endswith(".") for each in (*FAMILIES, *FILTERED, *ANSWERED))


def test_none_of_those_that_show_the_page_cache_is_there():
    """Nor any of the others that are tried as refused."""
    allowed = {call for family in FAMILIES for call in family.calls}
    assert allowed.isdisjoint(SYSTEM_CALLS)
    assert {each.call for each in FILTERED} <= {
        call for call, *_ in (*ARGUMENTS.values(), *ANSWERS.values())
    }


def test_the_page_is_in_step():
    """`docs/system-calls.md` is what the list says."""
    assert PAGE.read_text(encoding="utf-8") == page()
