import numpy as np


def is_basis(output, expected, inputs):
    """Whether the columns are an orthonormal basis of the null space, whichever it is."""
    if np.abs(output.T @ output - np.eye(output.shape[1])).max() > 1e-8:
        return "not_orthonormal"
    # Both projections onto the space are one.
    close = np.abs(output @ output.T - expected @ expected.T).max() < 1e-8
    return True if close else "another_space"
