import itertools

import numpy as np


def next_of_a_generator(schedule, lr0, horizon):
    return next((t for t in range(horizon + 1) if 2 * schedule(t) <= lr0), None)


def all_rates_first(schedule, lr0, horizon):
    rates = np.array([schedule(t) for t in range(horizon + 1)])
    low = np.flatnonzero(rates <= 0.5 * lr0)
    return low[0] if low.size else None


def counted_while_above(schedule, lr0, horizon):
    above = itertools.takewhile(lambda t: schedule(t) > lr0 / 2, range(horizon + 1))
    count = len(list(above))
    return count if count <= horizon else None
