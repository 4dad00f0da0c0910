import numpy as np


def gradient_of(curvatures, bend):
    """The gradient of the valley curvatures * w**2 / 2 + bend * w**4 / 4; without bend a bowl."""
    return lambda point: curvatures * point + bend * point**3


def step(submission, w, v, curvatures, bend=0.0, **settings):
    """One step in the valley."""
    return submission(w, v, gradient_of(curvatures, bend), **settings)


def descent(submission, w, curvatures, steps, bend=0.0, **settings):
    """Walk down the valley from rest; the path of w, its start first."""
    grad_fn = gradient_of(curvatures, bend)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        w, v = submission(w, v, grad_fn, **settings)
        path.append(w)
    return np.array(path)


def velocities(submission, w, v, curvatures, steps, **settings):
    """Walk down the bowl; the velocity that each step returned."""
    grad_fn = gradient_of(curvatures, 0.0)
    seen = []
    for _ in range(steps):
        w, v = submission(w, v, grad_fn, **settings)
        seen.append(v)
    return np.array(seen)


def inputs_after(submission, w, v, curvatures, **settings):
    """One step in the bowl; what it returned, and what w and v look like then."""
    result = submission(w, v, gradient_of(curvatures, 0.0), **settings)
    return {"result": result, "inputs after the call": {"w": w, "v": v}}
