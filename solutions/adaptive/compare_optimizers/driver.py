import numpy as np


def _slope(curvatures, tilt):
    """The gradient of the bowl sum(curvatures * w**2) / 2 with a wave of height tilt in it."""

    def gradient(w):
        return curvatures * w + tilt * np.sin(3 * w)

    return gradient


def in_the_bowl(submission, w0, curvatures, settings, steps, tilt=0.0):
    """The paths down a bowl."""
    return submission(_slope(curvatures, tilt), w0, settings, steps)


def from_two_starts(submission, starts, curvatures, settings, steps, tilt=0.0):
    """The paths from one start and then from another, with the very same settings."""
    grad_fn = _slope(curvatures, tilt)
    return [submission(grad_fn, w0, settings, steps) for w0 in starts]


def inputs_after_a_run(submission, w0, curvatures, settings, steps):
    """The paths down a bowl, and what the start and the settings look like now."""
    paths = submission(_slope(curvatures, 0.0), w0, settings, steps)
    return {"result": paths, "inputs after the call": {"w0": w0, "settings": settings}}
