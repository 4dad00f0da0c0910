import numpy as np


def of_each(submission, paths, minimum):
    """The overshoot of each path, in one array."""
    return np.array([submission(path, minimum) for path in paths])


def against_each(submission, path, minima):
    """The overshoot of one path past each of several places."""
    return [submission(path, minimum) for minimum in minima]
