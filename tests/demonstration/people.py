"""The class: sixty people, where they hand in, and what."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from tests.demonstration.handed_in import KINDS, Kind

__all__ = ["ABSENT", "CLASS", "EXEMPT", "PLATFORMS", "Person", "roster"]

PLATFORMS = (
    *("canvas", "moodle", "blackboard", "google", "gradescope", "nbgrader"),
    *("archives", "files"),
)
"""Where people hand in; the last two are an archive for each student, and loose files."""

_SURNAMES = {"김": "Kim", "이": "Lee", "박": "Park", "최": "Choi", "정": "Jung", "강": "Kang"}
_GIVEN = {
    "민수": "Minsu", "지우": "Jiwoo", "서연": "Seoyeon", "하준": "Hajun", "유나": "Yuna",
    "도윤": "Doyun", "예은": "Yeeun", "현우": "Hyunwoo", "수빈": "Subin", "태오": "Taeo",
}  # fmt: skip
_KINDS = ("as it should be", "files", *KINDS)


@dataclass(frozen=True)
class Person:
    """One of the class.

    Attributes:
        number: from 1; platforms count from it.
        id: in the course.
        name: as platforms have it.
        language: of the feedback.
        platform: where this one hands in, or empty.
        kind: the name of what is handed in, or empty.
    """

    number: int
    id: str
    name: str
    language: str
    platform: str
    kind: str

    @property
    def mail(self) -> str:
        """An address."""
        return f"{self.id}@example.ac.kr"

    @property
    def lms_number(self) -> int:
        """By which platforms know the person."""
        return 4000 + self.number

    @property
    def handed_in(self) -> Kind:
        """What is handed in."""
        return KINDS[self.kind]


def _people() -> list[Person]:
    names = list(itertools.product(_SURNAMES.items(), _GIVEN.items()))
    people = []
    for number, ((surname, Surname), (given, Given)) in enumerate(names, 1):
        is_korean = number % 3 != 0
        people.append(
            Person(
                number,
                f"{Surname}.{Given}".lower(),
                surname + given if is_korean else f"{Given} {Surname}",
                "ko" if is_korean else "en",
                # So that each kind comes from several, and who tries twice from where both are kept.
                PLATFORMS[(3 * number + 3 + number // len(_KINDS)) % len(PLATFORMS)],
                _KINDS[number % len(_KINDS)],
            )
        )
    return people


CLASS = _people()
ABSENT, EXEMPT = CLASS[17], CLASS[33]
"""Who hands in nothing, and who need not."""


def roster() -> str:
    """`students.csv`."""
    rows = [
        f"{each.id},{each.name},{each.mail},{each.lms_number},{'AB'[each.number % 2]},"
        f"{each.language},{'yes' if each is EXEMPT else ''}"
        for each in CLASS
    ]
    header = "id,name,mail,lms_user_id,section,language,exempt"
    return "\n".join([header, *rows]) + "\n"
