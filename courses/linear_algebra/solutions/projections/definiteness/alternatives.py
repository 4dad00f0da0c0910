import numpy as np


def by_counting_signs(A):
    values = np.linalg.eigh(A)[0]
    signs = np.sign(np.where(np.abs(values) > 1e-10 * np.abs(values).max(), values, 0))
    if {-1, 1} <= set(signs):
        return "indefinite"
    side = "negative" if -1 in signs else "positive"
    return f"{side} semidefinite" if 0 in signs else f"{side} definite"


def by_the_ends(A):
    values = np.linalg.eigvalsh(A)
    least, most = values.min(), values.max()
    close = 1e-10 * max(abs(least), abs(most))
    if least < -close and most > close:
        return "indefinite"
    if least >= -close:
        return "positive definite" if least > close else "positive semidefinite"
    return "negative definite" if most < -close else "negative semidefinite"
