"""The formgrader's answers to a browser: no student's file acts as the teacher."""

from __future__ import annotations

import functools
import os
import sys
from pathlib import Path
from typing import Any, Final

import nbgrader
from tornado import web

from autograder.nbgrader.feedback_page import TEMPLATES

__all__ = ["guard_formgrader", "template_folders"]

_HANDLERS: Final = "nbgrader.server_extensions.formgrader.handlers"
_OF_PAGES: Final = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
_OF_FILES: Final = "sandbox; default-src 'none'; img-src 'self' data:; frame-ancestors 'self'"


def guard_formgrader() -> None:
    """Have the formgrader of this process load nothing from elsewhere and serve no active page.

    It says so in headers, which a page cannot change. Where there is no formgrader, this does
    nothing.
    """
    handlers = sys.modules.get(_HANDLERS)
    if handlers is not None:
        _guard(handlers)


def template_folders() -> list[str]:
    """Where the templates of the formgrader's pages are: ours come before nbconvert's."""
    theirs = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader" / "templates"
    return [str(TEMPLATES / "formgrader"), str(theirs)]


@functools.cache
def _guard(handlers: Any) -> None:
    handlers.SubmissionHandler.content_security_policy = _OF_PAGES
    files = handlers.SubmissionFilesHandler
    files.content_security_policy = _OF_FILES
    parse = files.parse_url_path

    @functools.wraps(parse)
    def parse_url_path(self: Any, url_path: str) -> str:
        path = str(parse(self, url_path))
        graded = os.path.join(self.coursedir.root, self.coursedir.autograded_directory)
        if not os.path.abspath(path).startswith(os.path.abspath(graded) + os.sep):
            raise web.HTTPError(404)
        return path

    files.parse_url_path = parse_url_path
