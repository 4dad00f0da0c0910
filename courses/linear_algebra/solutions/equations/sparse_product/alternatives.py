import itertools

import numpy as np


def all_entries_at_once(values, columns, starts, x):
    rows = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    return np.bincount(rows, weights=values * x[columns], minlength=len(starts) - 1)


def added_where_they_belong(values, columns, starts, x):
    y = np.zeros(len(starts) - 1)
    np.add.at(y, np.repeat(np.arange(len(y)), starts[1:] - starts[:-1]), values * x[columns])
    return y


def entry_by_entry(values, columns, starts, x):
    y = []
    for begin, end in itertools.pairwise(starts):
        total = 0.0
        for k in range(begin, end):
            total += values[k] * x[columns[k]]
        y.append(total)
    return np.array(y)
