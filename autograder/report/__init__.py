"""Showing results to people and machines: terminal, HTML, plots, lines of a file."""
