import numpy as np


def trajectory(submission, w, grads, **settings):
    """Take one step for each gradient, from moments at zero; the path of w, its start first."""
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    path = [w]
    for t, grad in enumerate(grads, start=1):
        w, m, v = submission(w, m, v, grad, t, **settings)
        path.append(w)
    return np.array(path)


def descent(submission, w, curvatures, steps, **settings):
    """Walk down the bowl curvatures * w**2 / 2, from moments at zero; the path of w."""
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    path = [w]
    for t in range(1, steps + 1):
        w, m, v = submission(w, m, v, curvatures * w, t, **settings)
        path.append(w)
    return np.array(path)


def moments(submission, w, grads, **settings):
    """Take one step for each gradient; the two moments that each step returned."""
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    seen = []
    for t, grad in enumerate(grads, start=1):
        _, m, v = submission(w, m, v, grad, t, **settings)
        seen.append((m, v))
    return seen
