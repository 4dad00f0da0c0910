"""Results for people and for machines: terminal, HTML, plots, files."""
