def early_stopping(scores, patience, min_delta=0.0):
    """The epoch at which training stops early, and the epoch that was the best until then."""
    best = -float("inf")
    best_epoch = None
    count = 0
    for epoch in range(len(scores)):
        if scores[epoch] > best + min_delta:
            best = scores[epoch]
            best_epoch = epoch
            count = 0
        else:
            count += 1
        if count > patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch
