import math

import numpy as np


def both_terms(logits, targets):
    yes = np.logaddexp(0, np.negative(logits))
    no = np.logaddexp(0, logits)
    return np.mean(targets * yes + np.subtract(1, targets) * no)


def softplus_less_the_share(logits, targets):
    return np.average(np.logaddexp(0, logits) - np.multiply(logits, targets))


def two_classes_with_one_score_at_zero(logits, targets):
    scores = np.stack([np.zeros_like(logits), np.asarray(logits)])
    log_p = scores - np.logaddexp.reduce(scores, axis=0)
    return -((1 - targets) * log_p[0] + targets * log_p[1]).mean()


def entry_by_entry(logits, targets):
    total = 0.0
    pairs = list(zip(np.ravel(logits).tolist(), np.ravel(targets).tolist(), strict=True))
    for x, y in pairs:
        wrong_side = (1 - y) * x if x >= 0 else -y * x
        total += wrong_side + math.log1p(math.exp(-abs(x)))
    return total / len(pairs)
