import numpy as np


def epochs_since_the_best(scores, patience, min_delta=0.0):
    best, best_epoch = None, None
    for epoch, score in enumerate(scores.tolist()):
        if not np.isnan(score) and (best is None or score - best > min_delta):
            best, best_epoch = score, epoch
        since = epoch + 1 if best_epoch is None else epoch - best_epoch
        if since >= patience:
            break
    return epoch, best_epoch


def search_the_next_epochs(scores, patience, min_delta=0.0):
    best, place = -np.inf, -1
    while True:
        ahead = scores[place + 1 : place + 1 + patience]
        better = np.flatnonzero(ahead - best > min_delta)
        if better.size == 0:
            break
        place += 1 + int(better[0])
        best = scores[place]
    return [min(place + patience, len(scores) - 1), None if place < 0 else place]


def all_improvements_first(scores, patience, min_delta=0.0):
    filled = np.where(np.isnan(scores), -np.inf, scores)
    improved = [-1]
    for epoch in range(len(filled)):
        best = filled[improved[-1]] if len(improved) > 1 else -np.inf
        if filled[epoch] > best + min_delta:
            improved.append(epoch)
    for before, after in zip(improved, [*improved[1:], len(filled)], strict=True):
        if after - before > patience:
            return before + patience, before if before >= 0 else None
    return len(filled) - 1, improved[-1] if len(improved) > 1 else None
