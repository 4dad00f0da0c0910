import numpy as np

from autograder import mistake


@mistake(en="What does reduceat return where a row has no entry, or where the last rows have none?")
def empty_rows_take_the_next_entry(values, columns, starts, x):
    products = np.append(values * x[columns], 0.0)
    return np.add.reduceat(products, starts[:-1])


@mistake(en="Where does a row end: at the next start, or one before?")
def last_entry_of_each_row_left_out(values, columns, starts, x):
    y = np.zeros(len(starts) - 1)
    for i in range(len(y)):
        for k in range(starts[i], starts[i + 1] - 1):
            y[i] += values[k] * x[columns[k]]
    return y


@mistake(en="Of which entry of x is an entry of the matrix a multiple?")
def columns_not_looked_up(values, columns, starts, x):
    y = np.zeros(len(starts) - 1)
    for i in range(len(y)):
        for n, k in enumerate(range(starts[i], starts[i + 1])):
            y[i] += values[k] * x[n]
    return y


@mistake(en="How many rows are there between the starts?")
def a_row_for_each_start(values, columns, starts, x):
    y = np.zeros(len(starts))
    for i in range(len(starts) - 1):
        row = slice(starts[i], starts[i + 1])
        y[i] = values[row] @ x[columns[row]]
    return y


@mistake(en="What becomes of the first of two entries that are stored for one place?")
def entry_stored_twice_counts_once(values, columns, starts, x):
    A = np.zeros((len(starts) - 1, len(x)))
    for i in range(len(A)):
        row = slice(starts[i], starts[i + 1])
        A[i, columns[row]] = values[row]
    return A @ x


@mistake(en="With which number does the first column begin?")
def columns_counted_from_one(values, columns, starts, x):
    y = np.zeros(len(starts) - 1)
    for i in range(len(y)):
        for k in range(starts[i], starts[i + 1]):
            y[i] += values[k] * x[columns[k] - 1]
    return y
