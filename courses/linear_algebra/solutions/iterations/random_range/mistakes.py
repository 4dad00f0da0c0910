import numpy as np

from autograder import mistake


@mistake(en="Does the seed still decide what is drawn?")
def seed_of_its_own(A, rank, seed):
    rng = np.random.default_rng(0)
    return np.linalg.qr(A @ rng.normal(size=(A.shape[1], rank)))[0]


@mistake(en="Are the random combinations orthonormal yet?")
def sample_returned(A, rank, seed):
    rng = np.random.default_rng(seed)
    return A @ rng.normal(size=(A.shape[1], rank))


@mistake(en="Does a random basis know anything of A?")
def basis_without_the_matrix(A, rank, seed):
    rng = np.random.default_rng(seed)
    return np.linalg.qr(rng.normal(size=(len(A), rank)))[0]


@mistake(en="Do the first columns span what all of them span?")
def first_columns_taken(A, rank, seed):
    rng = np.random.default_rng(seed)
    return np.linalg.qr(A[:, :rank] @ rng.normal(size=(min(rank, A.shape[1]), rank)))[0]


@mistake(en="How many combinations does it take to span a space of this rank?")
def one_combination_too_few(A, rank, seed):
    rng = np.random.default_rng(seed)
    return np.linalg.qr(A @ rng.normal(size=(A.shape[1], max(rank - 1, 1))))[0]
