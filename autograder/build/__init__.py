"""Building what is handed out: stubs, public checks, source and release notebooks, pages."""
