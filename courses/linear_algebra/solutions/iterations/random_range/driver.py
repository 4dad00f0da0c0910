import numpy as np


def draws(submission, A, rank, seeds):
    """Call it with each of the seeds; how much the bases of the first two differ, and the last."""
    bases = [submission(A, rank, seed) for seed in seeds]
    apart = float(np.abs(bases[0] - bases[1]).max())
    again = float(np.abs(submission(A, rank, seeds[0]) - bases[0]).max())
    return [apart > 1e-6, again == 0.0]
