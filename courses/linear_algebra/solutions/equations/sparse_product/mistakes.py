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


def _by_rows(values, columns, starts, x, one):
    y = np.zeros(len(starts) - 1)
    for i in range(len(y)):
        row = slice(starts[i], starts[i + 1])
        y[i] = one(values[row], x[columns[row]])
    return y


@mistake(en="Does the loop reach the last row?")
def last_row_left_out(values, columns, starts, x):
    y = _by_rows(values, columns, starts, x, np.dot)
    y[-1] = 0.0
    return y


@mistake(en="With which row does the loop begin?")
def first_row_left_out(values, columns, starts, x):
    y = _by_rows(values, columns, starts, x, np.dot)
    y[0] = 0.0
    return y


@mistake(en="Where does a row begin: at its start, or one behind it?")
def first_entry_of_each_row_left_out(values, columns, starts, x):
    return _by_rows(values, columns, starts, x, lambda v, w: v[1:] @ w[1:])


@mistake(en="To which row does the entry at the next start belong?")
def first_entry_of_the_next_row_taken_too(values, columns, starts, x):
    y = np.zeros(len(starts) - 1)
    for i in range(len(y)):
        row = slice(starts[i], starts[i + 1] + 1)
        y[i] = values[row] @ x[columns[row]]
    return y


@mistake(en="Is an entry of the matrix a one, or the number that is stored?")
def stored_values_not_used(values, columns, starts, x):
    return _by_rows(values, columns, starts, x, lambda v, w: w.sum())


@mistake(en="What are the entries of a row multiplied by before they are added?")
def vector_not_used(values, columns, starts, x):
    return _by_rows(values, columns, starts, x, lambda v, w: v.sum())


@mistake(en="Is the matrix stored row by row, or column by column?")
def stored_column_by_column(values, columns, starts, x):
    y = np.zeros(max(len(x), len(starts) - 1))
    for i in range(len(starts) - 1):
        for k in range(starts[i], starts[i + 1]):
            y[columns[k]] += values[k] * x[i]
    return y


@mistake(en="What is the product of a row without entries?")
def empty_rows_repeat_the_one_before(values, columns, starts, x):
    y = _by_rows(values, columns, starts, x, np.dot)
    for i in range(1, len(y)):
        if starts[i] == starts[i + 1]:
            y[i] = y[i - 1]
    return y


@mistake(en="What is the product of a row without entries, and how many numbers come back?")
def empty_rows_not_returned(values, columns, starts, x):
    return _by_rows(values, columns, starts, x, np.dot)[np.diff(starts) > 0]


@mistake(
    en="Are the products of a row added up, or does the last one take the place of the others?"
)
def last_entry_of_each_row_alone(values, columns, starts, x):
    return _by_rows(values, columns, starts, x, lambda v, w: v[-1] * w[-1] if len(v) else 0.0)


@mistake(en="Are the products of a row added up, or is the first one kept alone?")
def first_entry_of_each_row_alone(values, columns, starts, x):
    return _by_rows(values, columns, starts, x, lambda v, w: v[0] * w[0] if len(v) else 0.0)


@mistake(en="With which sum does each row begin?")
def sum_carried_on_from_row_to_row(values, columns, starts, x):
    return np.cumsum(_by_rows(values, columns, starts, x, np.dot))


@mistake(en="Is a product the sum of its terms, or their mean?")
def mean_of_each_row(values, columns, starts, x):
    return _by_rows(values, columns, starts, x, lambda v, w: np.mean(v * w) if len(v) else 0.0)


@mistake(en="Have all rows as many entries as the first one?")
def all_rows_as_long_as_the_first(values, columns, starts, x):
    n = starts[1] - starts[0]
    y = np.zeros(len(starts) - 1)
    for i in range(len(y)):
        row = slice(starts[i], starts[i] + n)
        y[i] = values[row] @ x[columns[row]]
    return y
