import numpy as np


def trajectory(submission, w, grads, **settings):
    """Take one step for each gradient, from rest; the path of w, its start first."""
    v = np.zeros_like(w)
    path = [w]
    for grad in grads:
        w, v = submission(w, v, grad, **settings)
        path.append(w)
    return np.array(path)


def descent(submission, w, curvatures, steps, **settings):
    """Walk down the bowl curvatures * w**2 / 2, from rest; the path of w."""
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        w, v = submission(w, v, curvatures * w, **settings)
        path.append(w)
    return np.array(path)


def velocities(submission, w, v, grads, **settings):
    """Take one step for each gradient; the velocity that each step returned."""
    seen = []
    for grad in grads:
        w, v = submission(w, v, grad, **settings)
        seen.append(v)
    return np.array(seen)
