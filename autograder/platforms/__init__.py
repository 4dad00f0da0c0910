"""What learning platforms give out, laid out as submissions."""
