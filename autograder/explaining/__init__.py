"""What was asked of one submission, what came back, and why the points are what they are."""
