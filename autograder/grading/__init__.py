"""Cases and outputs to results: the one core that every way of grading calls."""
