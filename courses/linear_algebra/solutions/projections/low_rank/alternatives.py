import numpy as np


def term_by_term(A, rank):
    U, s, Vt = np.linalg.svd(A)
    closest = np.zeros(A.shape)
    for i in range(rank):
        closest += s[i] * np.outer(U[:, i], Vt[i])
    return closest, np.sqrt(np.sum((A - closest) ** 2))


def projected_onto_the_first_directions(A, rank):
    _, _, Vt = np.linalg.svd(A, full_matrices=False)
    closest = A @ Vt[:rank].T @ Vt[:rank]
    return closest, float(np.linalg.norm(A - closest))
