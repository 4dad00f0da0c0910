import numpy as np


def cross_entropy(logits, targets):
    """The cross-entropy of one class out of many, from logits.

    mean over the rows of -log(softmax(z)[target])
    = mean of log(sum_j exp(z_j - max(z))) - (z[target] - max(z))

    Args:
        logits: scores before the softmax, a float32 or float64 array (N, C), one row per sample and
            one column per class, at least one of each; up to 1e4 in size.
        targets: the index of the true class in each row, an integer array (N,), from 0 to C - 1.

    Returns:
        The mean over the rows, one number.

    Source: Blanchard, Higham and Higham, "Accurately computing the log-sum-exp and softmax
    functions", 2021.
    """
    ### BEGIN SOLUTION
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1))
    # One score from each row: that of its own target.
    true_scores = shifted[np.arange(len(targets)), targets]
    return np.mean(log_sums - true_scores)
    ### END SOLUTION
