"""The page about a class."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from pathlib import Path

import msgspec
import pytest

from autograder.class_report.class_facts import assignment_facts, needs_help, student_facts
from autograder.class_report.likeness import alike_pairs
from autograder.collecting.roster import Roster, Student
from autograder.exports.class_scores import ClassScores
from autograder.report.class_report_texts import CLASS_REPORT
from tests.cli.running import run, stopped
from tests.exports.results import ROSTER, correct_by_hand, record, write_results
from tests.nbgrader.browser import listening, need_browser, open_pages
from tests.toy_settings import TOY

HOSTILE = "<script>alert(1)</script>"
ANSWER = """\
def double(x):
    total = 0
    for part in [x, x]:
        total = total + part * 1.0 - 0
    helper = lambda q: (q * 3 - q * 2) / (1 + 0 * q)
    return helper(total) if total is not None else sum([x, x, 0, 0])
"""


@pytest.fixture
def course(tmp_path) -> Path:
    """A copy of the toy course with a roster, results and what was handed in."""
    root = Path(shutil.copytree(TOY, tmp_path / "course"))
    (root / "students.csv").write_text(ROSTER + "absent,Absent,,,,\n", encoding="utf-8")
    write_results(
        root / "results.jsonl", record("kim", 4), record("lee", 16), record("<b>", 0, hint=HOSTILE)
    )
    for student in ("kim", "lee"):
        folder = root / "submitted" / student / "basics"
        folder.mkdir(parents=True)
        # The same program with other names, layout and comments.
        text = ANSWER if student == "kim" else ANSWER.replace("total", "t").replace("helper", "h")
        (folder / "double.py").write_text(f"# {student}\n\n{text}", encoding="utf-8")
    return root


def _with_checks(submission, **fields):
    """A submission of one exercise, with fields of its checks replaced by these, in order."""
    (exercise,) = submission.exercises
    checks = [
        msgspec.structs.replace(check, **{name: values[n] for name, values in fields.items()})
        for n, check in enumerate(exercise.checks)
    ]
    changed = msgspec.structs.replace(exercise, checks=checks)
    return msgspec.structs.replace(submission, exercises=[changed])


def _taking(submission, *, few, large):
    return _with_checks(submission, seconds=[few, large])


def _all_errors(submission):
    return _with_checks(submission, status=["error", "error"])


class TestFacts:
    """What is worked out."""

    def test_a_check_that_the_weak_pass_discriminates_badly(self):
        records = [record(f"s{n}", [0, 4, 16][n % 3]) for n in range(9)]
        facts = assignment_facts(ClassScores.of(records, None), "basics")
        few, large = facts.checks
        assert (few.passed, large.passed, few.count) == (6, 3, 9)
        assert few.discrimination == pytest.approx(0.5)
        assert large.statuses == {"failed": 6}
        assert (facts.mistakes[0].name, len(facts.mistakes[0].students)) == ("squares", 6)
        assert facts.exercises[0].mean == pytest.approx(20 / 3)

    def test_of_few_submissions_nothing_is_correlated(self):
        facts = assignment_facts(ClassScores.of([record("a", 4), record("b", 16)], None), "basics")
        assert facts.checks[0].discrimination is None

    def test_a_check_takes_the_median_and_an_exercise_all_its_checks(self):
        records = [_taking(record(f"s{n}", 4), few=n, large=10.0) for n in range(3)]
        facts = assignment_facts(ClassScores.of(records, None), "basics")
        assert [each.seconds for each in facts.checks] == [1.0, 10.0]
        assert [each.seconds for each in facts.exercises] == [11.0]
        unmeasured = assignment_facts(ClassScores.of([record("a", 4)], None), "basics")
        assert unmeasured.checks[0].seconds is unmeasured.exercises[0].seconds is None

    def test_what_was_never_asked_could_not_be_read(self):
        unread = _all_errors(record("unread", 0))
        raised = _taking(_all_errors(record("raised", 0)), few=0.1, large=0.1)
        facts = assignment_facts(ClassScores.of([unread, raised, record("a", 4)], None), "basics")
        assert facts.unreadable == ["unread"]

    def test_answers_that_nothing_explains_are_grouped(self):
        records = []
        for name, signature in {"a": "12ab", "b": "12ab", "c": "77ff", "d": None}.items():
            each = record(name, 4)
            exercise = msgspec.structs.replace(each.exercises[0], signature=signature)
            records.append(msgspec.structs.replace(each, exercises=[exercise]))
        facts = assignment_facts(ClassScores.of(records, None), "basics")
        assert [(g.name, g.students) for g in facts.unexplained] == [
            ("12ab", ["a", "b"]), ("77ff", ["c"]),
        ]  # fmt: skip

    def test_who_handed_in_nothing_may_need_help_first(self):
        roster = Roster({"gone": Student("gone"), "free": Student("free", exempt=True)})
        scores = ClassScores.of([record("kim", 4), record("lee", 16)], roster)
        assert [each.student for each in needs_help(student_facts(scores))] == ["gone", "kim"]
        assert assignment_facts(scores, "basics").absent == ["gone"]

    def test_who_is_exempt_loses_nothing_by_what_was_not_handed_in(self):
        roster = Roster({"free": Student("free", exempt=True), "kim": Student("kim")})
        records = [record(each, 16) for each in ("free", "kim")]
        scores = ClassScores.of([*records, record("lee", 4, assignment="other")], roster)
        found = {each.student: (each.score, each.max_score) for each in student_facts(scores)}
        assert found == {"free": (16, 16), "kim": (16, 32), "lee": (4, 32)}


class TestLikeness:
    """Who looks alike."""

    def test_other_names_and_layout_hide_nothing(self):
        other = ANSWER.replace("total", "t").replace("    ", "  ").replace("x", "value")
        plain = "def double(x):\n    return 2 * x\n"
        pairs = alike_pairs({"a": ANSWER, "b": other, "c": plain, "d": plain}, [])
        assert [(each.students, round(each.share, 2)) for each in pairs] == [(("a", "b"), 1.0)]

    def test_what_was_handed_out_or_many_have_says_nothing(self):
        programs = {f"s{n}": ANSWER for n in range(30)}
        assert alike_pairs(programs, []) == []
        assert alike_pairs({"a": ANSWER, "b": ANSWER}, [ANSWER]) == []

    def test_a_program_that_is_all_one_token_takes_no_time(self):
        assert alike_pairs({"a": "'" * 300_000, "b": '"""' * 100_000}, []) == []


