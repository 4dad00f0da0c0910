import numpy as np


def early_stopping(scores, patience, min_delta=0.0):
    """The epoch at which training stops early, and the epoch that was the best until then.

    An epoch improves where score - best > min_delta. Training stops at the first epoch that is the
    `patience`-th one in a row without an improvement.

    Args:
        scores: validation score of each epoch, shape (epochs,), float32 or float64, at least one;
            higher is better; NaN where an epoch has none.
        patience: how many epochs without an improvement end the training, an int, at least 1.
        min_delta: what a score must exceed the best by, at least 0.

    Returns:
        (stop_epoch, best_epoch), both counted from 0. stop_epoch is the last epoch where training
        is never stopped; best_epoch is None where no epoch has a score.

    Source: Prechelt, "Early Stopping - But When?", 1998, criterion UP; the counter is that of
    Keras' EarlyStopping.
    """
    ### BEGIN SOLUTION
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch, 0
        else:
            # NaN comes here too: every comparison with it is false.
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch
    ### END SOLUTION
