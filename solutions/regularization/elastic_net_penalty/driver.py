import numpy as np


def along_a_line(submission, grid, lam, ratios):
    """The penalty of one single weight, for each value on the grid; one curve for each ratio."""
    return {
        f"ratio {ratio}": np.array(
            [submission(np.array([value]), lam, ratio) for value in grid], dtype=float
        )
        for ratio in ratios
    }
