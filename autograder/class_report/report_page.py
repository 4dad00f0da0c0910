"""The page of a class: one file, which loads nothing, for a screen and for paper."""

from __future__ import annotations

import base64
import functools
import hashlib
import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import jinja2
from markupsafe import Markup, escape

from autograder.class_report.charts import distribution_svg
from autograder.class_report.class_facts import (
    AssignmentFacts,
    MistakeFacts,
    StudentFacts,
    assignment_facts,
    needs_help,
    student_facts,
)
from autograder.class_report.handed_in_code import ClassCode
from autograder.class_report.report_words import ReportWords
from autograder.exports.class_scores import ClassScores

__all__ = ["Titles", "class_page"]

_TEMPLATES: Final = Path(__file__).parent / "templates"
_MOST_NAMES: Final = 60
_LONGEST_MESSAGE: Final = 300


@dataclass(frozen=True)
class Titles:
    """What the course calls things.

    Attributes:
        course: its title.
        assignments: by name.
        exercises: by name.
        language: of these.
    """

    course: str
    assignments: dict[str, str]
    exercises: dict[str, str]
    language: str


def class_page(
    scores: ClassScores,
    titles: Titles,
    code: ClassCode | None,
    late: Mapping[str, list[str]] = MappingProxyType({}),
) -> str:
    """Render the report of a class.

    Args:
        scores: the results; there is at least one.
        titles: what the course calls things.
        code: what was handed in, for examples and for what looks alike; None to leave them out.
        late: by assignment, who was late and by how much.
    """
    students = student_facts(scores)
    assignments = [assignment_facts(scores, name) for name in scores.assignments]
    words = ReportWords(titles.language)
    script = _read("class_report.js")
    found = _drill_down(students, scores, words)
    data = json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    data = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return _template().render(
        w=words,
        titles=titles,
        students=students,
        in_need=needs_help(students),
        assignments=[_assignment(each, scores, titles, code, late, words) for each in assignments],
        style=Markup(_read("class_report.css")),  # noqa: S704 - ours
        script=Markup(script),  # noqa: S704 - ours
        script_digest=digest,
        data=Markup(data),  # noqa: S704 - JSON without any `<`
        has_code=code is not None,
    )


def _assignment(
    facts: AssignmentFacts,
    scores: ClassScores,
    titles: Titles,
    code: ClassCode | None,
    late: Mapping[str, list[str]],
    words: ReportWords,
) -> dict[str, Any]:
    title = titles.assignments.get(facts.name, facts.name)
    mean = facts.mean / facts.max_score if facts.max_score else 0.0
    count, average = len(facts.shares), f"{facts.mean:.1f}"
    label = words("chart", title=title, count=count, mean=average, most=facts.max_score)
    slow = [f"{student} ({words('taken', seconds=f'{s:.1f}')})" for student, s in facts.slow]
    alike = code.alike(facts.name, scores.of_assignment(facts.name)) if code is not None else []
    return {
        "facts": facts,
        "title": title,
        "chart": Markup(  # noqa: S704 - matplotlib's, with our words
            distribution_svg(facts.shares, mean, html.escape(label), words)
        ),
        "mistakes": [_mistake(each, facts.name, code) for each in facts.mistakes],
        "unexplained": [_mistake(each, facts.name, code) for each in facts.unexplained],
        "alike": alike,
        "notable": [
            (words(what), _names(names))
            for what, names in {
                "absent": facts.absent,
                "corrected": facts.corrected,
                "late": late.get(facts.name, []),
                "unreadable": facts.unreadable,
                "timed_out": facts.timed_out,
                "slow": slow,
            }.items()
        ],
        "renamed": facts.renamed[:_MOST_NAMES],
    }


def _mistake(facts: MistakeFacts, assignment: str, code: ClassCode | None) -> dict[str, Any]:
    example = ""
    if code is not None:
        example = code.example(assignment, facts.exercise, facts.students)
    return {"facts": facts, "names": _names(facts.students), "example": example}


def _names(names: list[str]) -> str:
    return ", ".join([*names[:_MOST_NAMES], *(["..."] if len(names) > _MOST_NAMES else [])])


def _drill_down(
    students: list[StudentFacts], scores: ClassScores, words: ReportWords
) -> dict[str, Any]:
    """For each student what a click shows: assignments, exercises, checks that were not passed.

    Most sentences are said to many: each stands there once, and is named by its number.
    """
    numbers: dict[str, int] = {}

    def text(sentence: str) -> int:
        return numbers.setdefault(sentence[:_LONGEST_MESSAGE], len(numbers))

    rows = [
        [
            [
                text(name),
                text(record.note),
                [
                    [
                        text(each.exercise),
                        _plain(earned),
                        each.max_score,
                        [text(told.hint) for told in each.diagnoses[:3]],
                        [
                            [
                                text(check.name),
                                text(words.status(check.status)),
                                text(check.message),
                            ]
                            for check in each.checks
                            if check.status != "passed"
                        ],
                    ]
                    for each, earned in zip(
                        record.exercises, scores.exercise_points(record), strict=True
                    )
                ],
            ]
            for name, record in student.records.items()
        ]
        for student in students
    ]
    said = {name: words(name) for name in ("filter", "nothing_there")}
    # The gaps of this one are filled in the page.
    said["rows_shown"] = words("rows_shown", shown="{shown}", total="{total}")
    return {"texts": list(numbers), "students": rows, "words": said}


def _plain(points: float) -> float:
    """Points as whole numbers where they are whole."""
    return int(points) if points == int(points) else round(points, 2)


def _with_code(text: str) -> Markup:
    """A sentence in which what stands in backquotes is code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704


@functools.cache
def _read(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


@functools.cache
def _template() -> jinja2.Template:
    loader = jinja2.FileSystemLoader(_TEMPLATES)
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True)
    environment.filters["plain"] = _plain
    environment.filters["percent"] = lambda share: f"{100 * share:.0f}"
    environment.filters["two"] = lambda number: "–" if number is None else f"{number:.2f}"
    environment.filters["milliseconds"] = lambda number: (
        "–" if number is None else f"{1000 * number:.1f}"
    )
    environment.filters["with_code"] = _with_code
    return environment.get_template("class_report.html.j2")
