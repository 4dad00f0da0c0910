"""What an exercise is graded by: the key, how it is made, its public file, and answers."""
