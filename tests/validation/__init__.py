"""Is the grading itself examined rightly."""
