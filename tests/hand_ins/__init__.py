"""Hand-ins as people make them, and what becomes of them whoever grades."""
