import numpy as np

from autograder import mistake


@mistake(en="Which unknown can be found first?")
def from_the_first_row(U, b):
    x = np.zeros(len(b))
    for i in range(len(b)):
        x[i] = (b[i] - U[i, i + 1 :] @ x[i + 1 :]) / U[i, i]
    return x


@mistake(en="What is left of a row once the other unknowns are moved to the right?")
def diagonal_not_divided_by(U, b):
    x = np.zeros(len(b))
    for i in reversed(range(len(b))):
        x[i] = b[i] - U[i, i + 1 :] @ x[i + 1 :]
    return x


@mistake(en="On which side of the equation do the unknowns that are known already end up?")
def known_part_added(U, b):
    x = np.zeros(len(b))
    for i in reversed(range(len(b))):
        x[i] = (b[i] + U[i, i + 1 :] @ x[i + 1 :]) / U[i, i]
    return x


def _from_the_last(U, b, one):
    x = np.zeros(len(b))
    for i in reversed(range(len(b))):
        x[i] = one(x, i)
    return x


@mistake(en="Is everything in the row divided by the entry on the diagonal, or b alone?")
def only_the_right_side_divided(U, b):
    return _from_the_last(U, b, lambda x, i: b[i] / U[i, i] - U[i, i + 1 :] @ x[i + 1 :])


@mistake(en="Is only the known part divided by the entry on the diagonal?")
def only_the_known_part_divided(U, b):
    return _from_the_last(U, b, lambda x, i: b[i] - U[i, i + 1 :] @ x[i + 1 :] / U[i, i])


@mistake(en="What is multiplied by the entries beside the diagonal: unknowns, or the right side?")
def right_side_for_the_unknowns(U, b):
    return _from_the_last(U, b, lambda x, i: (b[i] - U[i, i + 1 :] @ b[i + 1 :]) / U[i, i])


@mistake(en="How many unknowns are known when a row is reached? Are all of them subtracted?")
def only_the_next_unknown_subtracted(U, b):
    return _from_the_last(
        U, b, lambda x, i: (b[i] - U[i, i + 1 : i + 2] @ x[i + 1 : i + 2]) / U[i, i]
    )


@mistake(en="Which triangle of the matrix has the numbers: are rows and columns exchanged?")
def transposed_system(U, b):
    x = np.zeros(len(b))
    for i in range(len(b)):
        x[i] = (b[i] - U[:i, i] @ x[:i]) / U[i, i]
    return x


@mistake(en="What undoes the multiplication by the entry on the diagonal?")
def multiplied_by_the_diagonal(U, b):
    return _from_the_last(U, b, lambda x, i: (b[i] - U[i, i + 1 :] @ x[i + 1 :]) * U[i, i])


@mistake(en="What if an entry on the diagonal is negative?")
def size_of_the_diagonal(U, b):
    return _from_the_last(U, b, lambda x, i: (b[i] - U[i, i + 1 :] @ x[i + 1 :]) / abs(U[i, i]))


@mistake(en="Does the loop reach the first row?")
def first_unknown_left_out(U, b):
    x = _from_the_last(U, b, lambda x, i: (b[i] - U[i, i + 1 :] @ x[i + 1 :]) / U[i, i])
    x[0] = 0.0
    return x


@mistake(en="With which unknown does the loop begin?")
def last_unknown_left_out(U, b):
    x = np.zeros(len(b))
    for i in reversed(range(len(b) - 1)):
        x[i] = (b[i] - U[i, i + 1 :] @ x[i + 1 :]) / U[i, i]
    return x


@mistake(en="Does the sum of the known part end before the last unknown?")
def last_unknown_not_subtracted(U, b):
    return _from_the_last(U, b, lambda x, i: (b[i] - U[i, i + 1 : -1] @ x[i + 1 : -1]) / U[i, i])


@mistake(en="No entry on the diagonal is zero. What is added to it?", eps=[1e-6, 1e-3])
def small_number_added_to_the_diagonal(U, b, *, eps):
    return _from_the_last(U, b, lambda x, i: (b[i] - U[i, i + 1 :] @ x[i + 1 :]) / (U[i, i] + eps))


@mistake(en="By which entry of the row is it divided?")
def divided_by_the_first_entry_of_the_diagonal(U, b):
    return _from_the_last(U, b, lambda x, i: (b[i] - U[i, i + 1 :] @ x[i + 1 :]) / U[0, 0])
