import numpy as np

from autograder import mistake


def _iterate(A, start, steps):
    v = start
    for _ in range(steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    return v


@mistake(en="What is lost if the eigenvalue is taken as a length?")
def value_without_its_sign(A, start, steps):
    v = _iterate(A, start, steps)
    return np.linalg.norm(A @ v), v


@mistake(en="Is the vector that is returned still of length 1?")
def vector_not_normalised(A, start, steps):
    v = _iterate(A, start, steps)
    return v @ A @ v, A @ v


@mistake(en="How many steps were asked for?")
def one_step_too_few(A, start, steps):
    v = _iterate(A, start / np.linalg.norm(start), steps - 1)
    return v @ A @ v, v


@mistake(en="How large do the numbers get if nothing is divided before the end?")
def normalised_at_the_end(A, start, steps):
    v = start
    for _ in range(steps):
        v = A @ v
    v = v / np.linalg.norm(v)
    return v @ A @ v, v
