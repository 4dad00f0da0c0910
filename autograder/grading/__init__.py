"""From a submission and its keys to a result: the one core that every way of grading calls."""