class TestPage:
    """What is written."""

    def page(self, course, *options):
        ran = run("report", "--lang", "en", *options, cwd=course)
        assert (ran.code, ran.err) == (0, "")
        return (course / "report.html").read_text(encoding="utf-8")

    def test_it_says_what_a_lecturer_asks(self, course):
        page = self.page(course)
        for said in (
            "Commonest mistakes",
            "Is it squared?",
            "kim",
            "김철수",
            "absent",
            "Absent",
            "Submissions that look alike",
            "100 %",
            '<svg role="img" aria-label="Basics: 3 ',
        ):
            assert said in page
        assert "def double(x):" in page  # one example

    def test_all_its_own_words_are_in_the_language_that_is_asked_for(self, course):
        assert run("report", "--lang", "ko", cwd=course).code == 0
        page = (course / "report.html").read_text(encoding="utf-8")
        assert '<html lang="ko">' in page
        shown = re.sub(r"<(style|script|code|pre)\b.*?</\1>", "", page, flags=re.DOTALL)
        for said in CLASS_REPORT["en"].values():
            if len(said) > 8 and "{" not in said:
                assert said not in shown
        for name in ("exercises", "checks", "milliseconds", "mistakes", "absent", "everybody"):
            assert CLASS_REPORT["ko"][name] in shown
        assert "비공개" in shown

    def test_it_says_who_was_late_and_kept_no_extension(self, course):
        toml = course / "course.toml"
        text = toml.read_text(encoding="utf-8")
        due = 'name = "basics"\ndue = 2026-11-30T18:00:00+09:00\n'
        toml.write_text(text.replace('name = "basics"\n', due), encoding="utf-8")
        for student in ("kim", "lee"):
            stamp = course / "submitted" / student / "basics" / "timestamp.txt"
            stamp.write_text("2026-12-01 21:30:00 +0900\n", encoding="ascii")
        (course / "students.csv").write_text("id,extension\nkim,\nlee,2026-12-02T00:00:00+09:00\n")
        assert "<dt>Late</dt><dd>kim (1 d 3 h)</dd>" in self.page(course)

    @pytest.mark.nbgrader
    def test_points_that_were_corrected_by_hand_count(self, course):
        correct_by_hand(course)
        ran = run("report", "--lang", "en", cwd=course)
        assert ran.err == "corrected by hand or late, as the gradebook has it: kim\n"
        page = (course / "report.html").read_text(encoding="utf-8")
        assert '<td class="number" data-value="8.5">8.5 / 16</td>' in page
        assert "<dt>Corrected by hand, or less for being late</dt><dd>kim</dd>" in page
        data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])
        assert [10.5, 16] in [
            exercise[1:3]
            for student in data["students"]
            for each in student
            for exercise in each[2]
        ]
        assert "8.5 / 16" not in self.page(course, "--no-gradebook")

    def test_it_loads_nothing_and_runs_our_script_alone(self, course):
        page = self.page(course)
        assert HOSTILE not in page
        assert "<b>" not in page
        scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
        assert len(scripts) == 1
        assert f"script-src 'sha256-{digest}'" in page
        addresses = set(re.findall(r"https?://[^\s\"'<]+", page))
        assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}

    def test_an_anonymous_page_has_no_names_and_no_code(self, course):
        page = self.page(course, "--anonymous")
        for name in ("kim", "lee", "김철수", "absent", "def double", "wrong value"):
            assert name not in page

    def test_a_class_of_a_thousand_is_small(self, course):
        write_results(
            course / "results.jsonl", *(record(f"s{n}", [0, 4, 16][n % 3]) for n in range(1000))
        )
        page = self.page(course, "--submitted", "submitted")
        assert len(page.encode()) < 1_000_000
        data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])
        assert len(data["students"]) == 1000 + 3

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (["missing.jsonl"], "cannot be read"),
            (["students.csv"], "students.csv:1: "),
            (["--submitted", "nowhere"], "there is no folder nowhere"),
            (["--assignment", "basic"], "did you mean"),
        ],
    )
    def test_what_cannot_be_reported_is_one_sentence(self, course, options, said):
        assert said in stopped(run("report", *options, cwd=course))
        assert not (course / "report.html").exists()

    @pytest.mark.browser
    def test_in_a_browser_tables_can_be_sorted_and_nobody_is_asked(self, course, request):
        browser = need_browser(request.config)
        self.page(course)
        with listening() as listener:
            (document,) = open_pages(browser, listener, (course / "report.html").as_uri())
        assert listener.asked == []
        assert re.search(
            r'<th scope="col" class="number"><button type="button">passed</button>', document
        )
