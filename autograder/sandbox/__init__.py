"""The untrusted side and its door. Knows nothing of courses, expected values or scores."""
