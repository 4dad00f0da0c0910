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


def _drawn(A, rank, seed):
    return np.random.default_rng(seed).normal(size=(A.shape[1], rank))


@mistake(en="How many columns were asked for? Are some more drawn to be safe?")
def more_columns_than_asked(A, rank, seed):
    return np.linalg.qr(A @ _drawn(A, rank + 5, seed))[0]


@mistake(en="How many columns were asked for? Is the rank used?")
def as_many_as_the_matrix_has(A, rank, seed):
    return np.linalg.qr(A @ _drawn(A, A.shape[1], seed))[0]


@mistake(en="Which vectors lie in this space: the columns of A, or its rows?")
def basis_of_the_rows(A, rank, seed):
    return np.linalg.qr(A.T @ _drawn(A.T, rank, seed))[0]


@mistake(en="Columns of length 1 are not yet orthogonal. What makes them so?")
def columns_only_normalised(A, rank, seed):
    sample = A @ _drawn(A, rank, seed)
    return sample / np.linalg.norm(sample, axis=0)


@mistake(en="Do the basis vectors stand in rows, or in columns?")
def basis_in_rows(A, rank, seed):
    return np.linalg.qr(A @ _drawn(A, rank, seed))[0].T


@mistake(en="Which of the two factors has the orthonormal columns?")
def other_factor_returned(A, rank, seed):
    return np.linalg.qr(A @ _drawn(A, rank, seed))[1]


@mistake(en="Is A multiplied by random numbers, or added to them?")
def matrix_added_to_the_sample(A, rank, seed):
    rng = np.random.default_rng(seed)
    return np.linalg.qr(A[:, :1] + rng.normal(size=(len(A), rank)))[0]
