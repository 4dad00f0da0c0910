class Counter:
    """Counts by steps of `step`."""

    def __init__(self, step):
        ### BEGIN SOLUTION
        self.step = step
        self.count = 0
        ### END SOLUTION

    def next(self):
        """Count once more; the new count."""
        ### BEGIN SOLUTION
        self.count += self.step
        return self.count
        ### END SOLUTION
