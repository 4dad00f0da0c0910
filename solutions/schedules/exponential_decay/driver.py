def several(submission, t, runs):
    """Call it once for each of the settings, always with the same t; a list of the rates."""
    return [submission(t, **settings) for settings in runs]
