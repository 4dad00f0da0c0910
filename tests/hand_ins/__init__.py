"""Right hand-ins as people write them, for every way of grading."""
