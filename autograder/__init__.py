"""Auto-graded numerical coursework that names the mistake."""

__version__ = "0.1.0"
