import numpy as np


def trajectory(submission, w, grads, **settings):
    """Take one step for each gradient, from h at zero; every w, its start first, and every h."""
    h = np.zeros_like(w)
    path, seen = [w], []
    for grad in grads:
        w, h = submission(w, h, grad, **settings)
        path.append(w)
        seen.append(h)
    return {"w": path, "h": seen}


def descent(submission, w, curvatures, steps, **settings):
    """Walk down the bowl sum(curvatures * w**2) / 2, from h at zero; the path of w."""
    h = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        w, h = submission(w, h, curvatures * w, **settings)
        path.append(w)
    return np.array(path)
