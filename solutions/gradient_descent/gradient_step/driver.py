import numpy as np


def descent(submission, w, curvatures, steps, lr):
    """Walk down the bowl curvatures * w**2 / 2; the path of w, its start first."""
    path = [w]
    for _ in range(steps):
        w = submission(w, curvatures * w, lr)
        path.append(w)
    return np.array(path)


def several_rates(submission, w, grad, rates):
    """Take one step from the same point for each of the rates."""
    return [submission(w, grad, lr) for lr in rates]
