"""What was given by hand, beside what was graded: points and comments."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.exports.class_scores import Points
from autograder.grading.results import ExerciseResult, SubmissionResult
from autograder.nbgrader.feedback_page import PageFacts, points_text
from autograder.report.messages import say

__all__ = ["Earned"]


@dataclass(frozen=True)
class Earned:
    """The points that count for a submission.

    Attributes:
        result: of grading it.
        in_gradebook: the points that a gradebook has, or None.
    """

    result: SubmissionResult
    in_gradebook: Points | None = None

    def facts(self, title: str) -> PageFacts:
        """What a page says above everything else."""
        points = self.in_gradebook or Points(self.result.score, self.result.max_score)
        return PageFacts(title, points.score, points.max_score, points.late_penalty)

    def lines(self, language: str) -> list[str]:
        """The points of the submission, and what a late hand-in costs."""
        facts = self.facts("")
        lines = [points_text(facts.score, facts.max_score, language)]
        if facts.late_penalty > 0:
            late = f"{facts.late_penalty:g}"
            lines.append(say(language, "page_late", points=late))
        return lines

    def text(self, exercise: ExerciseResult, language: str) -> str:
        """The points of an exercise."""
        return points_text(self._points(exercise), exercise.max_score, language)

    def correction(self, exercise: ExerciseResult, language: str) -> str:
        """That an exercise has other points than were graded; empty where it has not."""
        points = self._points(exercise)
        if points == exercise.score:
            return ""
        words = {"points": f"{points:g}", "graded": exercise.score}
        return say(language, "page_corrected", **words)

    def comment(self, exercise: ExerciseResult) -> str:
        """What was written by hand on an exercise's answer, or nothing."""
        known = self.in_gradebook.comments if self.in_gradebook is not None else {}
        return known.get(exercise.exercise, "").strip()

    def _points(self, exercise: ExerciseResult) -> float:
        known = self.in_gradebook.exercises if self.in_gradebook is not None else {}
        return known.get(exercise.exercise, exercise.score)
