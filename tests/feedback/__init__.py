"""Pages and texts for students: what was graded, what was found, what to do next."""
