import numpy as np


def is_factorisation_and_matrix_stays(output, expected, inputs):
    """Whether Q and R are factors, and the matrix is after the call what it was before."""
    if not np.array_equal(output["inputs after the call"]["A"], inputs["A"]):
        return "matrix_changed"
    return is_factorisation(output["result"], expected["result"], inputs)


def is_factorisation(output, expected, inputs):
    """Whether Q and R are factors: any signs will do."""
    (Q, R), A = output, inputs["A"]
    close = 1e-8 * (1 + np.abs(A).max())
    if np.abs(np.tril(R, -1)).max() > close:
        return "not_triangular"
    if np.abs(Q.T @ Q - np.eye(len(R))).max() > 1e-8:
        return "not_orthonormal"
    if np.abs(Q @ R - A).max() > close:
        return "another_product"
    return True
