def select_hyperparameter(candidates, fit, score, train, validation, test):
    """The candidate whose model does best on the validation data, and its score on the test data.

    best = argmax over c of score(fit(c, train), validation)

    Args:
        candidates: the values to choose from, a list of different numbers, at least one.
        fit: a function; fit(candidate, data) returns a model that has learned from these data.
        score: a function; score(model, data) returns a finite float, higher is better, possibly
            negative.
        train: the training data, a float64 array (n, d) with one row per sample, at least one; the
            only data for `fit`.
        validation: the validation data, an array of the same kind; they alone decide.
        test: the test data, likewise; scored exactly once, by the chosen model.

    Returns:
        (candidate, test_score): of equally good candidates the first.

    Source: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2009, 7.2.
    """
    ### BEGIN SOLUTION
    best_candidate, best_model, best_score = None, None, float("-inf")
    for candidate in candidates:
        model = fit(candidate, train)
        validation_score = score(model, validation)
        if validation_score > best_score:
            best_candidate, best_model, best_score = candidate, model, validation_score
    return best_candidate, score(best_model, test)
    ### END SOLUTION
