import numpy as np


def early_stopping(scores, patience, min_delta=0.0):
    """The epoch at which training stops early, and the epoch that was the best until then."""
    best_score = -float("inf")
    best_epoch = None
    counter = 0

    for i in range(len(scores)):
        if not np.isnan(scores[i]) and scores[i] - best_score > min_delta:
            best_score = scores[i]
            best_epoch = i
            counter = 0
        else:
            counter += 1
            if counter >= patience:
                return i, best_epoch

    return len(scores) - 1, best_epoch
