import numpy as np


def contains_the_columns(output, expected, inputs):
    """Whether an orthonormal basis contains the columns of A, whatever was drawn."""
    if np.abs(output.T @ output - np.eye(output.shape[1])).max() > 1e-8:
        return "not_orthonormal"
    A = inputs["A"]
    left = A - output @ (output.T @ A)
    # A random combination may be badly conditioned, a little.
    return True if np.linalg.norm(left) <= 1e-9 * np.linalg.norm(A) else "columns_left_out"
