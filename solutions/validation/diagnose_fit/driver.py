def each(submission, train_errors, validation_errors, **limits):
    """The verdict on each of several models."""
    return [
        submission(float(train_error), float(validation_error), **limits)
        for train_error, validation_error in zip(train_errors, validation_errors, strict=True)
    ]
