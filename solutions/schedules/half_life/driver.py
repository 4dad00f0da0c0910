import numpy as np


class NotOneEpochError(TypeError):
    """The schedule was asked for something else than one whole number."""


def table(submission, rates, lr0, horizon):
    """Ask for the half-life of the schedule that reads its rates from a list."""
    return submission(_reads(rates), lr0, horizon)


def tables(submission, rates, lr0, horizon):
    """The half-lives of several schedules as one array, NaN where there is none."""
    found = [submission(_reads(row), lr0, horizon) for row in rates]
    return np.array(found, dtype=float)


def _reads(rates):
    def schedule(t):
        if not isinstance(t, int | np.integer):
            raise NotOneEpochError(f"schedule takes one epoch, an int, and not {type(t).__name__}")
        return float(rates[t])

    return schedule
