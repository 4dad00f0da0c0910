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


@mistake(en="How many steps were asked for?")
def one_step_too_many(A, start, steps):
    v = _iterate(A, start, steps + 1)
    return v @ A @ v, v


@mistake(en="How many steps are taken: as many as are asked for?", count=[10, 100, 1000])
def number_of_steps_of_its_own(A, start, steps, *, count):
    v = _iterate(A, start, count)
    return v @ A @ v, v


@mistake(en="Where does the walk begin: at the vector that is given?")
def begins_with_ones(A, start, steps):
    v = _iterate(A, np.ones(len(start)), steps)
    return v @ A @ v, v


@mistake(en="Which length does the vector have: is it that of the largest entry?")
def largest_entry_made_one(A, start, steps):
    v = _iterate(A, start, steps)
    v = v / np.max(np.abs(v))
    return v @ A @ v / (v @ v), v


@mistake(en="Which length does the vector have: is it the sum of its entries?")
def sum_of_sizes_made_one(A, start, steps):
    v = _iterate(A, start, steps)
    v = v / np.sum(np.abs(v))
    return v @ A @ v / (v @ v), v


@mistake(en="Of which vector is this the eigenvalue, and what has become of its sign?")
def last_length_as_value(A, start, steps):
    v = _iterate(A, start, steps - 1) if steps > 1 else start
    image = A @ v
    length = np.linalg.norm(image)
    return length / (1.0 if steps > 1 else np.linalg.norm(start)), image / length


@mistake(en="Which of the eigenvalues is asked for?")
def smallest_eigenvalue(A, start, steps):
    v = _iterate(np.linalg.inv(A), start, steps)
    return v @ A @ v, v


@mistake(en="How often does A stand between the two vectors?")
def square_of_the_value(A, start, steps):
    v = _iterate(A, start, steps)
    return v @ A @ A @ v, v


@mistake(en="Does one entry show the eigenvalue, before the vector has come to rest?")
def value_of_one_entry(A, start, steps):
    v = _iterate(A, start, steps)
    return (A @ v)[0] / v[0], v


@mistake(en="Which vector does the returned value belong to: the last one, or that before it?")
def value_of_the_vector_before(A, start, steps):
    before = _iterate(A, start / np.linalg.norm(start), steps - 1)
    return before @ A @ before, _iterate(A, start, steps)
