"""Is the grading itself right: references, stubs, mistakes, alternatives."""

from autograder.validation.examination import Examination, examine

__all__ = ["Examination", "examine"]
