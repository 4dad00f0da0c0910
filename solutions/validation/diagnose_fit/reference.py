def diagnose_fit(train_error, validation_error, target_error, gap):
    """Tell whether a model underfits, overfits or is good, from its errors.

    "underfit" if train_error > target_error
    "overfit"  else, if validation_error - train_error > gap
    "good"     else

    Args:
        train_error: error on the training data, a float, at least 0.
        validation_error: error on the validation data, a float, at least 0.
        target_error: the training error that can be hoped for, a number, at least 0.
        gap: how much larger the validation error may be, a number, at least 0.

    Returns:
        "underfit", "overfit" or "good".

    Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 5.2.
    """
    ### BEGIN SOLUTION
    if train_error > target_error:
        return "underfit"
    if validation_error - train_error > gap:
        return "overfit"
    return "good"
    ### END SOLUTION
