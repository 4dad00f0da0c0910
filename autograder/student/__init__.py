"""A student's day: what was checked and what came of it, hints, starting anew, watching."""
