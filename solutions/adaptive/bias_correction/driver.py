import numpy as np


def over_time(submission, moment, betas, steps):
    """Correct the very same moment at t = 1, 2, ..., steps; one array for each beta."""
    return [np.array([submission(moment, beta, t) for t in range(1, steps + 1)]) for beta in betas]
