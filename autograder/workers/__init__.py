"""Many submissions at once: workers with a warm interpreter each, and a whole class."""
