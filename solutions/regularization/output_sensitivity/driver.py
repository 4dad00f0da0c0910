def two_models(submission, large, small, X, dX):
    """The sensitivity of two models to the same noise."""
    return {
        "large weights": submission(large, X, dX),
        "small weights": submission(small, X, dX),
    }
