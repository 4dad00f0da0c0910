"""Results in the formats of gradebooks and platforms."""
