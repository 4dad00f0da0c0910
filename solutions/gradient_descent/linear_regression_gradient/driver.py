def at_points(submission, points, X, y):
    """The gradients at several points, all with the same data."""
    return [submission(w, X, y) for w in points]
