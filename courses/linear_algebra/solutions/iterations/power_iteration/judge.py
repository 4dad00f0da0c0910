import numpy as np


def is_as_close(output, expected, inputs):
    """Whether value and vector leave a residual that is as small as that of the reference."""
    (value, v), A = output, inputs["A"]
    scale = np.abs(A).max()
    if abs(np.linalg.norm(v) - 1) > 1e-12:
        return "not_of_length_one"
    if abs(value - v @ A @ v) > 1e-12 * scale:
        return "value_of_another_vector"
    residuals = [np.linalg.norm(A @ w - number * w) for number, w in (output, expected)]
    # Whoever comes closer, by more steps than asked for, is right too.
    return True if residuals[0] <= residuals[1] * (1 + 1e-6) + 1e-13 * scale else "large_residual"


def is_this_vector(output, expected, inputs):
    """Whether value and vector are those of the reference, up to the sign of the vector."""
    (value, v), (other, w) = output, expected
    apart = min(np.abs(v - w).max(), np.abs(v + w).max())
    return bool(apart < 1e-10 and abs(value - other) <= 1e-10 * np.abs(inputs["A"]).max())
