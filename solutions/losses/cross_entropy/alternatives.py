import math

import numpy as np


def log_sum_exp_less_the_score(logits, targets):
    log_sums = np.logaddexp.reduce(logits, axis=1)
    true_scores = np.take_along_axis(logits, targets[:, None], axis=1)[:, 0]
    return np.mean(log_sums - true_scores)


def with_one_hot_targets(logits, targets):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    one_hot = np.eye(logits.shape[1])[targets]
    return -(one_hot * log_p).sum() / len(logits)


def margins_over_the_true_score(logits, targets):
    # log(1 + sum of exp(margin)) over the other classes, shifted by the largest margin.
    margins = logits - logits[np.arange(len(targets)), targets][:, None]
    top = margins.max(axis=1)
    return np.mean(top + np.log(np.exp(margins - top[:, None]).sum(axis=1)))


def row_by_row(logits, targets):
    total = 0.0
    for row, target in zip(logits.tolist(), targets.tolist(), strict=True):
        top = max(row)
        total += top - row[target] + math.log(sum(math.exp(score - top) for score in row))
    return total / len(targets)
