"""What an exercise is graded by: the key, making it from a solution, its public file."""
