import numpy as np

from autograder import mistake


@mistake(en="Which singular values carry most of the matrix?")
def smallest_values_kept(A, rank):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    kept = (U[:, -rank:] * s[-rank:]) @ Vt[-rank:]
    return kept, np.linalg.norm(s[:-rank])


@mistake(en="What makes the two orthonormal factors into the matrix again?")
def values_left_out(A, rank):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    return U[:, :rank] @ Vt[:rank], np.linalg.norm(s[rank:])


@mistake(en="Is the distance the largest value that is left out, or does each of them count?")
def distance_in_the_spectral_norm(A, rank):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    return (U[:, :rank] * s[:rank]) @ Vt[:rank], s[rank] if rank < len(s) else 0.0


@mistake(en="Do errors in different directions add up by themselves, or by their squares?")
def distance_as_a_sum(A, rank):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    return (U[:, :rank] * s[:rank]) @ Vt[:rank], np.sum(s[rank:])


@mistake(en="How many terms does a matrix of this rank have?")
def one_term_too_many(A, rank):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    k = rank + 1
    return (U[:, :k] * s[:k]) @ Vt[:k], np.linalg.norm(s[k:])
