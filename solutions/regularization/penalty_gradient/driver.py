import numpy as np


def shrinking(submission, w, lam, lr, steps):
    """Let nothing but the penalty act on w, only L1 and only L2; the path of w for each."""
    paths = {}
    for name, ratio in (("L1", 1.0), ("L2", 0.0)):
        now, path = w.copy(), [w.copy()]
        for _ in range(steps):
            now = now - lr * submission(now, lam, ratio)
            path.append(now.copy())
        paths[name] = np.array(path)
    return paths
