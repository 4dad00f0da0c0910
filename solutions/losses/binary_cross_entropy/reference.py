import numpy as np


def binary_cross_entropy(logits, targets):
    """The cross-entropy of yes-or-no answers, from their logits.

    mean of -(y*log(p) + (1 - y)*log(1 - p))  with  p = sigmoid(x)
    = mean of max(x, 0) - x*y + log(1 + exp(-abs(x)))

    Args:
        logits: scores x before the sigmoid, a float32 or float64 array of any shape with at least
            one entry, or a float; up to 1e4 in size.
        targets: y, like logits, with values from 0 to 1.

    Returns:
        The mean over all entries, one number.

    Source: the second form is that of torch.nn.BCEWithLogitsLoss.
    """
    ### BEGIN SOLUTION
    # No probability is computed, so none can be rounded to 0 or 1 before its logarithm is taken.
    loss = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return np.mean(loss)
    ### END SOLUTION
