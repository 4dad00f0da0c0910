"""Who a hand-in is from: what a platform says of a person, and the one on the roster."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from autograder.collecting.roster import Roster, Student
from autograder.collecting.student_names import student_id

__all__ = ["Claim", "People", "Whose", "WhoseReason", "folded", "name_keys"]

WhoseReason = Literal["not_on_roster", "same_name", "no_name"]


@dataclass(frozen=True)
class Claim:
    """What a platform says of who handed in.

    Attributes:
        ids: what identifies a person: a login, an address, the platform's number.
        names: the person's full name, as the platform writes it.
        own: the id of the student where there is no roster; empty where nothing is good enough.
        tells_apart: a number that says which of several of one name it is, and no more: what it
            counts is the platform's own, and the same number may be somebody else's id.
    """

    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    own: str = ""
    tells_apart: str = ""


def folded(text: str) -> str:
    """A name without case, accents, and anything that is no letter or digit."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = (each for each in plain if each.isalnum() and not unicodedata.combining(each))
    return unicodedata.normalize("NFC", "".join(kept))


def name_keys(name: str) -> set[str]:
    """A full name folded, with its last word first, its first word last, and as it is."""
    words = name.replace(",", " ").split()
    keys = {folded("".join(words))}
    if len(words) > 1:
        keys |= {folded("".join([*words[1:], words[0]])), folded("".join([words[-1], *words[:-1]]))}
    return keys - {""}


@dataclass(frozen=True)
class Whose:
    """Who a claim is about.

    Attributes:
        student: the id, or empty.
        reason: why there is none; None where there is one.
    """

    student: str
    reason: WhoseReason | None = None


class People:
    """Those who take part, as platforms may call them.

    Args:
        roster: of the course, or None where nobody knows who takes part.
    """

    def __init__(self, roster: Roster | None) -> None:
        self._roster = roster
        self._by_id: defaultdict[str, set[str]] = defaultdict(set)
        self._by_name: defaultdict[str, set[str]] = defaultdict(set)
        for each in roster.students.values() if roster is not None else ():
            for key in _ids(each):
                self._by_id[key].add(each.id)
            for key in name_keys(each.name):
                self._by_name[key].add(each.id)

    def place(self, claims: Iterable[Claim]) -> dict[Claim, Whose]:
        """Who each of these claims is about; by an id, or by a name that only one has.

        Two claims that nothing but a name ties to one student are both refused: two people have it.
        """
        found = {claim: self._find(claim) for claim in claims}
        if self._roster is None:
            return _told_apart(found)
        named = defaultdict(list)
        for claim, whose in found.items():
            if whose.student and not self._students_with_id(claim):
                named[whose.student].append(claim)
        for claims_of_one in named.values():
            if len(claims_of_one) > 1:
                found |= dict.fromkeys(claims_of_one, Whose("", "same_name"))
        return found

    def _find(self, claim: Claim) -> Whose:
        if self._roster is None:
            return Whose(student_id(claim.own), None if claim.own else "no_name")
        students = self._students_with_id(claim)
        if not students:
            keys = {key for name in claim.names for key in (name, folded(name)) if key}
            students = set().union(*(self._by_name.get(key, set()) for key in keys))
        if len(students) > 1 and claim.tells_apart:
            students = students & self._by_id.get(_plain(claim.tells_apart), set()) or students
        if len(students) == 1:
            return Whose(next(iter(students)))
        if students:
            return Whose("", "same_name")
        return Whose("", "not_on_roster" if claim.ids or claim.names else "no_name")

    def _students_with_id(self, claim: Claim) -> set[str]:
        return set().union(*(self._by_id.get(_plain(each), set()) for each in claim.ids))


def _told_apart(found: dict[Claim, Whose]) -> dict[Claim, Whose]:
    """Where several have one name, a platform's number tells them apart."""
    counts = Counter(whose.student for whose in found.values())
    return {
        claim: Whose(student_id(f"{whose.student}_{number}"))
        if counts[whose.student] > 1 and whose.student and (number := _number(claim))
        else whose
        for claim, whose in found.items()
    }


def _number(claim: Claim) -> str:
    return claim.tells_apart or next(iter(claim.ids), "")


def _ids(student: Student) -> set[str]:
    return {_plain(each) for each in (student.id, student.mail, student.lms_user_id) if each}


def _plain(text: str) -> str:
    """An id as it is compared: platforms differ in case and in form."""
    return student_id(text).strip().casefold()
