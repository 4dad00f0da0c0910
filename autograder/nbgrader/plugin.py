"""The plug-in for nbgrader: what it does in the place of a kernel, and before and after.

Configuration is all it takes; `nbgrader_config.py` says

    from autograder.nbgrader.plugin import configure
    configure(get_config())

Everything here fails closed: a notebook that cannot be read is graded as an empty one, and a cell
that is not what the instructor released is put back.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SAWarning

from autograder.build.release import find_tools
from autograder.course import CourseError, find_course
from autograder.limits import Limits
from autograder.nbgrader.autograding_summary import summarise_autograding
from autograder.nbgrader.before_grading import look_before_grading
from autograder.nbgrader.clean_notebook import ReadSafely
from autograder.nbgrader.companions import leave_companions
from autograder.nbgrader.feedback_exporter import FeedbackPages, safe_markdown
from autograder.nbgrader.formgrader import guard_formgrader, template_folders
from autograder.nbgrader.grade_in_sandbox import GradeInSandbox
from autograder.nbgrader.hidden_tests import HideHiddenTests
from autograder.nbgrader.kept_back import keep_feedback_back
from autograder.nbgrader.resolved_hand_ins import resolve_hand_ins
from autograder.nbgrader.save_scores import SaveScores
from autograder.nbgrader.side_by_side import SANITIZERS, grade_side_by_side
from autograder.nbgrader.zip_collect import CollectByStudent, UnpackByStudent

__all__ = ["configure"]


def configure(config: Any, root: str | Path | None = None) -> None:
    """Have nbgrader grade a course in the sandbox, one of ours or any other.

    Args:
        config: what `get_config()` gives in `nbgrader_config.py`.
        root: of the course of ours whose exercises are graded, or a folder below it; None for the
            folder that nbgrader works in, where no `course.toml` has to be.

    Raises:
        SystemExit: if there is no course of ours where one is said to be. nbgrader passes over any
            other error in its configuration, and would then run student code without a sandbox.
    """
    find_tools()
    # These come from nbgrader's use of SQLAlchemy; an instructor cannot fix them.
    warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
    if root is not None:
        try:
            config.GradeInSandbox.course = str(find_course(Path(root).resolve()))
        except CourseError as error:
            raise SystemExit(f"nbgrader_config.py: {error}") from None
    leave_companions()
    resolve_hand_ins()
    summarise_autograding()
    look_before_grading(_limits_for)
    grade_side_by_side()
    keep_feedback_back()
    guard_formgrader()
    config.Autograde.exporter_class = ReadSafely
    config.Autograde.sanitize_preprocessors = [*SANITIZERS]
    config.Autograde.autograde_preprocessors = [
        GradeInSandbox,
        "nbgrader.preprocessors.IgnorePattern",
        "nbconvert.preprocessors.ClearMetadataPreprocessor",
        "nbgrader.preprocessors.LimitOutput",
        SaveScores,
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    config.ZipCollectApp.extractor_plugin = UnpackByStudent
    config.ZipCollectApp.collector_plugin = CollectByStudent
    config.GenerateFeedback.exporter_class = FeedbackPages
    config.GenerateFeedback.preprocessors = [
        "nbgrader.preprocessors.GetGrades",
        HideHiddenTests,
    ]
    # What follows is for the formgrader, whose pages are nbgrader's own.
    config.HTMLExporter.filters = {"markdown2html": safe_markdown}
    config.HTMLExporter.extra_template_basedirs = template_folders()


def _limits_for(converter: Any) -> Limits | None:
    plugin = GradeInSandbox(parent=converter)
    return plugin.limits() if plugin.enabled else None
