"""What is kept of a student, and removing it."""
