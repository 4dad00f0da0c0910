"""nbgrader's gradebook: writing a class's results into it, one transaction for each submission."""
