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
