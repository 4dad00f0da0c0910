def with_each(submission, values, betas):
    """The sequence itself, and its moving average with each beta."""
    return [values, *(submission(values, beta) for beta in betas)]
