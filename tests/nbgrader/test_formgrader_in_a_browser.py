"""The formgrader in JupyterLab in a real browser, as an instructor uses it."""

from __future__ import annotations

import pytest

from tests.classroom import SQUARE, Classroom, drop_plots
from tests.jupyterlab import TOKEN, Lab, serving_lab
from tests.nbgrader.browser import browsing, need_browser

pytestmark = [pytest.mark.browser, pytest.mark.nbgrader, pytest.mark.proof]

COMMENT = "Twice, **not** squared: $2x$."


@pytest.fixture
def graded(classroom: Classroom) -> Classroom:
    """A class of which one has not been graded yet."""
    drop_plots(classroom)
    classroom.hand_in("kim", classroom.answered(SQUARE))
    classroom.hand_in("lee", classroom.answered())
    ran = classroom.nbgrader("autograde", "basics")
    assert ran.status == 0, ran.output[-3000:]
    classroom.hand_in("park", classroom.answered())
    return classroom


@pytest.fixture
def lab(graded, tmp_path):
    """JupyterLab, started where the course is."""
    with serving_lab(graded.root, tmp_path / "home") as made:
        yield made


class Formgrader:
    """The formgrader in a page.

    Args:
        page: of Playwright.
        lab: that serves it.
    """

    def __init__(self, page, lab: Lab) -> None:
        self.page = page
        self.lab = lab
        page.set_default_timeout(60_000)

    def go(self, path: str) -> None:
        """Open one of its pages."""
        self.page.goto(f"{self.lab.address}/formgrader/{path}?token={TOKEN}")

    def row(self, student: str):
        """The row of a student among those who handed in."""
        return self.page.locator("tr", has=self.page.get_by_text(student, exact=True))

    def press(self, what: str, student: str) -> str:
        """Press a button of a student, and give what the log then says."""
        self.row(student).locator(f".{what} a").click()
        said = self.page.locator(".modal.in")
        said.wait_for()
        text = said.inner_text()
        said.get_by_role("button", name="OK").click()
        said.wait_for(state="detached")
        return text

    def wait_until_ready(self) -> None:
        """Wait until a submission's page has loaded points and comments, and takes keys."""
        self.page.wait_for_function(
            "formgrader.loaded && formgrader.grades.loaded && formgrader.comments.loaded"
        )

    def saved(self, path: str):
        """Wait until the next change was saved."""
        return self.page.expect_response(
            lambda answer: path in answer.url and answer.request.method == "PUT" and answer.ok
        )


def test_a_score_and_a_comment_by_hand_reach_the_feedback(request, graded, lab):
    """From JupyterLab's menu to the page that a student gets."""
    with browsing(need_browser(request.config)) as page:
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        _open_from_the_menu(page, lab)
        form = Formgrader(page, lab)

        form.go("manage_submissions/basics")
        assert form.row("kim").locator(".score").inner_text() == "6 / 16"
        assert form.row("lee").locator(".status").inner_text() == "graded"
        assert form.row("park").locator(".status").inner_text() == "needs autograding"
        assert "Successfully autograded" in form.press("autograde", "park")
        form.row("park").get_by_text("16 / 16").wait_for()

        form.go("gradebook/basics/basics")
        page.get_by_text("Submission #1", exact=True).wait_for()
        assert page.locator("tbody tr").count() == 3
        _give_by_hand(form, graded)
        assert errors == []

        form.go("manage_submissions/basics")
        assert "Successfully autograded" in form.press("autograde", "kim")
        form.row("kim").get_by_text("13 / 16").wait_for()
        assert "Successfully generated feedback" in form.press("generate-feedback", "kim")
        page.goto(f"{lab.address}/files/feedback/kim/basics/basics.html?token={TOKEN}")
        shown = page.locator("body").inner_text()
    for said in ("13 / 16", "Twice, not squared", "7 / 10", "6 / 6"):
        assert said in shown


def _open_from_the_menu(page, lab: Lab) -> None:
    """The formgrader of JupyterLab, in a tab of its own."""
    page.goto(f"{lab.address}/lab?token={TOKEN}&reset")
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.locator(".lm-Menu-item", has_text="Formgrader").first.click()
    inside = page.frame_locator("iframe").first
    inside.locator("#main-table").get_by_text("basics", exact=True).wait_for()


def _give_by_hand(form: Formgrader, graded: Classroom) -> None:
    """Open kim's submission, and give points and a comment, by keys alone."""
    page = form.page
    form.go(f"submissions/{_submission(graded, 'kim')}/")
    form.wait_until_ready()
    # The first input has the focus; Tab goes on to the next.
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.id") != "double":
        page.keyboard.press("Tab")
    page.keyboard.type("7")
    with form.saved("/api/grade/"):
        page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.id") != "double-answer-comment":
        page.keyboard.press("Shift+Tab")
    page.keyboard.type(COMMENT)
    with form.saved("/api/comment/"):
        page.keyboard.press("Escape")
    before = page.url
    page.keyboard.press("Control+.")
    page.wait_for_url(lambda url: "/submissions/" in url and url != before)


def _submission(graded: Classroom, student: str) -> str:
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{graded.root / 'gradebook.db'}") as gradebook:
        return str(gradebook.find_submission_notebook("basics", "basics", student).id)
