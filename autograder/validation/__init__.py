"""Validating the grading itself: references, stubs, alternatives, mistakes, mutants."""
