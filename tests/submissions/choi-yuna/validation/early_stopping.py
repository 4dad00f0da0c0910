def early_stopping(scores, patience):
    """The epoch at which training stops early, and the epoch that was the best until then."""
    best = max(scores)
    best_epoch = list(scores).index(best)
    return best_epoch + patience, best_epoch
