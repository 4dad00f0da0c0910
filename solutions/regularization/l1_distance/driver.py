def both_ways(submission, a, b):
    """The distance from a to b, and back again from b to a."""
    return [submission(a, b), submission(b, a)]
