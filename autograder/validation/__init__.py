"""Is the grading itself right: references, stubs, alternatives, mistakes, mutants."""
