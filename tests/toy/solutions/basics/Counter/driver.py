def counts(submission, step, times):
    """Count with a fresh counter; all counts."""
    counter = submission(step)
    return [counter.next() for _ in range(times)]
