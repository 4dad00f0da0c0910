def triangle(submission, a, b):
    """The norms of two vectors and of their sum, which is the third side of their triangle."""
    return [submission(a), submission(b), submission(a + b)]
