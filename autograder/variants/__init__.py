"""All known ways of being wrong in an exercise, and what each of them answers."""
