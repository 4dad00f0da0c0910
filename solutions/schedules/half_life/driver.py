import operator

import numpy as np


def table(submission, rates, lr0, horizon):
    """Ask for the half-life of the schedule that reads its rates from a list."""
    return submission(_reads(rates), lr0, horizon)


def tables(submission, rates, lr0, horizon):
    """The half-lives of several schedules as one array, NaN where there is none."""
    found = [submission(_reads(row), lr0, horizon) for row in rates]
    return np.array(found, dtype=float)


def _reads(rates):
    def schedule(t):
        # One whole number: an array of epochs or a fraction is a TypeError.
        epoch = operator.index(t)
        return float(rates[epoch])

    return schedule
