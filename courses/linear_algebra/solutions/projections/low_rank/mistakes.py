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


def _closest(A, k):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    return (U[:, :k] * s[:k]) @ Vt[:k], s


@mistake(en="Is the distance itself asked for, or beside the size of A?")
def distance_relative(A, rank):
    closest, s = _closest(A, rank)
    return closest, np.linalg.norm(s[rank:]) / np.linalg.norm(s)


@mistake(en="Is the last step of the norm taken?")
def distance_squared(A, rank):
    closest, s = _closest(A, rank)
    return closest, np.sum(s[rank:] ** 2)


@mistake(en="Which part of the squares is meant: that which is kept, or that which is lost?")
def share_of_the_squares_kept(A, rank):
    closest, s = _closest(A, rank)
    return closest, np.sum(s[:rank] ** 2) / np.sum(s**2)


@mistake(en="Of how many entries is the norm a mean?")
def distance_as_a_mean(A, rank):
    closest, s = _closest(A, rank)
    return closest, np.sqrt(np.mean((A - closest) ** 2))


@mistake(en="Is the distance made of what is left out, or of what is kept?")
def size_of_what_is_kept(A, rank):
    closest, s = _closest(A, rank)
    return closest, np.linalg.norm(s[:rank])


@mistake(en="Is the distance that of one entry, or of all of them?")
def distance_of_the_largest_entry(A, rank):
    closest, s = _closest(A, rank)
    return closest, np.max(np.abs(A - closest))


@mistake(en="Do the entries count by their sizes, or by their squares?")
def distance_as_a_sum_of_entries(A, rank):
    closest, s = _closest(A, rank)
    return closest, np.sum(np.abs(A - closest))


@mistake(en="How many terms does a matrix of this rank have?")
def one_term_too_few(A, rank):
    closest, s = _closest(A, rank - 1)
    return closest, np.linalg.norm(s[rank - 1 :])


@mistake(en="Is the rank the number of a term, or how many terms there are?")
def next_term_alone(A, rank):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    k = min(rank, len(s) - 1)
    closest = s[k] * np.outer(U[:, k], Vt[k])
    return closest, np.linalg.norm(A - closest)


@mistake(en="Are the second factor's vectors in its rows, or in its columns?")
def second_factor_transposed(A, rank):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    return (U[:, :rank] * s[:rank]) @ Vt[:, :rank].T, np.linalg.norm(s[rank:])


@mistake(en="Are the means of the columns taken off? Nobody asked for it.", back=[True, False])
def means_taken_off(A, rank, *, back):
    mean = A.mean(axis=0)
    closest, _ = _closest(A - mean, rank)
    closest = closest + mean if back else closest
    return closest, np.linalg.norm(A - closest)


@mistake(en="Do the first columns of A make the closest matrix?")
def first_columns_kept(A, rank):
    closest = np.where(np.arange(A.shape[1]) < rank, A, 0.0)
    return closest, np.linalg.norm(A - closest)


@mistake(en="Are the singular values squares?", power=[2, 0.5])
def power_of_the_values(A, rank, *, power):
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    return (U[:, :rank] * s[:rank] ** power) @ Vt[:rank], np.linalg.norm(s[rank:])


@mistake(en="Is the closest matrix asked for, or what is left of A?")
def remainder_returned(A, rank):
    closest, s = _closest(A, rank)
    return A - closest, np.linalg.norm(s[rank:])
