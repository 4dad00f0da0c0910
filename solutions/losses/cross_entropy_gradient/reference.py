import numpy as np


def cross_entropy_gradient(logits, targets):
    """The gradient of the mean cross-entropy with respect to the logits.

    (softmax(logits) - onehot(targets)) / N

    Args:
        logits: scores before the softmax, a float32 or float64 array (N, C), one row per sample and
            one column per class, at least one of each; up to 1e4 in size.
        targets: the index of the true class in each row, an integer array (N,), from 0 to C - 1.

    Returns:
        The gradient, of the shape and dtype of logits.

    Source: Bishop, "Pattern Recognition and Machine Learning", 2006, equation 4.109.
    """
    ### BEGIN SOLUTION
    powers = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    gradient = powers / np.sum(powers, axis=1, keepdims=True)
    # Taking off the one-hot table: 1 at the true class of each row, 0 everywhere else.
    gradient[np.arange(len(targets)), targets] -= 1
    return gradient / len(targets)
    ### END SOLUTION
