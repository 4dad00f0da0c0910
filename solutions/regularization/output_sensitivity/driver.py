def two_models(submission, large, small, X, dX):
    """The sensitivity of two models to the same noise."""
    return {
        "large weights": submission(large, X, dX),
        "small weights": submission(small, X, dX),
    }


def moves(submission, w, X, targets):
    """Move the inputs to each target; every change is asked for twice, of the same arrays."""
    changes = []
    for target in targets:
        dX = target - X
        changes += [submission(w, X, dX), submission(w, X, dX)]
    return changes
