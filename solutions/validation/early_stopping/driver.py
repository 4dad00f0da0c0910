def history(submission, scores, **settings):
    """What early stopping makes of a whole run: all its scores, those up to the stop, and those
    of the model that is kept."""
    stop, best = submission(scores, **settings)
    return {
        "without early stopping": scores,
        "until the stop": scores[: int(stop) + 1],
        "until the best epoch": scores[: int(best) + 1],
    }
